package dev.earshot.pipelines.sources.mapping;

import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Rows of a table that are no records, by a cell: a desk's private notes, its activity lines.
 *
 * @param values the values of such a cell in lower case, by the column's name
 */
public record SkippedRows(Map<String, Set<String>> values) implements Serializable {
  /** Every row is a record. */
  public static final SkippedRows NONE = new SkippedRows(Map.of());

  private static final String KEY = "skip_rows";

  /** Copies the map. */
  public SkippedRows {
    values = Map.copyOf(values);
  }

  /** Whether a row with this cell in this column is no record. */
  public boolean hold(String column, String cell) {
    return values.getOrDefault(column, Set.of()).contains(folded(cell));
  }

  private static String folded(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT);
  }

  /** Reads columns with a value or a list of values each. */
  static SkippedRows parse(Map<String, Node> columns, YamlReader reader, YamlProblems problems) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    columns.forEach(
        (column, node) -> {
          String key = KEY + "." + column;
          List<Node> nodes =
              node instanceof ScalarNode ? List.of(node) : reader.list(node, key, "values");
          Set<String> known = new HashSet<>();
          for (Node value : nodes) {
            if (value instanceof ScalarNode scalar) {
              known.add(folded(scalar.getValue()));
            } else {
              problems.add(value, key, "expected a value or a list of values");
            }
          }
          values.put(column, Set.copyOf(known));
        });
    return new SkippedRows(values);
  }
}
