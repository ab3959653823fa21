package dev.earshot.pipelines.listen.shop;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.FileKeys;
import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.facts.OrderFact;
import dev.earshot.pipelines.listen.read.BundleLedger;
import dev.earshot.pipelines.listen.read.LedgerFn;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.RunTools;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Makes orders of their lines. */
final class ResolveOrders
    extends LedgerFn<KV<Integer, Iterable<Encoded<OrderFact>>>, CustomerOrder> {
  private final RunSettings settings;
  private transient @Nullable FileKeys files;
  private transient @Nullable Pseudonyms pseudonyms;

  ResolveOrders(RunSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void setup() {
    files = FileKeys.of(settings.inputBytes());
    pseudonyms = RunTools.of(settings).pseudonyms();
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<Encoded<OrderFact>>> partition, MultiOutputReceiver out) {
    Map<OrderFact.OrderId, OrderGroup> orders = new HashMap<>();
    for (Encoded<OrderFact> encoded : partition.getValue()) {
      OrderFact fact = encoded.value();
      orders.computeIfAbsent(fact.order(), order -> new OrderGroup()).add(fact);
    }
    orders.values().forEach(order -> resolve(order, out));
  }

  private void resolve(OrderGroup group, MultiOutputReceiver out) {
    BundleLedger books = tally();
    OrderGroup.Split split = group.split();
    ResolvedOrder order = ResolvedOrder.of(split.lines());
    int day = RunTools.of(settings).dayOf(order.brandId(), order.orderedAtMicros());
    boolean isPublished = settings.dates().holds(day);
    split.duplicates().forEach(fact -> books.duplicate(fact.source()));
    for (OrderFact line : split.lines()) {
      if (isPublished) {
        books.accepted(line.source());
      } else {
        books.outOfScope(line.source(), true);
      }
    }
    if (isPublished) {
      String orderId = Objects.requireNonNull(pseudonyms).ofOrder(order.brandId(), order.orderId());
      out.get(ShopTags.ROWS)
          .output(Objects.requireNonNull(files).assign(order.row(settings.runId(), orderId, day)));
    }
    if (order.customerId() != null) {
      out.get(ShopTags.ORDERS).output(order.customerOrder(order.customerId(), day));
    }
  }
}
