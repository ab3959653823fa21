package dev.earshot.pipelines.cli;

import dev.earshot.models.understanding.AnalyzerKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --analysis}. */
final class AnalysisConverter implements ITypeConverter<AnalyzerKind> {
  @Override
  public AnalyzerKind convert(String value) {
    return switch (value) {
      case "fast" -> AnalyzerKind.FAST;
      case "corenlp" -> AnalyzerKind.CORENLP;
      default -> throw new TypeConversionException("'" + value + "' is neither fast nor corenlp");
    };
  }
}
