package dev.earshot.pipelines.measure.customers;

import dev.earshot.models.statistics.proportions.WilsonInterval;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.tables.BrandRetentionMonthlyRow;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.Estimated;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code brand_retention_monthly}: of the customers who first bought in one month, those who bought
 * in another.
 */
public final class BrandRetentionMonthly {
  public static final Measure<BrandRetentionMonthlyRow> MEASURE =
      Measure.of(BrandRetentionMonthlyRow.class)
          .from(CustomerHistory.BY_BRAND)
          .rows(BrandRetentionMonthly::rows);

  private BrandRetentionMonthly() {}

  private static Stream<BrandRetentionMonthlyRow> rows(
      CoveredBrand brand, Iterable<CustomerHistory> customers, RunContext run) {
    CustomerMonths months = new CustomerMonths(customers, run.lastDay(brand.brandId()));
    CellColumns cell = CellColumns.of(brand.brandId(), run.runId());
    return months
        .shownMonths()
        .filter(index -> run.publishes(months.lastDayOf(index)))
        .boxed()
        .flatMap(
            index ->
                IntStream.rangeClosed(0, index)
                    .filter(cohort -> months.active(cohort, cohort) > 0)
                    .mapToObj(cohort -> row(cell, cohort, index, brand.orders(), months)));
  }

  private static BrandRetentionMonthlyRow row(
      CellColumns cell, int cohort, int index, CoveredDays orders, CustomerMonths months) {
    long size = months.active(cohort, cohort);
    long active = months.active(cohort, index);
    return new BrandRetentionMonthlyRow(
        cell,
        index - cohort,
        size,
        active,
        Estimated.rate(active, size, WilsonInterval.of(active, size)),
        months.covered(orders, index).days(),
        months.isLeftTruncated(cohort),
        months.isComplete(index),
        months.firstDayOf(cohort),
        months.lastDayOf(index),
        months.lastDayOf(index));
  }
}
