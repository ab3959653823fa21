package dev.earshot.pipelines.measure.customers;

import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.RunSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of each customer who has bought, by brand and what is known of it. */
final class CustomerHistories
    extends PTransform<PCollectionList<CustomerFact>, PCollection<KV<BrandAsOf, CustomerHistory>>> {
  private final RunSettings settings;
  private final Clock clock;
  private final @Nullable PCollectionView<Integer> firstSpoken;

  /**
   * The transform.
   *
   * @param firstSpoken the first day of which the run knows what accounts said; null where it does
   *     not know whose they are
   */
  CustomerHistories(
      RunSettings settings, Clock clock, @Nullable PCollectionView<Integer> firstSpoken) {
    this.settings = settings;
    this.clock = clock;
    this.firstSpoken = firstSpoken;
  }

  @Override
  public PCollection<KV<BrandAsOf, CustomerHistory>> expand(PCollectionList<CustomerFact> facts) {
    List<PCollectionView<?>> known = new ArrayList<>(List.of(clock.latestInInput()));
    if (firstSpoken != null) {
      known.add(firstSpoken);
    }
    return facts
        .apply("AllFacts", Flatten.pCollections())
        .apply("PartitionCustomers", ParDo.of(new ByCustomer(settings)))
        .apply("GroupFacts", GroupByKey.create())
        .apply(
            "AddFacts", ParDo.of(new Gather(settings, clock, firstSpoken)).withSideInputs(known));
  }

  /** The orders that count as purchases, and those that bring money back. */
  static final class Purchases extends DoFn<CustomerOrder, CustomerFact> {
    @ProcessElement
    public void process(@Element CustomerOrder order, OutputReceiver<CustomerFact> out) {
      if (order.isPurchase() || order.isCredit()) {
        CustomerFact.Purchase purchase =
            new CustomerFact.Purchase(
                order.isCredit(),
                order.day(),
                order.orderedAtMicros(),
                order.currency(),
                order.amountMinor());
        out.output(new CustomerFact(order.brandId(), order.customerId(), purchase, null));
      }
    }
  }

  private static final class ByCustomer extends DoFn<CustomerFact, KV<Integer, CustomerFact>> {
    private final RunSettings settings;

    ByCustomer(RunSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(@Element CustomerFact fact, OutputReceiver<KV<Integer, CustomerFact>> out) {
      int partition = Partitions.of(settings, fact.brandId(), fact.customerId());
      out.output(KV.of(partition, fact));
    }
  }

  private static final class Gather
      extends DoFn<KV<Integer, Iterable<CustomerFact>>, KV<BrandAsOf, CustomerHistory>> {
    private final RunSettings settings;
    private final Clock clock;
    private final @Nullable PCollectionView<Integer> firstSpoken;

    Gather(RunSettings settings, Clock clock, @Nullable PCollectionView<Integer> firstSpoken) {
      this.settings = settings;
      this.clock = clock;
      this.firstSpoken = firstSpoken;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      long asOf = clock.asOf(context);
      Integer socialFrom = firstSpoken == null ? null : context.sideInput(firstSpoken);
      Map<String, Draft> customers = new HashMap<>();
      for (CustomerFact fact : context.element().getValue()) {
        int lastDay = lastDay(asOf, fact.brandId());
        customers
            .computeIfAbsent(
                fact.customer(), customer -> new Draft(fact.brandId(), fact.customerId()))
            .add(fact, lastDay);
      }
      for (Draft draft : customers.values()) {
        CustomerHistory history = draft.history();
        if (!history.days().isEmpty()) {
          BrandAsOf horizon =
              new BrandAsOf(draft.brandId, lastDay(asOf, draft.brandId), socialFrom);
          context.output(KV.of(horizon, history));
        }
      }
    }

    private int lastDay(long asOf, String brandId) {
      return Clock.lastDay(asOf, BrandBooks.brand(settings, brandId).zone());
    }
  }

  /** A history under way; the order of its facts does not matter. */
  private static final class Draft {
    private final String brandId;
    private final String customerId;
    private final List<CustomerFact.Purchase> purchases = new ArrayList<>();
    private final TreeSet<Integer> spokenDays = new TreeSet<>();
    private boolean isLinked;

    Draft(String brandId, String customerId) {
      this.brandId = brandId;
      this.customerId = customerId;
    }

    void add(CustomerFact fact, int lastDay) {
      CustomerFact.Purchase purchase = fact.purchase();
      if (purchase == null) {
        isLinked = true;
        if (fact.spokenDay() != null) {
          spokenDays.add(fact.spokenDay());
        }
      } else if (purchase.day() <= lastDay) {
        purchases.add(purchase);
      }
    }

    CustomerHistory history() {
      KeptPurchases kept = KeptPurchases.of(purchases);
      return new CustomerHistory(
          brandId,
          customerId,
          kept.days(),
          kept.orderCount(),
          kept.currency(),
          kept.spentMinor(),
          isLinked,
          List.copyOf(spokenDays));
    }
  }
}
