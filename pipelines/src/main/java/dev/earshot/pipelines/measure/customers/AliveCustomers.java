package dev.earshot.pipelines.measure.customers;

import dev.earshot.models.statistics.buying.ExpectedCustomers;
import dev.earshot.models.statistics.buying.Holdout;
import dev.earshot.models.statistics.buying.PurchaseHistory;
import dev.earshot.models.statistics.buying.RepeatBuyingFit;
import dev.earshot.models.statistics.buying.RepeatBuyingModel;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a brand who are expected to be still there, from MBG/NBD, where the model stands
 * up to the purchases of the last three months.
 */
final class AliveCustomers {
  private static final int LEAST_CUSTOMERS = 500;
  private static final int LEAST_REPEATERS = 100;

  /** From so few on the interval was seen to hold (decision 0037). */
  private static final int LEAST_CUSTOMERS_OF_HOLDOUT = 150;

  private final Iterable<CustomerHistory> customers;

  /** Fits by the last day that they know; what a month is fitted with is the cut of a later one. */
  private final Map<Integer, RepeatBuyingFit> fits = new HashMap<>();

  AliveCustomers(Iterable<CustomerHistory> customers) {
    this.customers = customers;
  }

  /**
   * What is known at the end of a day.
   *
   * @param count how many are there
   * @param model what the probabilities follow from, or null
   * @param missingReason why there is no estimate; null where there is one
   * @param holdout the model against later purchases, or null
   * @param holdoutDays the days of these purchases
   */
  record Alive(
      Estimated count,
      @Nullable RepeatBuyingModel model,
      @Nullable MissingReason missingReason,
      @Nullable Holdout holdout,
      int holdoutDays) {
    private static Alive missing(MissingReason reason) {
      return new Alive(Estimated.NONE, null, reason, null, 0);
    }
  }

  /**
   * The estimate at the end of a day.
   *
   * @param lastDay later purchases and customers are not looked at
   */
  Alive at(int lastDay) {
    CutHistories histories = CutHistories.of(customers, lastDay);
    if (histories.customerCount() < LEAST_CUSTOMERS) {
      return Alive.missing(MissingReason.TOO_FEW_CUSTOMERS);
    }
    if (histories.repeaterCount() < LEAST_REPEATERS) {
      return Alive.missing(MissingReason.TOO_FEW_REPEATERS);
    }
    RepeatBuyingFit fit = fit(lastDay, histories.upToDay());
    if (!fit.hasConverged()) {
      return Alive.missing(MissingReason.NO_CONVERGENCE);
    }
    Holdout holdout = holdout(histories);
    if (holdout == null) {
      return Alive.missing(MissingReason.NO_HOLDOUT);
    }
    int days = histories.heldDays();
    if (holdout.isFailed()) {
      return new Alive(Estimated.NONE, null, MissingReason.MODEL_FAILS_HOLDOUT, holdout, days);
    }
    ExpectedCustomers alive =
        holdout.widened(
            ExpectedCustomers.alive(histories.upToDay(), fit.model()), histories.customerCount());
    return new Alive(
        Estimated.of(alive.count(), alive.interval()), fit.model(), null, holdout, days);
  }

  private @Nullable Holdout holdout(CutHistories histories) {
    if (!histories.isHalfBeforeCut() || histories.cutCustomerCount() < LEAST_CUSTOMERS_OF_HOLDOUT) {
      return null;
    }
    RepeatBuyingFit fit = fit(histories.cut(), histories.upToCut());
    if (!fit.hasConverged()) {
      return null;
    }
    ExpectedCustomers expected =
        ExpectedCustomers.buyers(histories.upToCut(), fit.model(), histories.heldDays());
    return expected.interval() == null ? null : new Holdout(expected, histories.buyersAfterCut());
  }

  private RepeatBuyingFit fit(int lastDay, SortedMap<PurchaseHistory, Long> histories) {
    return fits.computeIfAbsent(
        lastDay, day -> Objects.requireNonNull(RepeatBuyingFit.of(histories, true)));
  }
}
