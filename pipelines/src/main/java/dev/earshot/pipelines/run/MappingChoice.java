package dev.earshot.pipelines.run;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.mapping.MissingColumns;
import dev.earshot.pipelines.sources.tabular.TableColumns;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/** Which mapping a file is read by, where there are several of its kind. */
public final class MappingChoice {
  private MappingChoice() {}

  /**
   * The first mapping of the file's kind whose columns it has; the first of that kind where it has
   * those of none, and null where there is none or the format needs none.
   */
  public static @Nullable YamlText of(List<YamlText> mappings, SourceFile file) throws IOException {
    List<YamlText> ofKind =
        mappings.stream()
            .filter(
                text ->
                    file.format().needsMapping() && text.mapping().kind() == file.format().kind())
            .toList();
    if (ofKind.size() < 2) {
      return ofKind.isEmpty() ? null : ofKind.get(0);
    }
    for (YamlText text : ofKind) {
      List<String> columns = columns(file, text.mapping());
      boolean isComplete =
          !columns.isEmpty()
              && MissingColumns.messages(text.yaml(), text.name(), file.name(), columns).isEmpty();
      if (isComplete) {
        return text;
      }
    }
    return ofKind.get(0);
  }

  /** The columns of a table, as that mapping finds it; empty where it cannot be read. */
  public static List<String> columns(SourceFile file, Mapping mapping) throws IOException {
    boolean isParquet =
        file.format() == Format.POSTS_PARQUET || file.format() == Format.MESSAGES_PARQUET;
    try (ReadableByteChannel channel =
            FileSystems.open(FileSystems.matchNewResource(file.location(), false));
        ReadableByteChannel content = file.compression().open(channel, ReadLimits.DEFAULT)) {
      return isParquet ? TableColumns.ofParquet(content) : TableColumns.ofCsv(mapping, content);
    }
  }
}
