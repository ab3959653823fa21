package dev.earshot.models.topics;

import static dev.earshot.models.phrases.PhraseFile.path;

import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.phrases.PhraseFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Topics that users edit, read from YAML:
 *
 * <pre>{@code
 * topics:
 *   - id: delivery
 *     name: Delivery
 *     labels: [Delivery problems]
 *     phrases:
 *       en: [delivery, arrive late]
 *     hints:
 *       en: [door, driver]
 *     exclusions:
 *       en: [deliver a speech]
 *     examples:
 *       en: ["Where are my deliveries?"]
 *     counter_examples:
 *       en: ["He delivered a speech."]
 * }</pre>
 *
 * Phrases are written in the base form; which inflections they find is told at {@link
 * dev.earshot.models.phrases.TokenForms}. Several words also match when they are written together,
 * as in a hashtag.
 *
 * @param topics in the order of the file: of topics that fit equally well, the first is the main
 *     one
 */
public record Taxonomy(List<Topic> topics) {
  /** The industries whose own topics are shipped with Earshot. */
  public static final List<String> INDUSTRIES =
      List.of("airline", "banking", "food", "retail", "software", "telecom");

  /** Stands for the sum in tables, so that no topic and no dimension may be called so. */
  private static final String ALL = "all";

  /** The taxonomy of general customer topics that is shipped with Earshot. */
  public static Taxonomy general() {
    return shipped("general");
  }

  /**
   * The shipped topics of one of {@link #INDUSTRIES}, none of which is in the general taxonomy or
   * in that of another industry.
   */
  public static Taxonomy industry(String industry) {
    if (!INDUSTRIES.contains(industry)) {
      throw new IllegalArgumentException(industry + " is none of " + INDUSTRIES);
    }
    return shipped(industry);
  }

  private static Taxonomy shipped(String name) {
    String file = name + ".yaml";
    return parse(file, PhraseFile.shipped("/dev/earshot/artifacts/topics/" + file));
  }

  /** These topics, then those of another taxonomy. */
  public Taxonomy and(Taxonomy other) {
    List<Topic> all = new ArrayList<>(topics);
    all.addAll(other.topics);
    return new Taxonomy(List.copyOf(all));
  }

  /**
   * Reads a taxonomy.
   *
   * @param name of the file, for messages
   * @throws InvalidPhraseFileException with all mistakes at once
   */
  public static Taxonomy parse(String name, String yaml) {
    PhraseFile file = PhraseFile.named(name);
    Node root = file.parse(yaml);
    Map<String, Node> keys = file.mapping(root, "", Set.of("topics"), Set.of());
    Taxonomy taxonomy = read(file, keys.get("topics"), "topics", Set.of());
    file.throwIfWrong();
    return taxonomy;
  }

  /**
   * The entries of a list; mistakes are noted in the file.
   *
   * @param more keys that an entry must have besides those of a topic; read by the caller
   */
  static Taxonomy read(PhraseFile file, @Nullable Node list, String key, Set<String> more) {
    List<Node> nodes = file.list(list, key);
    List<Topic> topics = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      String place = key + "[" + i + "]";
      Topic topic = topic(file, nodes.get(i), place, more);
      if (!topic.id().isEmpty() && !ids.add(topic.id())) {
        file.problem(nodes.get(i), place + ".id", topic.id() + " is given twice");
      }
      topics.add(topic);
    }
    return new Taxonomy(List.copyOf(topics));
  }

  private static Topic topic(PhraseFile file, Node node, String key, Set<String> more) {
    Set<String> required = new HashSet<>(more);
    required.addAll(Set.of("id", "name", "phrases"));
    Map<String, Node> keys =
        file.mapping(
            node,
            key,
            required,
            Set.of("labels", "hints", "exclusions", "examples", "counter_examples"));
    String id = file.text(keys.get("id"), path(key, "id"));
    if (!isId(id)) {
      file.problem(node, path(key, "id"), "must be of lower-case letters, digits and _, not " + id);
    }
    if (id.equals(ALL)) {
      file.problem(node, path(key, "id"), id + " has a meaning of its own");
    }
    return new Topic(
        id,
        file.text(keys.get("name"), path(key, "name")),
        file.texts(keys.get("labels"), path(key, "labels")),
        byLanguage(file, keys.get("phrases"), path(key, "phrases"), true),
        byLanguage(file, keys.get("hints"), path(key, "hints"), true),
        byLanguage(file, keys.get("exclusions"), path(key, "exclusions"), true),
        byLanguage(file, keys.get("examples"), path(key, "examples"), false),
        byLanguage(file, keys.get("counter_examples"), path(key, "counter_examples"), false));
  }

  private static Map<String, List<String>> byLanguage(
      PhraseFile file, @Nullable Node node, String key, boolean arePhrases) {
    if (node == null) {
      return Map.of();
    }
    Map<String, List<String>> texts = new LinkedHashMap<>();
    file.entries(node, key)
        .forEach(
            (language, list) -> {
              String at = path(key, language);
              if (!isLanguage(language)) {
                file.problem(list, at, "is not an ISO 639-1 code");
              }
              texts.put(language, arePhrases ? file.phrases(list, at) : file.texts(list, at));
            });
    return Map.copyOf(texts);
  }

  private static boolean isId(String id) {
    return id.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }

  private static boolean isLanguage(String code) {
    return code.length() == 2 && code.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }
}
