package dev.earshot.pipelines.measure.customers;

import dev.earshot.models.statistics.buying.PurchaseHistory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The purchases of a brand's customers up to a day, and up to a cut before it, with what came in
 * between. The cut is the end of a month, the third before the day's own, so that what is fitted up
 * to one month's end serves a later month as well.
 */
final class CutHistories {
  private static final int MONTHS_HELD = 3;

  private final int lastDay;
  private final int cut;
  private final SortedMap<PurchaseHistory, Long> upToDay = new TreeMap<>();
  private final SortedMap<PurchaseHistory, Long> upToCut = new TreeMap<>();
  private int firstDay;
  private long customerCount;
  private long repeaterCount;
  private long cutCustomerCount;
  private long buyersAfterCut;

  private CutHistories(int lastDay) {
    this.lastDay = lastDay;
    cut =
        (int)
            YearMonth.from(LocalDate.ofEpochDay(lastDay))
                .minusMonths(MONTHS_HELD)
                .atEndOfMonth()
                .toEpochDay();
    firstDay = lastDay;
  }

  /**
   * Reads all customers once.
   *
   * @param lastDay later purchases and customers are not looked at
   */
  static CutHistories of(Iterable<CustomerHistory> customers, int lastDay) {
    CutHistories histories = new CutHistories(lastDay);
    customers.forEach(histories::add);
    return histories;
  }

  private void add(CustomerHistory customer) {
    PurchaseHistory history = upTo(customer, lastDay);
    if (history == null) {
      return;
    }
    firstDay = Math.min(firstDay, customer.days().get(0));
    upToDay.merge(history, 1L, Long::sum);
    customerCount++;
    repeaterCount += history.repeatCount() > 0 ? 1 : 0;
    PurchaseHistory before = upTo(customer, cut);
    if (before != null) {
      upToCut.merge(before, 1L, Long::sum);
      cutCustomerCount++;
      buyersAfterCut += history.repeatCount() > before.repeatCount() ? 1 : 0;
    }
  }

  /** The history up to a day, in days; null for a customer who comes later. */
  static @Nullable PurchaseHistory upTo(CustomerHistory customer, int lastDay) {
    int first = customer.days().get(0);
    if (first > lastDay) {
      return null;
    }
    int repeats = -1;
    int last = first;
    for (int day : customer.days()) {
      if (day <= lastDay) {
        last = day;
        repeats++;
      }
    }
    return new PurchaseHistory(repeats, last - first, lastDay - first);
  }

  /** How many customers have each history up to the day. */
  SortedMap<PurchaseHistory, Long> upToDay() {
    return Collections.unmodifiableSortedMap(upToDay);
  }

  /** How many customers have each history up to the cut. */
  SortedMap<PurchaseHistory, Long> upToCut() {
    return Collections.unmodifiableSortedMap(upToCut);
  }

  /** The last day before what is held out. */
  int cut() {
    return cut;
  }

  /** Days after the cut, up to the day. */
  int heldDays() {
    return lastDay - cut;
  }

  /** Whether at least as many days lie between the first purchase and the cut as after it. */
  boolean isHalfBeforeCut() {
    return cut - firstDay >= heldDays();
  }

  long customerCount() {
    return customerCount;
  }

  /** Customers who bought again up to the day. */
  long repeaterCount() {
    return repeaterCount;
  }

  long cutCustomerCount() {
    return cutCustomerCount;
  }

  /** Customers known at the cut who bought after it, up to the day. */
  long buyersAfterCut() {
    return buyersAfterCut;
  }
}
