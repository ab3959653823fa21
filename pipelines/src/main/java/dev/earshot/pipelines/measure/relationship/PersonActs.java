package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.facts.RelationFact.Said;
import dev.earshot.pipelines.facts.RelationFact.Talk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one person and a brand did in the open, in two months and the weeks after. */
final class PersonActs {
  private final List<RelationFact> talks = new ArrayList<>();
  private final List<RelationFact> shares = new ArrayList<>();
  private final Month month;
  private final Set<Integer> recommending = new HashSet<>();
  private Said now = Said.NOTHING;
  private Said before = Said.NOTHING;

  /** Nothing yet, for a month and the one before. */
  PersonActs(Month month) {
    this.month = month;
  }

  void add(RelationFact fact) {
    if (fact.said() != null && fact.said().recommendations() > 0) {
      recommending.add(fact.day());
    }
    if (fact.talk() != null) {
      talks.add(fact);
    } else if (fact.sharedAtMicros() != null) {
      shares.add(fact);
    } else if (fact.said() != null && month.holds(fact.day())) {
      now = now.plus(fact.said());
    } else if (fact.said() != null && month.before().holds(fact.day())) {
      before = before.plus(fact.said());
    }
  }

  /** What the person said in the month or the one before. */
  Said said(Month when) {
    return when.equals(month) ? now : before;
  }

  /** On how many of the days that end with a month the person recommended the brand. */
  long recommendingDays(Month when) {
    return recommending.stream().filter(when::trails).count();
  }

  /** The conversations that opened in a month. */
  Stream<Talk> talks(Month when) {
    return talks.stream()
        .filter(fact -> when.holds(fact.day()))
        .map(fact -> Objects.requireNonNull(fact.talk()));
  }

  /** How many posts of the person the brand passed on in a month. */
  long sharesByBrand(Month when) {
    return shares.stream().filter(fact -> when.holds(fact.day())).count();
  }

  /** Whether the brand wrote to the person after a moment, at most so much later. */
  boolean isWrittenToAfter(long moment, long atMost) {
    return talks.stream()
        .map(fact -> Objects.requireNonNull(fact.talk()))
        .anyMatch(
            talk ->
                isAfter(talk.answeredAtMicros(), moment, atMost)
                    || isAfter(talk.wroteAtMicros(), moment, atMost));
  }

  /** Whether the brand passed on a post of the person after a moment, at most so much later. */
  boolean isSharedAfter(long moment, long atMost) {
    return shares.stream().anyMatch(fact -> isAfter(fact.sharedAtMicros(), moment, atMost));
  }

  private static boolean isAfter(@Nullable Long at, long moment, long atMost) {
    return at != null && at > moment && at - moment <= atMost;
  }
}
