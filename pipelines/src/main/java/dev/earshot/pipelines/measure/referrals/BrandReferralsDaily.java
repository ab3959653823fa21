package dev.earshot.pipelines.measure.referrals;

import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.facts.WindowLengths;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandReferralDailyRow;
import dev.earshot.pipelines.tables.CellColumns;
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
        .flatMap(
            length ->
                Stream.ofNullable(days.window(network, day, length))
                    .map(
                        window ->
                            row(
                                CellColumns.of(brandId, run.runId()),
                                network,
                                log.window(length, day),
                                day,
                                window)));
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
