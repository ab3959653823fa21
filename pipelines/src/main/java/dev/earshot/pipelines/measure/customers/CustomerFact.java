package dev.earshot.pipelines.measure.customers;

import dev.earshot.pipelines.facts.CustomerOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is known of a customer. Without a purchase and a day it says only that the person
 * behind an account is known.
 *
 * @param purchase an order that counts as one, or money that came back; or null
 * @param spokenDay a day on which an account of the customer spoke of or to the brand, or null
 */
record CustomerFact(@Nullable Purchase purchase, @Nullable Integer spokenDay) {

  /**
   * An order that counts as a purchase, or one that only brings money back.
   *
   * @param isCredit whether it brings money back
   * @param day its date where the brand reports
   * @param atMicros when, UTC microseconds
   * @param currency ISO 4217 code, or null where its lines have several
   * @param amountMinor what was paid and not paid back, negative for a credit; null beside a null
   *     currency
   */
  record Purchase(
      boolean isCredit,
      int day,
      long atMicros,
      @Nullable String currency,
      @Nullable Long amountMinor) {

    static Purchase of(CustomerOrder order) {
      return new Purchase(
          order.isCredit(),
          order.day(),
          order.orderedAtMicros(),
          order.currency(),
          order.amountMinor());
    }

    /** Whether a credit brings back all that was paid. */
    boolean isPaidBackBy(Purchase credit) {
      return amountMinor != null
          && amountMinor > 0
          && credit.amountMinor != null
          && amountMinor == -credit.amountMinor
          && Objects.equals(currency, credit.currency);
    }
  }
}
