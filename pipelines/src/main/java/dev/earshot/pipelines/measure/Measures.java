package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.measure.coverage.SourceCoverageDaily;
import dev.earshot.pipelines.measure.customers.BrandCustomers;
import dev.earshot.pipelines.measure.engagement.BrandEngagementDaily;
import dev.earshot.pipelines.measure.inbox.BrandInbox;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.referrals.BrandReferralsDaily;
import dev.earshot.pipelines.measure.reputation.BrandKeyPhrasesDaily;
import dev.earshot.pipelines.measure.reputation.BrandReputationDaily;
import dev.earshot.pipelines.measure.reputation.BrandTopicsDaily;
import dev.earshot.pipelines.measure.scorecard.BrandScorecardsWeekly;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.sources.RecordKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every measure: what a run adds to its graph, and how far it reads beside its dates. */
public final class Measures {
  /** A day of 24 hours is part of two dates, and dates of two brands are not the same hours. */
  private static final Reach EDGE = new Reach(1, 1);

  /** What rows about single records ask for. */
  private static final List<Context> DETAIL_TABLES =
      List.of(InputContext.MENTION, InputContext.CONVERSATION, InputContext.RETURNING_VISIT);

  /** What measures ask for that are not among {@link #ALL}. */
  private static final List<Context> OTHERS =
      List.of(BrandCustomers.CONTEXT, BrandScorecardsWeekly.CONTEXT);

  /** In the order of the documentation. */
  public static final List<Measure<?>> ALL =
      List.of(
          BrandReputationDaily.MEASURE,
          BrandTopicsDaily.MEASURE,
          BrandKeyPhrasesDaily.MEASURE,
          BrandEngagementDaily.MEASURE,
          BrandInbox.MEASURE,
          BrandReferralsDaily.MEASURE,
          SourceCoverageDaily.MEASURE);

  private Measures() {}

  /** The measures that can have any rows in a run with these kinds of input. */
  public static List<Measure<?>> possibleWith(Set<RecordKind> inputs) {
    return ALL.stream().filter(measure -> measure.isPossibleWith(inputs)).toList();
  }

  /**
   * What a run over dates reads beside the records of these dates: as much as the table that asks
   * for most. Each measure states beside its formula what it asks for.
   */
  public static Context context() {
    return Stream.of(DETAIL_TABLES.stream(), ALL.stream().map(Measure::context), OTHERS.stream())
        .flatMap(tables -> tables)
        .reduce(Context.NONE, Context::or)
        .over(EDGE);
  }
}
