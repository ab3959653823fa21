package dev.earshot.pipelines.measure.referrals;

import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.facts.WindowLengths;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandReferralDailyRow;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.MissingReason;
import dev.earshot.pipelines.tables.WindowColumns;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code brand_referrals_daily}: who came to a brand's site from social networks, in the window
 * that ends on a day, and what orders and conversations had to do with it.
 */
public final class BrandReferralsDaily {
  /** Visits, posted links, orders and interactions of the window. */
  private static final Context CONTEXT =
      InputContext.RETURNING_VISIT
          .or(PostedPage.CONTEXT)
          .or(CustomerJourney.CONTEXT)
          .over(Reach.ofWindow(WindowLengths.LONGEST));

  public static final Measure<BrandReferralDailyRow> MEASURE =
      Measure.of(BrandReferralDailyRow.class)
          .reaching(CONTEXT)
          .lookingUp(InputCoverage.BY_SOURCE)
          .from(BrandReferrals.FACTS)
          .rows(BrandReferralsDaily::rows);

  /** The share of social visits of a week: the row of the seven days that end on its Sunday. */
  public static final Measure<WeeklyFigure> WEEKS =
      Measure.ofFacts("WeeklyReferrals", WeeklyFigure.class)
          .lookingUp(InputCoverage.BY_SOURCE)
          .from(BrandReferrals.FACTS)
          .rows(BrandReferralsDaily::weeks);

  private BrandReferralsDaily() {}

  private static Stream<BrandReferralDailyRow> rows(
      NoKey none, BrandReferrals brand, RunContext run) {
    ReferralDays days = ReferralDays.of(brand.sums());
    int today = run.lastDay(brand.brandId());
    CoveredDays log = InputCoverage.of(run, brand.brandId(), SourceKind.WEB_LOGS);
    return days.networks().stream()
        .flatMap(
            network ->
                IntStream.rangeClosed(days.firstDay(network), lastDay(days, network, today))
                    .filter(run::publishes)
                    .boxed()
                    .flatMap(day -> rows(brand.brandId(), network, day, days, log, run)));
  }

  /** The last day whose longest window holds anything, and that has begun. */
  private static int lastDay(ReferralDays days, String network, int today) {
    return Math.min(today, days.lastDay(network) + WindowLengths.LONGEST - 1);
  }

  private static Stream<BrandReferralDailyRow> rows(
      String brandId, String network, int day, ReferralDays days, CoveredDays log, RunContext run) {
    return WindowLengths.ALL.stream()
        .flatMap(length -> rows(brandId, network, log.window(length, day), day, days, run));
  }

  /** The row of a window, if there is anything in it. */
  private static Stream<BrandReferralDailyRow> rows(
      String brandId, String network, Covered covered, int day, ReferralDays days, RunContext run) {
    CellColumns cell = CellColumns.of(brandId, run.runId());
    return Stream.ofNullable(days.window(network, day, covered.of()))
        .map(counts -> row(cell, network, covered, day, counts));
  }

  /** The weeks that are over and in which the site was asked for anything. */
  private static Stream<WeeklyFigure> weeks(NoKey none, BrandReferrals brand, RunContext run) {
    String id = brand.brandId();
    ReferralDays days = ReferralDays.of(brand.sums());
    if (!days.networks().contains(MentionCell.ALL)) {
      return Stream.empty();
    }
    CoveredDays log = InputCoverage.of(run, id, SourceKind.WEB_LOGS);
    int last = Math.min(run.lastDay(id) - 1, Week.sunday(days.lastDay(MentionCell.ALL)));
    return IntStream.iterate(
            Week.sunday(days.firstDay(MentionCell.ALL)),
            sunday -> sunday <= last,
            sunday -> sunday + Week.DAYS)
        .boxed()
        .flatMap(
            sunday -> rows(id, MentionCell.ALL, log.window(Week.DAYS, sunday), sunday, days, run))
        .filter(week -> week.missingReason() != MissingReason.NO_WEB_LOGS)
        .map(week -> figure(id, week));
  }

  private static WeeklyFigure figure(String brandId, BrandReferralDailyRow week) {
    return new WeeklyFigure(
        brandId,
        Kpi.REFERRAL_TRAFFIC,
        week.window().date(),
        week.socialReferralRate(),
        week.visits().humanSessionCount(),
        week.isReliable(),
        week.missingReason());
  }

  private static BrandReferralDailyRow row(
      CellColumns cell, String network, Covered covered, int day, ReferralWindow window) {
    boolean isAll = network.equals(MentionCell.ALL);
    return new BrandReferralDailyRow(
        cell,
        network,
        covered.reasonAfter(window.missingReason()),
        WindowColumns.of(covered.of(), covered.days(), day),
        window.visits(),
        isAll ? window.otherVisits() : null,
        isAll ? window.programs() : null,
        window.socialRate(),
        isAll ? window.otherRates() : null,
        isAll ? window.darkSocial() : null,
        window.credits(),
        window.assists(),
        window.isReliable() && covered.isWhole());
  }
}
