package dev.earshot.pipelines.measure.customers;

import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.listen.read.BrandSpans;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.RunSettings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final @Nullable PCollectionView<Map<String, BrandSpans>> spans;

  /**
   * The transform.
   *
   * @param spans from when to when the input says anything of each brand; null where the run does
   *     not know whose accounts are
   */
  CustomerHistories(
      RunSettings settings, Clock clock, @Nullable PCollectionView<Map<String, BrandSpans>> spans) {
    this.settings = settings;
    this.clock = clock;
    this.spans = spans;
  }

  @Override
  public PCollection<KV<BrandAsOf, CustomerHistory>> expand(PCollectionList<CustomerFact> facts) {
    List<PCollectionView<?>> known = new ArrayList<>(List.of(clock.latestInInput()));
    if (spans != null) {
      known.add(spans);
    }
    return facts
        .apply("AllFacts", Flatten.pCollections())
        .apply("PartitionCustomers", ParDo.of(new ByCustomer(settings)))
        .apply("GroupFacts", GroupByKey.create())
        .apply("AddFacts", ParDo.of(new Gather(settings, clock, spans)).withSideInputs(known));
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
    private final @Nullable PCollectionView<Map<String, BrandSpans>> spans;

    Gather(
        RunSettings settings,
        Clock clock,
        @Nullable PCollectionView<Map<String, BrandSpans>> spans) {
      this.settings = settings;
      this.clock = clock;
      this.spans = spans;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      long asOf = clock.asOf(context);
      Integer socialFrom = spans == null ? null : firstSpoken(context.sideInput(spans));
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

    /** The first day of which the input has what accounts said of or to any brand. */
    private int firstSpoken(Map<String, BrandSpans> known) {
      int first = Integer.MAX_VALUE;
      for (Map.Entry<String, BrandSpans> brand : known.entrySet()) {
        ZoneId zone = BrandBooks.brand(settings, brand.getKey()).zone();
        BrandSpans said = brand.getValue();
        for (BrandSpans.Span span : Arrays.asList(said.mentions(), said.messages())) {
          if (span != null) {
            first = Math.min(first, DateScope.dayOf(span.firstMicros(), zone));
          }
        }
      }
      return first;
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
