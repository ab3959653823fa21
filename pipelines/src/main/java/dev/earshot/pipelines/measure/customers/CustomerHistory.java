package dev.earshot.pipelines.measure.customers;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a customer bought and said.
 *
 * @param brandId whose customer it is
 * @param customerId keyed hash of the customer
 * @param days days with a purchase, ascending
 * @param orderCount orders that count as purchases
 * @param currency of all of them, or null where there are several
 * @param spentMinor what was paid and not paid back, in the currency's minor unit; null beside a
 *     null currency
 * @param isLinked whether the customer agreed to be known behind an account
 * @param engagedDays days on which that account spoke of or to the brand, ascending
 */
public record CustomerHistory(
    String brandId,
    String customerId,
    List<Integer> days,
    int orderCount,
    @Nullable String currency,
    @Nullable Long spentMinor,
    boolean isLinked,
    List<Integer> engagedDays) {

  /** Customers as a stream. */
  static Stream<CustomerHistory> stream(Iterable<CustomerHistory> customers) {
    return StreamSupport.stream(customers.spliterator(), false);
  }

  /** The day of the first purchase of any of these customers. */
  static OptionalInt firstDay(Iterable<CustomerHistory> customers) {
    return stream(customers).mapToInt(customer -> customer.days().get(0)).min();
  }
}
