package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.listen.BrandBooks;
import dev.earshot.pipelines.listen.CustomerOrder;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.tables.BrandCustomersMonthlyRow;
import dev.earshot.pipelines.tables.BrandRetentionMonthlyRow;
import dev.earshot.pipelines.tables.CustomerRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Makes the tables about customers. All customers of a brand meet in one place, each as the days of
 * its purchases: some 100 bytes of memory for each.
 *
 * @param monthly rows of {@code brand_customers_monthly}
 * @param retention rows of {@code brand_retention_monthly}
 * @param customers rows of {@code customers}
 */
public record BrandCustomers(
    PCollection<BrandCustomersMonthlyRow> monthly,
    PCollection<BrandRetentionMonthlyRow> retention,
    PCollection<CustomerRow> customers) {
  private static final TupleTag<CustomerOrder> ORDERS = new TupleTag<>("orders") {};
  private static final TupleTag<SocialFact> SOCIAL = new TupleTag<>("social") {};
  private static final TupleTag<BrandCustomersMonthlyRow> MONTHLY = new TupleTag<>("monthly") {};
  private static final TupleTag<BrandRetentionMonthlyRow> RETENTION =
      new TupleTag<>("retention") {};
  private static final TupleTag<CustomerRow> CUSTOMERS = new TupleTag<>("customers") {};

  /**
   * Adds the steps to a pipeline.
   *
   * @param hasIdentities whether the input links customers with accounts
   */
  public static BrandCustomers of(
      Listen listen, boolean hasIdentities, ListenSettings settings, Clock clock) {
    PCollection<KV<String, CustomerOrder>> orders =
        listen
            .shop()
            .orders()
            .apply(
                "ByCustomer",
                WithKeys.of((CustomerOrder order) -> key(order.brandId(), order.customerId()))
                    .withKeyType(TypeDescriptors.strings()));
    PCollection<KV<String, SocialFact>> social =
        hasIdentities
            ? SocialCustomers.of(listen)
            : orders
                .getPipeline()
                .apply(
                    "NoIdentities",
                    Create.empty(
                        KvCoder.of(StringUtf8Coder.of(), RecordCoder.of(SocialFact.class))));
    PCollectionTuple rows =
        KeyedPCollectionTuple.of(ORDERS, orders)
            .and(SOCIAL, social)
            .apply("GroupByCustomer", CoGroupByKey.create())
            .apply(
                "CustomerHistories",
                ParDo.of(new Histories(settings, clock)).withSideInputs(clock.latestInInput()))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), RecordCoder.of(CustomerHistory.class)))
            .apply("GroupCustomersByBrand", GroupByKey.create())
            .apply(
                "MeasureCustomers",
                ParDo.of(new Measure(hasIdentities, settings, clock))
                    .withSideInputs(clock.latestInInput())
                    .withOutputTags(MONTHLY, TupleTagList.of(RETENTION).and(CUSTOMERS)));
    return new BrandCustomers(rows.get(MONTHLY), rows.get(RETENTION), rows.get(CUSTOMERS));
  }

  /** The key of a person of a brand. */
  static String key(String brandId, String personId) {
    return brandId + '\n' + personId;
  }

  private static final class Histories
      extends DoFn<KV<String, CoGbkResult>, KV<String, CustomerHistory>> {
    private final ListenSettings settings;
    private final Clock clock;

    Histories(ListenSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      String key = context.element().getKey();
      String brandId = key.substring(0, key.indexOf('\n'));
      CoGbkResult facts = context.element().getValue();
      int lastDay = Clock.lastDay(clock.asOf(context), BrandBooks.brand(settings, brandId).zone());
      List<CustomerOrder> orders = new ArrayList<>();
      for (CustomerOrder order : facts.getAll(ORDERS)) {
        if (order.isPurchase() && order.day() <= lastDay) {
          orders.add(order);
        }
      }
      if (orders.isEmpty()) {
        return;
      }
      TreeSet<Integer> days = new TreeSet<>();
      String currency = orders.get(0).currency();
      long spent = 0;
      for (CustomerOrder order : orders) {
        days.add(order.day());
        boolean isSame = currency != null && currency.equals(order.currency());
        currency = isSame ? currency : null;
        spent += order.amountMinor() == null ? 0 : order.amountMinor();
      }
      boolean isLinked = false;
      TreeSet<Integer> engaged = new TreeSet<>();
      for (SocialFact fact : facts.getAll(SOCIAL)) {
        isLinked = true;
        if (fact.day() != null) {
          engaged.add(fact.day());
        }
      }
      context.output(
          KV.of(
              brandId,
              new CustomerHistory(
                  brandId,
                  key.substring(brandId.length() + 1),
                  List.copyOf(days),
                  orders.size(),
                  currency,
                  currency == null ? null : Long.valueOf(spent),
                  isLinked,
                  List.copyOf(engaged))));
    }
  }

  private static final class Measure
      extends DoFn<KV<String, Iterable<CustomerHistory>>, BrandCustomersMonthlyRow> {
    private final boolean hasIdentities;
    private final ListenSettings settings;
    private final Clock clock;

    Measure(boolean hasIdentities, ListenSettings settings, Clock clock) {
      this.hasIdentities = hasIdentities;
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context, MultiOutputReceiver out) {
      String brandId = context.element().getKey();
      List<CustomerHistory> histories = new ArrayList<>();
      context.element().getValue().forEach(histories::add);
      histories.sort(Comparator.comparing(CustomerHistory::customerId));
      int lastDay = Clock.lastDay(clock.asOf(context), BrandBooks.brand(settings, brandId).zone());
      CustomerMonths months = new CustomerMonths(brandId, histories, lastDay, settings.runId());
      months.monthly(settings.dates(), hasIdentities).forEach(out.get(MONTHLY)::output);
      months.retention(settings.dates()).forEach(out.get(RETENTION)::output);
      new CustomerScores(histories, lastDay, settings.runId()).rows(out.get(CUSTOMERS)::output);
    }
  }
}
