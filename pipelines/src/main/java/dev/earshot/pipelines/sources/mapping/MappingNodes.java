package dev.earshot.pipelines.sources.mapping;

import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the values of a mapping file's keys; adds what is wrong to the problems. */
final class MappingNodes {
  private final YamlProblems problems;
  private final YamlReader reader;

  MappingNodes(YamlProblems problems, YamlReader reader) {
    this.problems = problems;
    this.reader = reader;
  }

  static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  /** The entries of an optional YAML mapping. */
  Map<String, Node> entries(@Nullable Node node, String key) {
    return node == null || isNull(node)
        ? Map.of()
        : reader.entries(node, node instanceof MappingNode ? "" : key);
  }

  Optional<String> scalar(Node node, String key) {
    if (node instanceof ScalarNode scalar && !isNull(node) && !scalar.getValue().isEmpty()) {
      return Optional.of(scalar.getValue());
    }
    problems.add(node, key, "expected one value");
    return Optional.empty();
  }

  Map<String, String> texts(Map<String, Node> nodes, String prefix) {
    Map<String, String> texts = new LinkedHashMap<>();
    nodes.forEach(
        (key, node) -> scalar(node, prefix + key).ifPresent(text -> texts.put(key, text)));
    return texts;
  }

  /** A column or several that are joined, by field. */
  Map<String, FieldSource> sources(Map<String, Node> nodes, String prefix, boolean isOptional) {
    Map<String, FieldSource> sources = new LinkedHashMap<>();
    nodes.forEach(
        (field, node) -> {
          List<String> columns = new ArrayList<>();
          List<Node> parts = node instanceof SequenceNode list ? list.getValue() : List.of(node);
          parts.forEach(part -> scalar(part, prefix + field).ifPresent(columns::add));
          if (parts.isEmpty()) {
            problems.add(node, prefix + field, "expected a column or a list of columns");
          }
          sources.put(field, new FieldSource(columns, isOptional));
        });
    return sources;
  }

  /** Columns with a value or a list of values each. */
  Map<String, Set<String>> sets(@Nullable Node node, String key) {
    Map<String, Set<String>> sets = new LinkedHashMap<>();
    entries(node, key)
        .forEach(
            (column, values) -> {
              String path = key + "." + column;
              List<Node> nodes =
                  values instanceof ScalarNode
                      ? List.of(values)
                      : reader.list(values, path, "values");
              Set<String> known = new HashSet<>();
              for (Node value : nodes) {
                if (value instanceof ScalarNode scalar) {
                  known.add(RowFilters.folded(scalar.getValue()));
                } else {
                  problems.add(value, path, "expected a value or a list of values");
                }
              }
              sets.put(column, Set.copyOf(known));
            });
    return sets;
  }

  /** What values of columns stand for. */
  CellValues values(Map<String, Node> columns) {
    Map<String, Map<String, String>> byColumn = new LinkedHashMap<>();
    columns.forEach(
        (column, values) -> {
          Map<String, String> meanings = new LinkedHashMap<>();
          entries(values, "values." + column)
              .forEach(
                  (value, meaning) -> {
                    if (meaning instanceof ScalarNode scalar) {
                      meanings.put(
                          RowFilters.folded(value), isNull(meaning) ? "" : scalar.getValue());
                    } else {
                      problems.add(meaning, "values." + column, "expected one value for each");
                    }
                  });
          byColumn.put(column, Map.copyOf(meanings));
        });
    return new CellValues(byColumn);
  }
}
