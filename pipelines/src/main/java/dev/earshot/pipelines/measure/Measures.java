package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.measure.alerts.BrandAlerts;
import dev.earshot.pipelines.measure.comparison.BrandComparisons;
import dev.earshot.pipelines.measure.comparison.BrandRankings;
import dev.earshot.pipelines.measure.coverage.SourceCoverageDaily;
import dev.earshot.pipelines.measure.customers.BrandCustomersMonthly;
import dev.earshot.pipelines.measure.customers.BrandRetentionMonthly;
import dev.earshot.pipelines.measure.customers.Customers;
import dev.earshot.pipelines.measure.engagement.BrandEngagementDaily;
import dev.earshot.pipelines.measure.inbox.BrandInbox;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.referrals.BrandReferralsDaily;
import dev.earshot.pipelines.measure.relationship.BrandAudiencesMonthly;
import dev.earshot.pipelines.measure.relationship.BrandRelationshipsMonthly;
import dev.earshot.pipelines.measure.relationship.BrandSwitchingMonthly;
import dev.earshot.pipelines.measure.reputation.BrandKeyPhrasesDaily;
import dev.earshot.pipelines.measure.reputation.BrandReputationDaily;
import dev.earshot.pipelines.measure.reputation.BrandTopicsDaily;
import dev.earshot.pipelines.measure.scorecard.BrandScorecardsWeekly;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import java.util.List;
import java.util.stream.Stream;

/** Every measure: what a run adds to its graph, and how far it reads beside its dates. */
public final class Measures {
  /** A day of 24 hours is part of two dates, and dates of two brands are not the same hours. */
  private static final Reach EDGE = new Reach(1, 1);

  /** What rows about single records ask for. */
  private static final List<Context> DETAIL_TABLES =
      List.of(InputContext.MENTION, InputContext.CONVERSATION, InputContext.RETURNING_VISIT);

  /** In the order of the documentation. */
  public static final List<Measure<?>> ALL =
      List.of(
          BrandReputationDaily.MEASURE,
          BrandTopicsDaily.MEASURE,
          BrandKeyPhrasesDaily.MEASURE,
          BrandAlerts.MEASURE,
          BrandComparisons.MEASURE,
          BrandRankings.MEASURE,
          BrandEngagementDaily.MEASURE,
          BrandInbox.MEASURE,
          BrandRelationshipsMonthly.MEASURE,
          BrandAudiencesMonthly.MEASURE,
          BrandSwitchingMonthly.MEASURE,
          BrandReferralsDaily.MEASURE,
          BrandCustomersMonthly.MEASURE,
          BrandRetentionMonthly.MEASURE,
          Customers.MEASURE,
          BrandScorecardsWeekly.MEASURE,
          SourceCoverageDaily.MEASURE);

  private Measures() {}

  /**
   * What a run over dates reads beside the records of these dates: as much as the table that asks
   * for most. Each measure states beside its formula what it asks for.
   */
  public static Context context() {
    return Stream.concat(DETAIL_TABLES.stream(), ALL.stream().map(Measure::context))
        .reduce(Context.NONE, Context::or)
        .over(EDGE);
  }
}
