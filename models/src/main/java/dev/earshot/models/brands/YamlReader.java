package dev.earshot.models.brands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads typed values from YAML nodes and reports every value of another type. */
final class YamlReader {
  /** A value with the place where it stands. */
  record Item(String value, Node node, String path) {}

  private final ProblemList problems;

  YamlReader(ProblemList problems) {
    this.problems = problems;
  }

  /** The values by key; {@code known} empty allows any key. Empty where it is not a mapping. */
  Map<String, Node> mapping(Node node, String path, Set<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, path, "expected a mapping of keys to values, found " + describe(node));
      return Map.of();
    }
    Map<String, Node> values = new LinkedHashMap<>();
    Map<String, Node> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node keyNode = tuple.getKeyNode();
      String key = text(keyNode, path);
      if (key == null) {
        continue;
      }
      String keyPath = child(path, key);
      Node first = keys.putIfAbsent(key, keyNode);
      if (first != null) {
        problems.add(keyNode, keyPath, "duplicate key, first on line " + ProblemList.line(first));
      } else if (!known.isEmpty() && !known.contains(key)) {
        String suggestion = Suggestions.didYouMean(key, known);
        problems.add(
            keyNode,
            keyPath,
            "unknown key"
                + (suggestion.isEmpty()
                    ? "; expected one of " + String.join(", ", known)
                    : suggestion));
      } else {
        values.put(key, tuple.getValueNode());
      }
    }
    return values;
  }

  /** The elements of a list; empty where it is not one. */
  List<Node> list(Node node, String path, String ofWhat) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problems.add(node, path, "expected a list of " + ofWhat + ", found " + describe(node));
    return List.of();
  }

  /** The texts of a list that are not empty, each with its place. */
  List<Item> texts(Node node, String path, String ofWhat) {
    List<Item> items = new ArrayList<>();
    List<Node> elements = list(node, path, ofWhat);
    for (int i = 0; i < elements.size(); i++) {
      String elementPath = path + "[" + i + "]";
      String value = filledText(elements.get(i), elementPath);
      if (value != null) {
        items.add(new Item(value, elements.get(i), elementPath));
      }
    }
    return items;
  }

  /** A text with at least one visible character, stripped; null after a report. */
  @Nullable String filledText(Node node, String path) {
    String value = text(node, path);
    if (value != null && value.isBlank()) {
      problems.add(node, path, "expected a text, found an empty one");
      return null;
    }
    return value == null ? null : value.strip();
  }

  /** A text; a whole number stands for its digits. Null after a report. */
  @Nullable String text(Node node, String path) {
    if (node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.STR) || scalar.getTag().equals(Tag.INT))) {
      return scalar.getValue();
    }
    String hint =
        node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
            ? "; put it in quotes if it is a text"
            : "";
    problems.add(node, path, "expected a text, found " + describe(node) + hint);
    return null;
  }

  static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String describe(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (!(node instanceof ScalarNode scalar)) {
      return "a list";
    }
    String value = ProblemList.quote(scalar.getValue());
    if (scalar.getTag().equals(Tag.NULL)) {
      return "nothing";
    }
    if (scalar.getTag().equals(Tag.BOOL)) {
      return "the truth value " + value;
    }
    boolean number = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
    return (number ? "the number " : "the text ") + value;
  }
}
