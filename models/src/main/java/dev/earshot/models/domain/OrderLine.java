package dev.earshot.models.domain;

import org.jspecify.annotations.Nullable;

/**
 * A line of an order, or a whole order. Lines with the same order id belong together; without an
 * order id, those of one customer at one moment do.
 *
 * @param brandId whose shop it is
 * @param orderId the shop's id, or null where the export has none
 * @param lineId tells the line from the others of its order; null where the export has none
 * @param customerId the shop's id of the customer, before pseudonymisation; null for a guest
 * @param currency ISO 4217 code
 * @param amountMicros millionths of the currency; negative for a refund
 * @param status what became of it
 * @param orderedAtMicros UTC microseconds since the epoch
 * @param updatedAtMicros when the line was written so, or null where the export does not say
 */
public record OrderLine(
    String brandId,
    @Nullable String orderId,
    @Nullable String lineId,
    @Nullable String customerId,
    String currency,
    long amountMicros,
    OrderStatus status,
    long orderedAtMicros,
    @Nullable Long updatedAtMicros) {

  /** Leaves ids out, so that a log or an exception cannot carry them. */
  @Override
  public String toString() {
    return "OrderLine[" + brandId + "]";
  }
}
