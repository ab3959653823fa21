package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.run.MappingChoice;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.run.YamlText;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.mapping.Mapping;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells of tables of messages with a column that says which rows customers never see, where the
 * mapping does not use it: notes of agents would be read as messages.
 */
final class PrivateColumns {
  private static final Set<String> NAMES =
      Set.of(
          "private",
          "is_private",
          "is private",
          "private_note",
          "internal",
          "is_internal",
          "is internal",
          "public",
          "is_public",
          "is public");

  private PrivateColumns() {}

  /** One line for each such column of each file. */
  static void tell(List<YamlText> mappings, List<InputFiles.Recognised> files) throws IOException {
    for (InputFiles.Recognised file : files) {
      SourceFile source = file.source();
      YamlText mapping = MappingChoice.of(mappings, source);
      boolean isOfMessages = mapping != null && source.format().kind() == RecordKind.MESSAGES;
      if (mapping != null && isOfMessages && source.isRead()) {
        MappingChoice.columns(source, mapping.mapping()).stream()
            .filter(column -> NAMES.contains(column.strip().toLowerCase(Locale.ROOT)))
            .filter(column -> !isUsed(mapping.mapping(), column))
            .forEach(column -> tell(source, mapping, column));
      }
    }
  }

  private static boolean isUsed(Mapping mapping, String column) {
    return mapping.filters().columns().contains(column)
        || mapping.columns().values().stream().anyMatch(field -> field.columns().contains(column));
  }

  private static void tell(SourceFile file, YamlText mapping, String column) {
    Console.say(
        Shown.text(file.name())
            + ": has a column "
            + Shown.text(column)
            + ", which "
            + mapping.name()
            + " does not use: every row is read as a message; if some are notes that customers never"
            + " see, leave them out, as in skip_rows: {"
            + Shown.text(column)
            + ": [\"true\"]}");
  }
}
