package dev.earshot.pipelines.report;

import dev.earshot.models.yaml.YamlProblem;
import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import dev.earshot.models.yaml.YamlWording;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a theme: a YAML file with the keys name, logo, primary, accent and footer. */
public final class ThemeFile {
  private static final int CODE_POINT_LIMIT = 1 << 20;
  private static final Set<String> KEYS = Set.of("name", "logo", "primary", "accent", "footer");
  private static final YamlWording WORDING =
      new YamlWording(
          "not YAML: ", "the file", "expected keys with values", "comes twice", "expected a list");

  private ThemeFile() {}

  /**
   * The theme that a file describes; what it leaves out is as in {@link Theme#DEFAULT}.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException with every mistake, its line and key
   */
  public static Theme parse(String name, String yaml) {
    YamlProblems problems = new YamlProblems(name);
    YamlReader reader = new YamlReader(problems, WORDING);
    Node root = reader.compose(yaml, CODE_POINT_LIMIT);
    Map<String, String> values = new HashMap<>();
    if (root != null) {
      reader
          .mapping(root, "", KEYS)
          .forEach(
              (key, node) -> {
                String text = reader.filledText(node, key);
                if (text != null) {
                  values.put(key, text);
                }
              });
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.sorted().stream().map(YamlProblem::toString).collect(Collectors.joining("\n")));
    }
    try {
      return new Theme(
          values.getOrDefault("name", Theme.DEFAULT.name()),
          values.getOrDefault("logo", Theme.DEFAULT.logo()),
          values.getOrDefault("primary", Theme.DEFAULT.primary()),
          values.getOrDefault("accent", Theme.DEFAULT.accent()),
          values.getOrDefault("footer", Theme.DEFAULT.footer()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
