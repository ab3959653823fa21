package dev.earshot.models.phrases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a YAML file node by node and collects every mistake with its line, so that one run shows
 * all of them.
 */
public final class PhraseFile {
  private record Problem(int line, String text) {}

  private final String name;
  private final List<Problem> problems = new ArrayList<>();

  private PhraseFile(String name) {
    this.name = name;
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

  /** The root of the YAML, or an exception where it is not YAML at all. */
  public Node parse(String yaml) {
    LoadSettings settings = LoadSettings.builder().setLabel(name).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(yaml);
      if (root.isPresent()) {
        return root.get();
      }
      problems.add(new Problem(1, "the file is empty"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(new Problem(line, "not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new Problem(1, "not YAML: " + e.getMessage()));
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
    Map<String, Node> values = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problem(node, key, "must be a mapping of keys to values");
      return values;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
        problem(tuple.getKeyNode(), key, "a key must be text");
      } else if (values.putIfAbsent(scalar.getValue(), tuple.getValueNode()) != null) {
        problem(scalar, path(key, scalar.getValue()), "is given twice");
      }
    }
    return values;
  }

  /** A list's elements. */
  public List<Node> list(@Nullable Node node, String key) {
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problem(node, key, "must be a list");
    return List.of();
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
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    problems.add(new Problem(line, (key.isEmpty() ? "the file" : key) + ": " + text));
  }

  /** Throws where there were mistakes. */
  public void throwIfWrong() {
    if (!problems.isEmpty()) {
      throw failure();
    }
  }

  /** A key below another. */
  public static String path(String parent, String key) {
    return parent.isEmpty() ? key : parent + "." + key;
  }

  private InvalidPhraseFileException failure() {
    List<String> lines =
        problems.stream()
            .sorted((a, b) -> Integer.compare(a.line(), b.line()))
            .map(problem -> "line " + problem.line() + ", " + problem.text())
            .toList();
    return new InvalidPhraseFileException(name, lines);
  }
}
