package dev.earshot.pipelines.measure.customers;

import dev.earshot.pipelines.measure.customers.CustomerFact.Purchase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a customer bought and kept. Money that comes back as an order of its own, such as a
 * cancelled invoice, names no order; so it is taken from what the customer had bought until then.
 * Where it is the amount of a whole order, the latest such order is no purchase any more. More than
 * was bought cannot come back: the rest belongs to orders that the input does not hold.
 *
 * @param days days with a purchase, ascending
 * @param orderCount orders that count as purchases
 * @param currency of all of them and of all that came back, or null where there are several
 * @param spentMinor what was paid and not paid back, in the currency's minor unit; null beside a
 *     null currency
 */
record KeptPurchases(
    List<Integer> days, int orderCount, @Nullable String currency, @Nullable Long spentMinor) {
  /** By time; at one moment what was bought before what came back. */
  private static final Comparator<Purchase> ORDER =
      Comparator.comparingLong(Purchase::atMicros)
          .thenComparing(Purchase::isCredit)
          .thenComparing(Purchase::currency, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Purchase::amountMinor, Comparator.nullsLast(Comparator.naturalOrder()));

  /** What is left of purchases and credits, which come in any order. */
  static KeptPurchases of(List<Purchase> all) {
    List<Purchase> sorted = new ArrayList<>(all);
    sorted.sort(ORDER);
    List<Purchase> kept = new ArrayList<>();
    TreeSet<String> currencies = new TreeSet<>();
    boolean isKnown = true;
    long spent = 0;
    for (Purchase one : sorted) {
      if (one.isCredit() && kept.isEmpty()) {
        continue;
      }
      if (one.currency() == null || one.amountMinor() == null) {
        isKnown = false;
      } else {
        currencies.add(one.currency());
        spent = Math.max(0, spent + one.amountMinor());
      }
      if (one.isCredit()) {
        takeBack(one, kept);
      } else {
        kept.add(one);
      }
    }
    TreeSet<Integer> days = new TreeSet<>();
    kept.forEach(purchase -> days.add(purchase.day()));
    boolean isOneCurrency = isKnown && currencies.size() == 1;
    return new KeptPurchases(
        List.copyOf(days),
        kept.size(),
        isOneCurrency ? currencies.first() : null,
        isOneCurrency ? Long.valueOf(spent) : null);
  }

  private static void takeBack(Purchase credit, List<Purchase> kept) {
    for (int i = kept.size() - 1; i >= 0; i--) {
      if (kept.get(i).isPaidBackBy(credit)) {
        kept.remove(i);
        return;
      }
    }
  }
}
