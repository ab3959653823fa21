package dev.earshot.pipelines.facts;

import dev.earshot.models.domain.OrderStatus;
import dev.earshot.pipelines.beam.Fingerprints;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order without the customer's id.
 *
 * @param brandId whose shop it is
 * @param orderId the shop's id, or one made of customer and time
 * @param lineId tells the line from the others of its order, or null
 * @param line what the line says
 * @param updatedAtMicros when the line was written so; the earliest possible where unknown
 * @param source the file it stands in
 * @param byteOffset where it begins in the file
 */
public record OrderFact(
    String brandId,
    String orderId,
    @Nullable String lineId,
    Line line,
    long updatedAtMicros,
    int source,
    long byteOffset) {

  /** The newest version of a line first. */
  public static final Comparator<OrderFact> NEWEST =
      Comparator.comparingLong(OrderFact::updatedAtMicros)
          .thenComparingInt(OrderFact::source)
          .thenComparingLong(OrderFact::byteOffset)
          .reversed();

  /**
   * What a line says.
   *
   * @param customerId keyed hash of the customer, or null for a guest
   * @param currency ISO 4217 code
   * @param amountMicros millionths of the currency
   * @param status what became of it
   * @param orderedAtMicros UTC microseconds
   */
  public record Line(
      @Nullable String customerId,
      String currency,
      long amountMicros,
      OrderStatus status,
      long orderedAtMicros)
      implements Comparable<Line> {
    private static final Comparator<Line> ORDER =
        Comparator.comparingLong(Line::orderedAtMicros)
            .thenComparing(Line::customerId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Line::currency)
            .thenComparingLong(Line::amountMicros)
            .thenComparing(Line::status);

    /** By time; lines of one moment in an order that follows from what they say. */
    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }

  /** Where the lines of an order meet. */
  public long key() {
    return Fingerprints.of(brandId, orderId);
  }

  /** What tells one order from another under the same key. */
  public OrderId order() {
    return new OrderId(brandId, orderId);
  }

  /** An order of a brand's shop. */
  public record OrderId(String brandId, String orderId) {}
}
