package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.measure.engagement.BrandEngagementDaily;
import dev.earshot.pipelines.measure.inbox.BrandInbox;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.referrals.BrandReferralsDaily;
import dev.earshot.pipelines.measure.reputation.BrandKeyPhrasesDaily;
import dev.earshot.pipelines.measure.reputation.BrandReputationDaily;
import dev.earshot.pipelines.measure.reputation.BrandTopicsDaily;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.sources.RecordKind;
import java.util.List;
import java.util.Set;

/** Every measure: what a run adds to its graph, and how far it reads beside its dates. */
public final class Measures {
  /** In the order of the documentation. */
  public static final List<Measure<?>> ALL =
      List.of(
          BrandReputationDaily.MEASURE,
          BrandTopicsDaily.MEASURE,
          BrandKeyPhrasesDaily.MEASURE,
          BrandEngagementDaily.MEASURE,
          BrandInbox.MEASURE,
          BrandReferralsDaily.MEASURE);

  private Measures() {}

  /** The measures that can have any rows in a run with these kinds of input. */
  public static List<Measure<?>> possibleWith(Set<RecordKind> inputs) {
    return ALL.stream().filter(measure -> measure.isPossibleWith(inputs)).toList();
  }

  /** How far the records of a kind of input bear on the rows of a day. */
  public static Reach reach(RecordKind input) {
    return ALL.stream()
        .filter(measure -> measure.facts().inputs().contains(input))
        .map(Measure::reach)
        .reduce(Reach.DAY, Reach::and);
  }
}
