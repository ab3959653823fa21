package dev.earshot.pipelines.measure.customers;

import dev.earshot.models.statistics.buying.ExpectedAlive;
import dev.earshot.models.statistics.buying.PurchaseHistory;
import dev.earshot.models.statistics.buying.RepeatBuyingFit;
import dev.earshot.models.statistics.buying.RepeatBuyingModel;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The customers who are expected to be still there, from MBG/NBD.
 *
 * @param estimate how many, or null
 * @param model what the probabilities follow from, or null
 * @param missingReason why there is none; null where there is one
 */
record AliveCustomers(
    @Nullable ExpectedAlive estimate,
    @Nullable RepeatBuyingModel model,
    @Nullable MissingReason missingReason) {
  private static final int LEAST_CUSTOMERS = 500;
  private static final int LEAST_REPEATERS = 100;

  Estimated count() {
    return estimate == null ? Estimated.NONE : Estimated.of(estimate.count(), estimate.interval());
  }

  /**
   * The estimate at the end of a day.
   *
   * @param lastDay later purchases and customers are not looked at
   */
  static AliveCustomers at(Iterable<CustomerHistory> customers, int lastDay) {
    SortedMap<PurchaseHistory, Long> histories = new TreeMap<>();
    long count = 0;
    long repeaters = 0;
    for (CustomerHistory customer : customers) {
      PurchaseHistory history = history(customer, lastDay);
      if (history != null) {
        histories.merge(history, 1L, Long::sum);
        count++;
        repeaters += history.repeatCount() > 0 ? 1 : 0;
      }
    }
    if (count < LEAST_CUSTOMERS) {
      return new AliveCustomers(null, null, MissingReason.TOO_FEW_CUSTOMERS);
    }
    if (repeaters < LEAST_REPEATERS) {
      return new AliveCustomers(null, null, MissingReason.TOO_FEW_REPEATERS);
    }
    RepeatBuyingFit fit = Objects.requireNonNull(RepeatBuyingFit.of(histories, true));
    if (!fit.hasConverged()) {
      return new AliveCustomers(null, null, MissingReason.NO_CONVERGENCE);
    }
    return new AliveCustomers(ExpectedAlive.of(histories, fit.model()), fit.model(), null);
  }

  /** The history up to a day, in days; null for a customer who comes later. */
  static @Nullable PurchaseHistory history(CustomerHistory customer, int lastDay) {
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
}
