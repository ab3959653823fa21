package dev.earshot.pipelines.measure.customers;

import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow;
import dev.earshot.pipelines.tables.BrandRetentionMonthlyRow;
import dev.earshot.pipelines.tables.CustomerRow;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Makes the tables about customers. All customers of a brand meet in one place, each as the days of
 * its purchases; many of them are kept on disk and read again for each month.
 *
 * @param weekly returning customers by week, for the scorecard
 * @param monthly rows of {@code brand_customers_monthly}
 * @param retention rows of {@code brand_retention_monthly}
 * @param customers rows of {@code customers}
 */
public record BrandCustomers(
    PCollection<WeeklyFigure> weekly,
    PCollection<BrandCustomerMonthlyRow> monthly,
    PCollection<BrandRetentionMonthlyRow> retention,
    PCollection<CustomerRow> customers) {
  private static final int LONGEST_MONTH_DAYS = 31;

  /** What accounts of customers said in a month, which is published on its last day. */
  public static final Context CONTEXT =
      InputContext.REPLIES.or(InputContext.CONVERSATION).over(Reach.ofWindow(LONGEST_MONTH_DAYS));

  private static final Comparator<CustomerHistory> ORDER =
      Comparator.comparing(CustomerHistory::customerId);

  /** Customers of a brand that are held in memory, of some 300 bytes each; others on disk. */
  private static final int CUSTOMERS_IN_MEMORY = 50_000;

  private static final TupleTag<WeeklyFigure> WEEKLY = new TupleTag<>("weekly") {};
  private static final TupleTag<BrandCustomerMonthlyRow> MONTHLY = new TupleTag<>("monthly") {};
  private static final TupleTag<BrandRetentionMonthlyRow> RETENTION =
      new TupleTag<>("retention") {};
  private static final TupleTag<CustomerRow> CUSTOMERS = new TupleTag<>("customers") {};

  /**
   * Adds the steps to a pipeline.
   *
   * @param files the input: whether it links customers with accounts
   */
  public static BrandCustomers of(
      Listen listen, List<SourceFile> files, RunSettings settings, Clock clock) {
    boolean hasIdentities = Listen.hasIdentities(files);
    PCollection<CustomerFact> purchases =
        listen
            .shop()
            .orders()
            .apply("CustomerPurchases", ParDo.of(new CustomerHistories.Purchases()));
    PCollection<SocialCustomers.AccountFact> spoken =
        hasIdentities
            ? SocialCustomers.spoken(listen)
            : purchases
                .getPipeline()
                .apply(
                    "NoIdentities",
                    Create.empty(RecordCoder.of(SocialCustomers.AccountFact.class)));
    PCollectionTuple rows =
        PCollectionList.of(purchases)
            .and(SocialCustomers.of(listen, spoken, settings))
            .apply(
                "CustomerHistories",
                new CustomerHistories(
                    settings, clock, hasIdentities ? listen.spansByBrand() : null))
            .apply("GroupCustomersByBrand", GroupByKey.create())
            .apply(
                "MeasureCustomers",
                ParDo.of(new Measure(settings))
                    .withOutputTags(
                        MONTHLY, TupleTagList.of(RETENTION).and(CUSTOMERS).and(WEEKLY)));
    return new BrandCustomers(
        rows.get(WEEKLY), rows.get(MONTHLY), rows.get(RETENTION), rows.get(CUSTOMERS));
  }

  private static final class Measure
      extends DoFn<KV<BrandAsOf, Iterable<CustomerHistory>>, BrandCustomerMonthlyRow> {
    private final RunSettings settings;

    Measure(RunSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(
        @Element KV<BrandAsOf, Iterable<CustomerHistory>> brand, MultiOutputReceiver out)
        throws IOException {
      try (SortedRows<CustomerHistory> customers =
          new SortedRows<>(CustomerHistory.class, ORDER, CUSTOMERS_IN_MEMORY)) {
        customers.addAll(brand.getValue());
        measure(brand.getKey(), customers, out);
      }
    }

    private void measure(
        BrandAsOf horizon, Iterable<CustomerHistory> customers, MultiOutputReceiver out) {
      String runId = settings.runId();
      int lastDay = horizon.lastDay();
      AliveCustomers alive = AliveCustomers.at(customers, lastDay);
      CustomerMonths months = new CustomerMonths(horizon, customers, alive, runId);
      months.monthly(settings.dates()).forEach(out.get(MONTHLY)::output);
      months.retention(settings.dates()).forEach(out.get(RETENTION)::output);
      new CustomerScores(customers, alive, lastDay, runId).rows(out.get(CUSTOMERS)::output);
      WeeklyCustomers.figures(horizon.brandId(), customers, lastDay)
          .forEach(out.get(WEEKLY)::output);
    }
  }
}
