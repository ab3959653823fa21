package dev.earshot.pipelines.facts;

import org.jspecify.annotations.Nullable;

/**
 * An order of a known customer, whatever its date.
 *
 * @param brandId whose shop it is
 * @param customerId keyed hash of the customer
 * @param orderId the shop's id, or one made of customer and time
 * @param currency ISO 4217 code, or null where lines have several
 * @param amountMinor what was paid and not paid back, in the currency's minor unit; negative where
 *     the order only brings money back; null beside a null currency
 * @param isPurchase whether it counts as a purchase: neither pending, cancelled nor refunded
 * @param orderedAtMicros UTC microseconds
 * @param day its date where the brand reports
 */
public record CustomerOrder(
    String brandId,
    String customerId,
    String orderId,
    @Nullable String currency,
    @Nullable Long amountMinor,
    boolean isPurchase,
    long orderedAtMicros,
    int day) {

  /** Whether it brings back money that other orders cost, as a cancelled invoice does. */
  public boolean isCredit() {
    return !isPurchase && amountMinor != null && amountMinor < 0;
  }
}
