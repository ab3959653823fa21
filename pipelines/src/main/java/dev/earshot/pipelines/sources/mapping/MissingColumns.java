package dev.earshot.pipelines.sources.mapping;

import dev.earshot.models.yaml.YamlProblem;
import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Columns that a mapping names and a file has not, or has twice. */
public final class MissingColumns {
  private static final int SHOWN = 60;

  private final YamlProblems problems;
  private final YamlReader reader;
  private final String file;
  private final List<String> columns;

  private MissingColumns(String mapping, String file, List<String> columns) {
    this.problems = new YamlProblems(mapping);
    this.reader = new YamlReader(problems, MappingParser.WORDING);
    this.file = file;
    this.columns = columns;
  }

  /**
   * One message for each, with the line and key of the mapping and the columns that there are.
   *
   * @param yaml the mapping's text, which {@link Mapping#parse} accepts
   * @param name its name, for messages
   * @param file the table's name, for messages
   * @param columns what it has
   */
  public static List<String> messages(String yaml, String name, String file, List<String> columns) {
    MissingColumns missing = new MissingColumns(name, file, columns);
    Node root = missing.reader.compose(yaml, MappingParser.MAX_CHARACTERS);
    if (root instanceof MappingNode) {
      Map<String, Node> keys = missing.reader.entries(root, "");
      missing.entries(keys, "columns").forEach(missing::checkField);
      for (String key : List.of("skip_rows", "keep_rows")) {
        missing
            .entries(keys, key)
            .forEach((column, node) -> missing.check(column, key + "." + column, node));
      }
    }
    return missing.problems.sorted().stream().map(YamlProblem::toString).toList();
  }

  private Map<String, Node> entries(Map<String, Node> keys, String key) {
    return keys.get(key) instanceof MappingNode node ? reader.entries(node, key) : Map.of();
  }

  private void checkField(String field, Node node) {
    List<Node> parts = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    for (Node part : parts) {
      if (part instanceof ScalarNode scalar) {
        check(scalar.getValue(), "columns." + field, part);
      }
    }
  }

  private void check(String column, String key, Node node) {
    int first = columns.indexOf(column);
    if (first < 0) {
      problems.add(
          node,
          key,
          file
              + " has no column "
              + YamlProblems.quote(column)
              + problems.didYouMean(column, columns)
              + "; it has "
              + columns.stream()
                  .limit(SHOWN)
                  .map(YamlProblems::quote)
                  .collect(Collectors.joining(", "))
              + (columns.size() > SHOWN ? ", ..." : ""));
    } else if (first != columns.lastIndexOf(column)) {
      problems.add(node, key, file + " has two columns " + YamlProblems.quote(column));
    }
  }
}
