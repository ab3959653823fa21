package dev.earshot.pipelines.cli;

import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import dev.earshot.pipelines.sources.InputArgument;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.UnknownFormatException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Paths that a configuration file has are relative to its folder, wherever the run is started.
 *
 * @param folder as the user wrote it; empty for the folder that the run is started in
 */
record OptionPaths(String folder) {
  /** Paths, or locations that are no paths. */
  private static final Set<String> PLACES = Set.of("--output", "--openlineage");

  static OptionPaths relativeTo(Path file) {
    Path parent = file.getParent();
    return new OptionPaths(parent == null ? "" : parent.toString());
  }

  /** The value with its path from where the run is started; mistakes are added. */
  String resolved(OptionSpec option, YamlReader.Item item, YamlProblems problems) {
    String value = item.value();
    RecordKind kind = kind(option.longestName());
    if (kind != null) {
      try {
        InputArgument input = InputArgument.parse(value);
        String pattern = (kind.isOfOneBrand() ? input.withBrand() : input).pattern();
        return value.substring(0, value.length() - pattern.length()) + from(pattern);
      } catch (UnknownFormatException e) {
        problems.add(item.node(), item.path(), String.valueOf(e.getMessage()));
        return value;
      }
    }
    boolean isPath =
        option.auxiliaryTypes()[0].equals(Path.class) || PLACES.contains(option.longestName());
    return isPath ? from(value) : value;
  }

  private static @Nullable RecordKind kind(String option) {
    for (RecordKind kind : RecordKind.values()) {
      if (option.equals("--" + kind.code())) {
        return kind;
      }
    }
    return null;
  }

  private String from(String path) {
    boolean isElsewhere = path.equals("-") || path.startsWith("/") || !LocalFiles.areNamedBy(path);
    return folder.isEmpty() || isElsewhere ? path : folder + "/" + path;
  }
}
