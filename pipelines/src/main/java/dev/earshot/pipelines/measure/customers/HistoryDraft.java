package dev.earshot.pipelines.measure.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The history of a customer under way; the order of its facts does not matter. */
final class HistoryDraft {
  private final List<CustomerFact.Purchase> purchases = new ArrayList<>();
  private final TreeSet<Integer> spokenDays = new TreeSet<>();
  private boolean isLinked;

  /**
   * Adds what is known of the customer.
   *
   * @param lastDay later purchases are not looked at
   */
  void add(CustomerFact fact, int lastDay) {
    CustomerFact.Purchase purchase = fact.purchase();
    if (purchase == null) {
      isLinked = true;
      if (fact.spokenDay() != null) {
        spokenDays.add(fact.spokenDay());
      }
    } else if (purchase.day() <= lastDay) {
      purchases.add(purchase);
    }
  }

  /** The history; null for a customer who has kept nothing. */
  @Nullable CustomerHistory history(String brandId, String customerId) {
    KeptPurchases kept = KeptPurchases.of(purchases);
    return kept.days().isEmpty()
        ? null
        : new CustomerHistory(
            brandId,
            customerId,
            kept.days(),
            kept.orderCount(),
            kept.currency(),
            kept.spentMinor(),
            isLinked,
            List.copyOf(spokenDays));
  }
}
