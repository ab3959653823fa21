package dev.earshot.pipelines.measure.customers;

import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Groups;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a customer bought and said, up to the clock of the run; every customer has bought at least
 * once.
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
  /** One of each customer. */
  public static final Facts<CustomerBrand, CustomerHistory> FACTS =
      Facts.keyed("CustomerHistories", CustomerBrand.class, CustomerHistory.class);

  private static final Comparator<CustomerHistory> BY_ID =
      Comparator.comparing(CustomerHistory::customerId);

  /** Customers of a brand that are held in memory, of some 300 bytes each; others on disk. */
  private static final int CUSTOMERS_IN_MEMORY = 50_000;

  /**
   * All customers of a brand. The first day of what accounts said is in the key, since a side input
   * would keep them from streaming (decision 0071).
   */
  static final Groups<CoveredBrand, CustomerHistory> BY_BRAND =
      Groups.<CustomerBrand, CustomerHistory, CoveredBrand, CustomerHistory>of(
              "CustomersByBrand",
              FACTS,
              CoveredBrand.class,
              CustomerHistory.class,
              (brand, customer, run, out) ->
                  out.accept(
                      new CoveredBrand(
                          brand, InputCoverage.of(run, brand.brandId(), SourceKind.ORDERS)),
                      customer))
          .lookingUp(InputCoverage.BY_SOURCE)
          .sorted((one, other) -> BY_ID.compare(one, other), CUSTOMERS_IN_MEMORY);

  /** Customers as a stream. */
  static Stream<CustomerHistory> stream(Iterable<CustomerHistory> customers) {
    return StreamSupport.stream(customers.spliterator(), false);
  }

  /** The day of the first purchase of any of these customers. */
  static OptionalInt firstDay(Iterable<CustomerHistory> customers) {
    return stream(customers).mapToInt(customer -> customer.days().get(0)).min();
  }
}
