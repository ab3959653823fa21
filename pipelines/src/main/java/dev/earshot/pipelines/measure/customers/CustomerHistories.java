package dev.earshot.pipelines.measure.customers;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.BrandCustomer;
import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.read.BrandSpans;
import dev.earshot.pipelines.listen.shop.ShopTags;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.GroupInPartitions;
import dev.earshot.pipelines.run.RunSettings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * The steps that make {@link CustomerHistory}: what is known of each customer meets, by way of the
 * accounts that customers agreed to be known by.
 */
public final class CustomerHistories {
  private CustomerHistories() {}

  /** The facts of {@link CustomerHistory#FACTS}. */
  public static PCollection<KV<CustomerBrand, Encoded<CustomerHistory>>> of(
      Listen listen, RunSettings settings, Clock clock) {
    boolean isLinked = listen.has(ShopTags.LINKS);
    PCollectionView<Map<String, BrandSpans>> spans = isLinked ? listen.spansByBrand() : null;
    PCollectionList<KV<BrandCustomer, CustomerFact>> facts =
        PCollectionList.of(
            listen.get(ShopTags.ORDERS).apply("CustomerPurchases", ParDo.of(new Purchases())));
    if (isLinked) {
      facts = facts.and(SocialCustomers.of(listen, settings));
    }
    List<PCollectionView<?>> known = new ArrayList<>(List.of(clock.latestInInput()));
    if (spans != null) {
      known.add(spans);
    }
    return facts
        .apply("CustomerFacts", Flatten.pCollections())
        .apply("GroupFactsByCustomer", new GroupInPartitions<>(settings))
        .apply(
            "CustomerHistories",
            ParDo.of(new Gather(settings, clock, spans)).withSideInputs(known));
  }

  /** The orders that count as purchases, and those that bring money back. */
  private static final class Purchases
      extends DoFn<CustomerOrder, KV<BrandCustomer, CustomerFact>> {
    @ProcessElement
    public void process(
        @Element CustomerOrder order, OutputReceiver<KV<BrandCustomer, CustomerFact>> out) {
      if (order.isPurchase() || order.isCredit()) {
        CustomerFact fact = new CustomerFact(CustomerFact.Purchase.of(order), null);
        out.output(KV.of(new BrandCustomer(order.brandId(), order.customerId()), fact));
      }
    }
  }

  private static final class Gather
      extends DoFn<
          KV<BrandCustomer, Iterable<CustomerFact>>, KV<CustomerBrand, Encoded<CustomerHistory>>> {
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
      BrandCustomer customer = context.element().getKey();
      String brandId = customer.brandId();
      int lastDay = clock.lastDay(context, settings, brandId);
      HistoryDraft draft = new HistoryDraft();
      context.element().getValue().forEach(fact -> draft.add(fact, lastDay));
      CustomerHistory history = draft.history(brandId, customer.customerId());
      if (history != null) {
        Integer socialFrom = spans == null ? null : firstSpoken(context.sideInput(spans));
        context.output(KV.of(new CustomerBrand(brandId, socialFrom), Encoded.of(history)));
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
  }
}
