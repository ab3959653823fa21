package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.run.MappingChoice;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.run.YamlText;
import dev.earshot.pipelines.sources.mapping.MissingColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Mistakes of a mapping that show with the files alone: columns that these do not have. */
final class MappingCheck {
  private static final int SHOWN = 20;

  private MappingCheck() {}

  /** One line for each, with the mapping's line and key and the file; the first 20. */
  static List<String> problems(Inputs inputs) throws IOException {
    List<String> mistakes = new ArrayList<>();
    for (SourceFile file : inputs.sources()) {
      YamlText mapping = MappingChoice.of(inputs.mappings(), file);
      List<String> columns =
          mapping == null || !file.isRead()
              ? List.of()
              : MappingChoice.columns(file, mapping.mapping());
      if (mapping != null && !columns.isEmpty()) {
        List<String> missing =
            MissingColumns.messages(
                mapping.yaml(), mapping.name(), Shown.text(file.name()), columns);
        List<YamlText> others = MappingChoice.ofKind(inputs.mappings(), file);
        if (!missing.isEmpty() && others.size() > 1) {
          mistakes.add(
              Shown.text(file.name())
                  + ": has the columns of none of the mappings "
                  + others.stream().map(YamlText::name).collect(Collectors.joining(", "))
                  + "; it is nearest to "
                  + mapping.name());
        }
        mistakes.addAll(missing);
      }
    }
    List<String> problems = new ArrayList<>(mistakes.subList(0, Math.min(SHOWN, mistakes.size())));
    if (mistakes.size() > SHOWN) {
      problems.add("...");
    }
    return problems;
  }
}
