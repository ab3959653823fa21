package dev.earshot.models.phrases;

import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import dev.earshot.models.yaml.YamlWording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads a YAML file node by node and collects every mistake with its line, so that one run shows
 * all of them.
 */
public final class PhraseFile {
  private static final int CODE_POINT_LIMIT = 3 * 1024 * 1024;

  private static final YamlWording WORDING =
      new YamlWording(
          "not YAML: ",
          "the file",
          "must be a mapping of keys to values",
          "is given twice",
          "must be a list");

  private final String name;
  private final YamlProblems problems;
  private final YamlReader reader;

  private PhraseFile(String name) {
    this.name = name;
    problems = new YamlProblems(name);
    reader = new YamlReader(problems, WORDING);
  }

  /** A file of which nothing is read yet; {@code name} is for messages. */
  public static PhraseFile named(String name) {
    return new PhraseFile(name);
  }

  /** The text of a file that is shipped with Earshot. */
  public static String shipped(String resource) {
    try (InputStream in = PhraseFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The root of the YAML, or an exception where it is empty or not YAML at all. */
  public Node parse(String yaml) {
    Node root = reader.compose(yaml, CODE_POINT_LIMIT);
    if (root != null) {
      return root;
    }
    if (problems.isEmpty()) {
      problems.add(null, "", "the file is empty");
    }
    throw failure();
  }

  /** A mapping's values by key; unknown, repeated and missing keys are mistakes. */
  public Map<String, Node> mapping(
      Node node, String key, Set<String> required, Set<String> optional) {
    Map<String, Node> values = entries(node, key);
    values.forEach(
        (name, value) -> {
          if (!required.contains(name) && !optional.contains(name)) {
            problem(value, path(key, name), "unknown key");
          }
        });
    for (String name : required.stream().sorted().toList()) {
      if (!values.containsKey(name)) {
        problem(node, path(key, name), "is missing");
      }
    }
    return values;
  }

  /** A mapping with keys of the user's choice. */
  public Map<String, Node> entries(Node node, String key) {
    return reader.entries(node, key);
  }

  /** A list's elements. */
  public List<Node> list(@Nullable Node node, String key) {
    if (node == null) {
      return List.of();
    }
    return reader.list(node, key, "");
  }

  /** A text that is not blank; the empty text where it is missing or not a text. */
  public String text(@Nullable Node node, String key) {
    if (node == null) {
      return "";
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    problem(node, key, "must be a text that is not empty");
    return "";
  }

  /** A list of texts that are not blank. */
  public List<String> texts(@Nullable Node node, String key) {
    List<String> texts = new ArrayList<>();
    List<Node> elements = list(node, key);
    for (int i = 0; i < elements.size(); i++) {
      String text = text(elements.get(i), key + "[" + i + "]");
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A list of phrases, each of which a {@link PhraseTrie} accepts. */
  public List<String> phrases(@Nullable Node node, String key) {
    List<String> phrases = new ArrayList<>();
    List<Node> elements = list(node, key);
    PhraseWords words = new PhraseWords();
    for (int i = 0; i < elements.size(); i++) {
      String element = key + "[" + i + "]";
      String phrase = text(elements.get(i), element);
      String wrong = phrase.isEmpty() ? null : words.read(phrase, new ArrayList<>());
      if (wrong != null) {
        problem(elements.get(i), element, wrong);
      } else if (!phrase.isEmpty()) {
        phrases.add(phrase);
      }
    }
    return phrases;
  }

  /** Notes a mistake. */
  public void problem(Node node, String key, String text) {
    problems.add(node, key, text);
  }

  /** Throws where there were mistakes. */
  public void throwIfWrong() {
    if (!problems.isEmpty()) {
      throw failure();
    }
  }

  /** A key below another. */
  public static String path(String parent, String key) {
    return YamlReader.child(parent, key);
  }

  private InvalidPhraseFileException failure() {
    List<String> lines =
        problems.sorted().stream()
            .map(problem -> "line " + problem.line() + ", " + problem.place() + problem.message())
            .toList();
    return new InvalidPhraseFileException(name, lines);
  }
}
