package dev.earshot.pipelines.measure.customers;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is known of a customer. Without a purchase and a day it says only that the person
 * behind an account is known.
 *
 * @param brandId whose customer it is
 * @param customerId keyed hash of the customer
 * @param purchase an order that counts as one, or null
 * @param spokenDay a day on which an account of the customer spoke of or to the brand, or null
 */
record CustomerFact(
    String brandId, String customerId, @Nullable Purchase purchase, @Nullable Integer spokenDay) {

  /**
   * An order that counts as a purchase.
   *
   * @param day its date where the brand reports
   * @param currency ISO 4217 code, or null where its lines have several
   * @param amountMinor what was paid and not paid back; null beside a null currency
   */
  record Purchase(int day, @Nullable String currency, @Nullable Long amountMinor) {}

  /** What tells one customer of a brand from another. */
  String customer() {
    return brandId + '\n' + customerId;
  }
}
