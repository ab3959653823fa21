package dev.earshot.pipelines.measure;

import dev.earshot.models.statistics.Interval;
import dev.earshot.models.statistics.WilsonInterval;
import dev.earshot.pipelines.listen.CustomerOrder;
import dev.earshot.pipelines.listen.ListenSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Min;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

/**
 * Returning customers by week: of those who bought in the week, those who had bought before it. The
 * purchases of a customer on one day are one.
 */
final class WeeklyCustomers
    extends PTransform<PCollection<CustomerOrder>, PCollection<WeeklyFigure>> {
  /** Customers from which on a week is reliable. */
  static final int RELIABLE_CUSTOMERS = 30;

  /** With less history, old customers look new. */
  static final int HISTORY_DAYS = 365;

  private final ListenSettings settings;
  private final Clock clock;

  WeeklyCustomers(ListenSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Customers of a brand who bought in a week.
   *
   * @param sunday last day of the week
   * @param buyers all of them
   * @param returning those who had bought before the week
   */
  record Buyers(String brandId, int sunday, long buyers, long returning) {
    String key() {
      return brandId + '\n' + sunday;
    }

    /** Those of one brand and week together. */
    static Buyers sum(Iterable<Buyers> parts) {
      Buyers sum = null;
      for (Buyers next : parts) {
        sum =
            sum == null
                ? next
                : new Buyers(
                    next.brandId,
                    next.sunday,
                    sum.buyers + next.buyers,
                    sum.returning + next.returning);
      }
      if (sum == null) {
        throw new IllegalArgumentException("nothing to add up");
      }
      return sum;
    }
  }

  @Override
  public PCollection<WeeklyFigure> expand(PCollection<CustomerOrder> orders) {
    PCollectionView<Map<String, Integer>> firstDays =
        orders
            .apply(
                "OrderDays",
                MapElements.into(
                        TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.integers()))
                    .via((CustomerOrder order) -> KV.of(order.brandId(), order.day())))
            .apply("FirstDay", Combine.perKey(Min.ofIntegers()))
            .apply("FirstDays", View.asMap());
    return orders
        .apply(
            "ByCustomer",
            WithKeys.of((CustomerOrder order) -> order.brandId() + '\n' + order.customerId())
                .withKeyType(TypeDescriptors.strings()))
        .apply("GroupCustomers", GroupByKey.create())
        .apply("WeeksOfCustomers", ParDo.of(new Weeks()))
        .apply("AddCustomers", Combine.perKey(Buyers::sum))
        .apply(
            "MeasureWeeks",
            ParDo.of(new Measure(settings, clock, firstDays))
                .withSideInputs(clock.latestInInput(), firstDays));
  }

  private static final class Weeks
      extends DoFn<KV<String, Iterable<CustomerOrder>>, KV<String, Buyers>> {
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<CustomerOrder>> customer,
        OutputReceiver<KV<String, Buyers>> out) {
      forEachWeek(customer.getValue(), week -> out.output(KV.of(week.key(), week)));
    }
  }

  private static final class Measure extends DoFn<KV<String, Buyers>, WeeklyFigure> {
    private final ListenSettings settings;
    private final Clock clock;
    private final PCollectionView<Map<String, Integer>> firstDays;

    Measure(ListenSettings settings, Clock clock, PCollectionView<Map<String, Integer>> firstDays) {
      this.settings = settings;
      this.clock = clock;
      this.firstDays = firstDays;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Buyers week = context.element().getValue();
      String brand = week.brandId();
      int firstDay = context.sideInput(firstDays).getOrDefault(brand, week.sunday());
      if (week.sunday() < clock.lastDay(context, settings, brand)) {
        context.output(figure(week, firstDay));
      }
    }
  }

  /** The weeks in which one customer bought. */
  static void forEachWeek(Iterable<CustomerOrder> orders, Consumer<Buyers> out) {
    TreeSet<Integer> sundays = new TreeSet<>();
    String brand = "";
    for (CustomerOrder order : orders) {
      if (order.isPurchase()) {
        brand = order.brandId();
        sundays.add(Week.sunday(order.day()));
      }
    }
    boolean isReturning = false;
    for (int sunday : List.copyOf(sundays)) {
      out.accept(new Buyers(brand, sunday, 1, isReturning ? 1 : 0));
      isReturning = true;
    }
  }

  /**
   * The figure of a week.
   *
   * @param firstDay day of the brand's first order in the input
   */
  static WeeklyFigure figure(Buyers week, int firstDay) {
    Interval interval = WilsonInterval.of(week.returning(), week.buyers());
    String reason = missingReason(week, firstDay);
    return new WeeklyFigure(
        week.brandId(),
        Kpi.RETURNING_CUSTOMERS,
        week.sunday(),
        Estimates.rate(week.returning(), week.buyers()),
        Estimates.lower(interval),
        Estimates.upper(interval),
        week.buyers(),
        reason == null,
        reason);
  }

  private static @Nullable String missingReason(Buyers week, int firstDay) {
    if (week.sunday() - Week.DAYS + 1 - firstDay < HISTORY_DAYS) {
      return "short_history";
    }
    return week.buyers() < RELIABLE_CUSTOMERS ? "too_few_customers" : null;
  }
}
