package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.run.YamlText;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.MissingColumns;
import dev.earshot.pipelines.sources.tabular.TableColumns;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;

/** Mistakes of a mapping that show with the files alone: columns that these do not have. */
final class MappingCheck {
  private static final int SHOWN = 20;

  private MappingCheck() {}

  /** One line for each, with the mapping's line and key and the file; the first 20. */
  static List<String> problems(Inputs inputs) throws IOException {
    List<String> mistakes = new ArrayList<>();
    for (SourceFile file : inputs.sources()) {
      YamlText mapping = inputs.mapping(file.format());
      List<String> columns = mapping == null || !file.isRead() ? List.of() : columns(file, mapping);
      if (mapping != null && !columns.isEmpty()) {
        mistakes.addAll(
            MissingColumns.messages(
                mapping.yaml(), mapping.name(), Shown.text(file.name()), columns));
      }
    }
    List<String> problems = new ArrayList<>(mistakes.subList(0, Math.min(SHOWN, mistakes.size())));
    if (mistakes.size() > SHOWN) {
      problems.add("...");
    }
    return problems;
  }

  private static List<String> columns(SourceFile file, YamlText mapping) throws IOException {
    boolean isParquet =
        file.format() == Format.POSTS_PARQUET || file.format() == Format.MESSAGES_PARQUET;
    try (ReadableByteChannel channel =
            FileSystems.open(FileSystems.matchNewResource(file.location(), false));
        ReadableByteChannel content = file.compression().open(channel, ReadLimits.DEFAULT)) {
      return isParquet
          ? TableColumns.ofParquet(content)
          : TableColumns.ofCsv(mapping.mapping(), content);
    }
  }
}
