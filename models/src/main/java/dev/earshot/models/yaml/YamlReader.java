package dev.earshot.models.yaml;

import java.util.ArrayList;
import java.util.HashMap;
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

/**
 * Reads typed values from the nodes of one YAML file and reports every value of another type. A
 * file is limited to 16 levels and 50 aliases of lists or mappings.
 */
public final class YamlReader {
  /** A value with the place where it stands. */
  public record Item(String value, Node node, String path) {}

  private final YamlProblems problems;
  private final YamlWording wording;

  /** A reader that adds what is wrong to {@code problems}, in the words of {@code wording}. */
  public YamlReader(YamlProblems problems, YamlWording wording) {
    this.problems = problems;
    this.wording = wording;
  }

  /**
   * The root of the file; null where it is empty, and null after a report where it is not YAML.
   *
   * @param codePointLimit longest text to read, in code points
   */
  public @Nullable Node compose(String yaml, int codePointLimit) {
    return YamlTree.compose(yaml, codePointLimit, wording.notYaml(), problems);
  }

  /** The values by key, in the file's order, with any key. Empty where it is not a mapping. */
  public Map<String, Node> entries(Node node, String path) {
    return mapping(node, path, Set.of());
  }

  /** As {@link #entries}; a key that is not {@code known} is reported, unless any is allowed. */
  public Map<String, Node> mapping(Node node, String path, Set<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      String message = wording.notMapping().replace("{found}", describe(node));
      problems.add(node, path.isEmpty() ? wording.root() : path, message);
      return Map.of();
    }
    Map<String, Node> values = new LinkedHashMap<>();
    Map<String, Node> keys = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node keyNode = tuple.getKeyNode();
      String key = text(keyNode, path);
      if (key == null) {
        continue;
      }
      Node first = keys.putIfAbsent(key, keyNode);
      if (first != null) {
        String line = String.valueOf(YamlProblems.line(first));
        problems.add(keyNode, child(path, key), wording.duplicateKey().replace("{line}", line));
      } else if (!known.isEmpty() && !known.contains(key)) {
        problems.add(keyNode, child(path, key), unknown(key, known));
      } else {
        values.put(key, tuple.getValueNode());
      }
    }
    return values;
  }

  private String unknown(String key, Set<String> known) {
    String suggestion = problems.didYouMean(key, known);
    return "unknown key"
        + (suggestion.isEmpty() ? "; expected one of " + String.join(", ", known) : suggestion);
  }

  /** The elements of a list; empty where it is not one. */
  public List<Node> list(Node node, String path, String ofWhat) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    String expected = wording.notList().replace("{of}", ofWhat);
    problems.add(node, path, expected.replace("{found}", describe(node)));
    return List.of();
  }

  /** The texts of a list that are not empty, each with its place. */
  public List<Item> texts(Node node, String path, String ofWhat) {
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
  public @Nullable String filledText(Node node, String path) {
    String value = text(node, path);
    if (value != null && value.isBlank()) {
      problems.add(node, path, "expected a text, found an empty one");
      return null;
    }
    return value == null ? null : value.strip();
  }

  /** A text; a whole number stands for its digits. Null after a report. */
  public @Nullable String text(Node node, String path) {
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

  /** A text or a number of any kind, as it is written; null after a report. */
  public @Nullable String plain(Node node, String path) {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.FLOAT)
        ? scalar.getValue()
        : filledText(node, path);
  }

  /** A truth value; false after a report. */
  public boolean truth(Node node, String path) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    problems.add(node, path, "expected true or false, found " + describe(node));
    return false;
  }

  /** A key below another. */
  public static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String describe(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (!(node instanceof ScalarNode scalar)) {
      return "a list";
    }
    String value = YamlProblems.quote(scalar.getValue());
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
