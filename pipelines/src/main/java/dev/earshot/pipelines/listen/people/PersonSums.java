package dev.earshot.pipelines.listen.people;

import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPerson.MentionFact;
import dev.earshot.pipelines.facts.CellAccumulator;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseKey;
import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.facts.RelationFact.Said;
import dev.earshot.pipelines.facts.SaidByDimension;
import dev.earshot.pipelines.facts.SaidByDimension.PolarityCounts;
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
  private final Map<String, SortedMap<Integer, SaidByDimension>> byLanguage = new TreeMap<>();
  private final Map<String, SortedMap<Integer, SaidByDimension>> byTopic = new TreeMap<>();
  private final Map<PhraseKey, PhraseCount> phrases = new HashMap<>();
  private final SortedMap<Integer, SortedMap<String, Said>> said = new TreeMap<>();

  /** Nothing yet, between the person and the brand of a fact. */
  PersonSums(AboutPerson first) {
    brandId = first.brandId();
    network = first.network();
    personId = first.personId();
    pair = first.pair();
  }

  /** Adds a mention; a repost goes to the windows at once, where it counts for no author. */
  void add(MentionFact mention, CellAccumulator windows) {
    String language = mention.language() == null ? UNKNOWN_LANGUAGE : mention.language();
    if (!mention.isCanonical()) {
      addRepost(language, mention, windows);
      return;
    }
    SaidByDimension one = SaidByDimension.of(counts(mention.polarity()), mention.dimensions());
    add(byLanguage, language, mention.day(), one);
    add(byLanguage, MentionCell.ALL, mention.day(), one);
    SaidByDimension undivided = one.withoutDimensions();
    mention.topics().forEach(topic -> add(byTopic, topic, mention.day(), undivided));
    PhraseAccumulator.addTo(phrases, brandId, mention);
    addSaid(mention.day(), language, SaidOf.mention(mention));
  }

  /** Adds that the person passed on a post of the brand. */
  void addShare(int day) {
    addSaid(day, UNKNOWN_LANGUAGE, Said.SHARE);
  }

  private void addSaid(int day, String language, Said some) {
    said.computeIfAbsent(day, d -> new TreeMap<>()).merge(language, some, Said::plus);
  }

  private void addRepost(String language, MentionFact repost, CellAccumulator windows) {
    for (String where : List.of(network, MentionCell.ALL)) {
      for (String spoken : List.of(language, MentionCell.ALL)) {
        MentionCell cell = new MentionCell(brandId, where, spoken, null);
        windows.addReposts(cell, repost.day(), repost.dimensions(), 1);
      }
    }
  }

  private static void add(
      Map<String, SortedMap<Integer, SaidByDimension>> groups,
      String group,
      int day,
      SaidByDimension one) {
    groups.computeIfAbsent(group, g -> new TreeMap<>()).merge(day, one, SaidByDimension::plus);
  }

  private static PolarityCounts counts(@Nullable Polarity polarity) {
    if (polarity == null) {
      return new PolarityCounts(0, 0, 0, 1);
    }
    return switch (polarity) {
      case POSITIVE -> new PolarityCounts(1, 0, 0, 0);
      case NEUTRAL -> new PolarityCounts(0, 1, 0, 0);
      case NEGATIVE -> new PolarityCounts(0, 0, 1, 0);
    };
  }

  /** Adds the person to the brand's sliding windows, once all their facts are here. */
  void addTo(CellAccumulator windows) {
    byLanguage.forEach(
        (language, days) -> {
          windows.add(new MentionCell(brandId, network, language, null), days);
          windows.add(new MentionCell(brandId, MentionCell.ALL, language, null), days);
          if (!language.equals(MentionCell.ALL)) {
            MentionCell everywhere =
                new MentionCell(brandId, MentionCell.ALL, MentionCell.ALL, null);
            windows.addLanguage(
                new MentionCell(brandId, network, MentionCell.ALL, null), language, days);
            windows.addLanguage(everywhere, language, days);
          }
        });
    byTopic.forEach(
        (topic, days) ->
            windows.add(new MentionCell(brandId, MentionCell.ALL, MentionCell.ALL, topic), days));
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

  /** What the person said and passed on by day and language, reposts aside. */
  SortedMap<Integer, SortedMap<String, Said>> said() {
    return said;
  }

  /** The person, in facts about the two. */
  RelationFact.Person person() {
    return new RelationFact.Person(network, personId);
  }
}
