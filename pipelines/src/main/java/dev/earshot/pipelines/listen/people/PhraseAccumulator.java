package dev.earshot.pipelines.listen.people;

import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.facts.AboutPerson.MentionFact;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Counts the authors of key phrases: each author once for a phrase and day. Bounded memory. */
final class PhraseAccumulator {
  private static final int FLUSH_AT = 100_000;

  private final Map<PhraseKey, PhraseCount> counts = new HashMap<>();

  /** Adds a canonical mention to the phrases of its author. */
  static void addTo(Map<PhraseKey, PhraseCount> own, String brandId, MentionFact mention) {
    long negative = mention.polarity() == Polarity.NEGATIVE ? 1 : 0;
    for (String phrase : mention.phrases()) {
      own.merge(
          new PhraseKey(brandId, phrase, mention.day()),
          new PhraseCount(1, 1, negative),
          PhraseAccumulator::ofOneAuthor);
    }
  }

  /** Adds the phrases of one author. */
  void add(Map<PhraseKey, PhraseCount> own) {
    own.forEach((key, count) -> counts.merge(key, count, PhraseCount::plus));
  }

  private static PhraseCount ofOneAuthor(PhraseCount a, PhraseCount b) {
    return new PhraseCount(
        1, a.mentions() + b.mentions(), Math.max(a.negativeAuthors(), b.negativeAuthors()));
  }

  boolean isFull() {
    return counts.size() >= FLUSH_AT;
  }

  /** Sends what was counted and starts anew. */
  void flush(BiConsumer<PhraseKey, PhraseCount> out) {
    counts.forEach(out);
    counts.clear();
  }
}
