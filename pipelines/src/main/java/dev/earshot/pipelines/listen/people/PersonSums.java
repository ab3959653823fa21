package dev.earshot.pipelines.listen.people;

import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.facts.CellKey;
import dev.earshot.pipelines.facts.PersonFact;
import dev.earshot.pipelines.facts.PersonFact.MentionFact;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseKey;
import dev.earshot.pipelines.facts.Tally;
import dev.earshot.pipelines.facts.Tally.Counts;
import dev.earshot.pipelines.facts.WindowAccumulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one person says of one brand in public, added up as it comes: a person who posts a million
 * times takes the memory of the days, languages, topics and phrases of these posts.
 */
final class PersonSums {
  private static final String UNKNOWN_LANGUAGE = "unknown";

  private final String brandId;
  private final String network;
  private final String personId;
  private final String pair;
  private final Map<String, SortedMap<Integer, Tally>> byLanguage = new TreeMap<>();
  private final Map<String, SortedMap<Integer, Tally>> byTopic = new TreeMap<>();
  private final Map<PhraseKey, PhraseCount> phrases = new HashMap<>();

  /** Nothing yet, between the person and the brand of a fact. */
  PersonSums(PersonFact first) {
    brandId = first.brandId();
    network = first.network();
    personId = first.personId();
    pair = first.pair();
  }

  /** Adds a mention; a repost goes to the windows at once, where it counts for no author. */
  void add(MentionFact mention, WindowAccumulator windows) {
    String language = mention.language() == null ? UNKNOWN_LANGUAGE : mention.language();
    if (!mention.isCanonical()) {
      addRepost(language, mention, windows);
      return;
    }
    Tally one = Tally.of(counts(mention.polarity()), mention.dimensions());
    add(byLanguage, language, mention.day(), one);
    add(byLanguage, CellKey.ALL, mention.day(), one);
    Tally undivided = one.withoutDimensions();
    mention.topics().forEach(topic -> add(byTopic, topic, mention.day(), undivided));
    PhraseAccumulator.addTo(phrases, brandId, mention);
  }

  private void addRepost(String language, MentionFact repost, WindowAccumulator windows) {
    for (String where : List.of(network, CellKey.ALL)) {
      for (String spoken : List.of(language, CellKey.ALL)) {
        CellKey cell = new CellKey(brandId, where, spoken, null);
        windows.addReposts(cell, repost.day(), repost.dimensions(), 1);
      }
    }
  }

  private static void add(
      Map<String, SortedMap<Integer, Tally>> groups, String group, int day, Tally one) {
    groups.computeIfAbsent(group, g -> new TreeMap<>()).merge(day, one, Tally::plus);
  }

  private static Counts counts(@Nullable Polarity polarity) {
    if (polarity == null) {
      return new Counts(0, 0, 0, 1);
    }
    return switch (polarity) {
      case POSITIVE -> new Counts(1, 0, 0, 0);
      case NEUTRAL -> new Counts(0, 1, 0, 0);
      case NEGATIVE -> new Counts(0, 0, 1, 0);
    };
  }

  /** Adds the person to the brand's sliding windows, once all their facts are here. */
  void addTo(WindowAccumulator windows) {
    byLanguage.forEach(
        (language, days) -> {
          windows.add(new CellKey(brandId, network, language, null), days);
          windows.add(new CellKey(brandId, CellKey.ALL, language, null), days);
        });
    byTopic.forEach(
        (topic, days) -> windows.add(new CellKey(brandId, CellKey.ALL, CellKey.ALL, topic), days));
  }

  String brandId() {
    return brandId;
  }

  String network() {
    return network;
  }

  String personId() {
    return personId;
  }

  /** What tells this person and brand from others. */
  String pair() {
    return pair;
  }

  Map<PhraseKey, PhraseCount> phrases() {
    return phrases;
  }
}
