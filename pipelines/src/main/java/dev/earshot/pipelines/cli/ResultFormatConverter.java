package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.query.ResultFormat;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code text}, {@code csv} or {@code json}. */
final class ResultFormatConverter implements ITypeConverter<ResultFormat> {
  @Override
  public ResultFormat convert(String word) {
    for (ResultFormat format : ResultFormat.values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(word)) {
        return format;
      }
    }
    throw new TypeConversionException("expected text, csv or json, got '" + word + "'");
  }
}
