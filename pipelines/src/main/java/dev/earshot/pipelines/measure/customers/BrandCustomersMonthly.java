package dev.earshot.pipelines.measure.customers;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.buying.Holdout;
import dev.earshot.models.statistics.proportions.WilsonInterval;
import dev.earshot.models.statistics.survival.Durations;
import dev.earshot.models.statistics.survival.KaplanMeier;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.customers.CustomerMonths.Month;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow.Buyers;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow.Cohort;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow.HeldOut;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow.MonthColumns;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow.Reliability;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow.Social;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code brand_customers_monthly}: who buys from a brand in a month, and who comes back. */
public final class BrandCustomersMonthly {
  private static final int LONGEST_MONTH_DAYS = 31;
  private static final int REPEAT_DAYS = 90;
  private static final int RELIABLE_FROM = 30;

  /** What accounts of customers said in a month, which is published on its last day. */
  private static final Context CONTEXT =
      InputContext.REPLIES.or(InputContext.CONVERSATION).over(Reach.ofWindow(LONGEST_MONTH_DAYS));

  public static final Measure<BrandCustomerMonthlyRow> MEASURE =
      Measure.of(BrandCustomerMonthlyRow.class)
          .reaching(CONTEXT)
          .from(CustomerHistory.BY_BRAND)
          .rows(BrandCustomersMonthly::rows);

  private final CoveredBrand brand;
  private final CustomerMonths months;
  private final CellColumns cell;

  private BrandCustomersMonthly(CoveredBrand brand, CustomerMonths months, String runId) {
    this.brand = brand;
    this.months = months;
    this.cell = CellColumns.of(brand.brandId(), runId);
  }

  private static Stream<BrandCustomerMonthlyRow> rows(
      CoveredBrand brand, Iterable<CustomerHistory> customers, RunContext run) {
    int lastDay = run.lastDay(brand.brandId());
    CustomerMonths months = new CustomerMonths(customers, lastDay);
    AliveCustomers alive = new AliveCustomers(customers);
    BrandCustomersMonthly measure = new BrandCustomersMonthly(brand, months, run.runId());
    return months
        .shownMonths()
        .filter(index -> run.publishes(months.lastDayOf(index)))
        .mapToObj(
            index -> measure.row(index, alive.at(Math.min(months.lastDayOf(index), lastDay))));
  }

  private BrandCustomerMonthlyRow row(int index, AliveCustomers.Alive alive) {
    Month month = months.of(index);
    Covered covered = months.covered(brand.orders(), index);
    return new BrandCustomerMonthlyRow(
        cell,
        alive.missingReason(),
        socialMissingReason(index),
        new Buyers(month.buyers, month.returning, month.buyers - month.returning, month.purchases),
        Estimated.rate(
            month.returning, month.buyers, WilsonInterval.of(month.returning, month.buyers)),
        cohort(month.untilRepeat),
        months.known(index),
        alive.count(),
        held(alive),
        social(month, socialMissingReason(index)),
        Math.max(0, months.historyDays(index)),
        new Reliability(
            months.isLeftTruncated(index),
            months.isComplete(index),
            month.buyers >= RELIABLE_FROM && !months.isLeftTruncated(index) && covered.isWhole()),
        MonthColumns.of(covered.days(), months.firstDayOf(index), months.lastDayOf(index)));
  }

  private static @Nullable HeldOut held(AliveCustomers.Alive alive) {
    Holdout holdout = alive.holdout();
    return holdout == null
        ? null
        : new HeldOut(
            Estimated.of(holdout.expected().count(), holdout.expected().interval()),
            holdout.buyerCount(),
            alive.holdoutDays());
  }

  private static Cohort cohort(Durations untilRepeat) {
    Estimate unrepeated = KaplanMeier.of(untilRepeat).survivalAt(REPEAT_DAYS);
    return new Cohort(
        untilRepeat.eventCount(),
        untilRepeat.censoredCount(),
        unrepeated == null
            ? Estimated.NONE
            : new Estimated(
                1 - unrepeated.value(),
                1 - unrepeated.interval().upper(),
                1 - unrepeated.interval().lower()));
  }

  private @Nullable MissingReason socialMissingReason(int index) {
    Integer socialFrom = brand.brand().socialFrom();
    if (socialFrom == null) {
      return MissingReason.NO_IDENTITIES;
    }
    return socialFrom <= months.firstDayOf(index) ? null : MissingReason.MONTH_PARTLY_READ;
  }

  private static Social social(Month month, @Nullable MissingReason reason) {
    boolean isLinked = reason != MissingReason.NO_IDENTITIES;
    return new Social(
        isLinked ? Long.valueOf(month.linked) : null,
        isLinked ? Long.valueOf(month.linkedReturning) : null,
        reason == null ? Long.valueOf(month.engaged) : null,
        reason == null ? Long.valueOf(month.engagedReturning) : null);
  }
}
