package dev.earshot.pipelines.measure.scorecard;

import dev.earshot.pipelines.facts.BrandKey;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.customers.WeeklyCustomers;
import dev.earshot.pipelines.measure.engagement.WeeklyEngagement;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Groups;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.measure.referrals.BrandReferralsDaily;
import dev.earshot.pipelines.measure.reputation.BrandReputationDaily;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandScorecardWeeklyRow;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code brand_scorecards_weekly}: the weekly figures of all KPIs of a brand side by side. */
public final class BrandScorecardsWeekly {
  /** Figures of the week that ends on the day and of the week before it. */
  private static final Context CONTEXT =
      BrandReputationDaily.MEASURE
          .context()
          .or(InputContext.REPLIES.or(InputContext.VISIT).over(Reach.ofWindow(Week.DAYS)))
          .over(Reach.back(Week.DAYS));

  /** A KPI joins by giving its figures to this list. */
  private static final Facts<NoKey, WeeklyFigure> FIGURES =
      Facts.made(
          "WeeklyFigures",
          WeeklyFigure.class,
          List.of(
              BrandReputationDaily.WEEKS,
              WeeklyEngagement.WEEKS,
              BrandReferralsDaily.WEEKS,
              WeeklyCustomers.WEEKS));

  public static final Measure<BrandScorecardWeeklyRow> MEASURE =
      Measure.of(BrandScorecardWeeklyRow.class)
          .reaching(CONTEXT)
          .lookingUp(InputCoverage.BY_SOURCE)
          .from(
              Groups.of(
                  "WeeklyFiguresByBrand",
                  FIGURES,
                  BrandKey.class,
                  figure -> new BrandKey(figure.brandId())))
          .rows(BrandScorecardsWeekly::rows);

  private BrandScorecardsWeekly() {}

  private static Stream<BrandScorecardWeeklyRow> rows(
      BrandKey brand, Iterable<WeeklyFigure> figures, RunContext run) {
    String id = brand.brandId();
    Function<Kpi, CoveredDays> covered = kpi -> InputCoverage.of(run, id, kpi.source);
    return Scorecard.rows(run.runId(), id, figures, covered, run.lastDay(id)).stream();
  }
}
