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
   * The mapping of the file's kind of whose columns it lacks the fewest, the first of several; null
   * where there is none or the format needs none.
   */
  public static @Nullable YamlText of(List<YamlText> mappings, SourceFile file) throws IOException {
    List<YamlText> ofKind = ofKind(mappings, file);
    YamlText nearest = ofKind.isEmpty() ? null : ofKind.get(0);
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < ofKind.size() && ofKind.size() > 1 && fewest > 0; i++) {
      YamlText text = ofKind.get(i);
      List<String> columns = columns(file, text.mapping());
      int missing =
          columns.isEmpty()
              ? Integer.MAX_VALUE
              : MissingColumns.messages(text.yaml(), text.name(), file.name(), columns).size();
      if (missing < fewest) {
        nearest = text;
        fewest = missing;
      }
    }
    return nearest;
  }

  /** The mappings that the file may be read by. */
  public static List<YamlText> ofKind(List<YamlText> mappings, SourceFile file) {
    return mappings.stream()
        .filter(
            text -> file.format().needsMapping() && text.mapping().kind() == file.format().kind())
        .toList();
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
