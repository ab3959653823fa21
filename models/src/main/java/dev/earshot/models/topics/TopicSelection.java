package dev.earshot.models.topics;

import dev.earshot.models.phrases.InvalidPhraseFileException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Topics of a brand to look for, as a setting of a run: the general or the user's taxonomies, and
 * those of its industries. Only texts and ids, so that it travels to every worker, which reads the
 * taxonomies itself.
 *
 * @param ownYaml texts of the user's own taxonomies, in their place of the general one; none for
 *     the general one
 * @param industries whose topics join them, sorted; see {@link Taxonomy#INDUSTRIES}
 */
public record TopicSelection(List<String> ownYaml, List<String> industries) {
  /** A selection of these. */
  public TopicSelection {
    ownYaml = List.copyOf(ownYaml);
    industries = industries.stream().distinct().sorted().toList();
  }

  /** The general topics alone. */
  public static TopicSelection general() {
    return new TopicSelection(List.of(), List.of());
  }

  /**
   * The topics of all, the user's first. A topic of the user takes the place of a shipped one with
   * the same id.
   *
   * @throws InvalidPhraseFileException where one of the user's taxonomies has mistakes, or two of
   *     them have a topic with the same id
   */
  public Taxonomy taxonomy() {
    Map<String, Topic> topics = new LinkedHashMap<>();
    for (Topic topic : own().topics()) {
      topics.put(topic.id(), topic);
    }
    for (String industry : industries) {
      for (Topic topic : Taxonomy.industry(industry).topics()) {
        topics.putIfAbsent(topic.id(), topic);
      }
    }
    return new Taxonomy(List.copyOf(topics.values()));
  }

  /** The topics that only brands of an industry have. */
  public Set<String> topicsOf(String industry) {
    Set<String> ids = new HashSet<>();
    Taxonomy.industry(industry).topics().forEach(topic -> ids.add(topic.id()));
    own().topics().forEach(topic -> ids.remove(topic.id()));
    return ids;
  }

  private Taxonomy own() {
    if (ownYaml.isEmpty()) {
      return Taxonomy.general();
    }
    Taxonomy all = new Taxonomy(List.of());
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < ownYaml.size(); i++) {
      String name = "taxonomy " + (i + 1);
      Taxonomy next = Taxonomy.parse(name, ownYaml.get(i));
      for (Topic topic : next.topics()) {
        if (!ids.add(topic.id())) {
          throw new InvalidPhraseFileException(
              name, List.of(topic.id() + " is a topic of an earlier taxonomy too"));
        }
      }
      all = all.and(next);
    }
    return all;
  }
}
