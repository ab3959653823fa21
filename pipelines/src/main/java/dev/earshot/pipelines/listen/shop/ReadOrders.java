package dev.earshot.pipelines.listen.shop;

import dev.earshot.models.domain.OrderLine;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.OrderFact;
import dev.earshot.pipelines.facts.SourceDay;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.listen.read.ReadRecords;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.RunSettings;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Reads order files. Ids of customers end here: what is sent on has keyed hashes. */
final class ReadOrders extends ReadRecords<OrderLine, Encoded<OrderFact>> {
  private transient @Nullable Pseudonyms pseudonyms;
  private transient @Nullable Partitions partitions;

  ReadOrders(RunSettings settings) {
    super(settings, OrderLine.class);
  }

  @Setup
  public void setup() {
    pseudonyms = workbench().pseudonyms();
    partitions = new Partitions(settings().inputBytes());
  }

  @Override
  protected void read(OrderLine line, int source, long byteOffset, MultiOutputReceiver out) {
    if (settings().isAfterClock(line.orderedAtMicros())) {
      tally().outOfScope(source, false);
      return;
    }
    tally().seen(source, line.orderedAtMicros());
    if (workbench().brands().brand(line.brandId()) == null) {
      tally().outOfScope(source, false);
      return;
    }
    int day = workbench().dayOf(line.brandId(), line.orderedAtMicros());
    tally()
        .about(
            line.brandId(),
            new SourceDay.Cell(SourceKind.ORDERS, null, day),
            line.orderedAtMicros());
    OrderFact fact = fact(line, source, byteOffset);
    int partition = Objects.requireNonNull(partitions).of(fact.key());
    out.get(ReadTags.ORDERS).output(KV.of(partition, Encoded.of(fact)));
  }

  private OrderFact fact(OrderLine line, int source, long byteOffset) {
    String customer =
        line.customerId() == null
            ? null
            : Objects.requireNonNull(pseudonyms).ofCustomer(line.brandId(), line.customerId());
    Long updated = line.updatedAtMicros();
    return new OrderFact(
        line.brandId(),
        line.orderId() == null ? madeId(customer, line.orderedAtMicros()) : line.orderId(),
        line.lineId(),
        new OrderFact.Line(
            customer, line.currency(), line.amountMicros(), line.status(), line.orderedAtMicros()),
        updated == null ? Long.MIN_VALUE : updated,
        source,
        byteOffset);
  }

  /** Without an order id, what a customer ordered at one moment is one order. */
  private static String madeId(@Nullable String customer, long orderedAtMicros) {
    return Objects.requireNonNull(customer) + '-' + HexFormat.of().toHexDigits(orderedAtMicros);
  }
}
