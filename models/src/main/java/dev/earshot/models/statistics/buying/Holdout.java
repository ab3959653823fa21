package dev.earshot.models.statistics.buying;

import dev.earshot.models.statistics.basics.Interval;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A fitted {@link RepeatBuyingModel} against what came after: how many of the customers that it was
 * fitted to were to buy within some time, and how many did. A model of customers who buy at a
 * constant rate until they leave for good does not know how wrong it is of others; this does.
 *
 * @param expected buyers by the model, with an interval for their number
 * @param buyerCount those who bought
 */
public record Holdout(ExpectedCustomers expected, long buyerCount) {
  private static final double LEAST_RATIO = 0.8;
  private static final double LARGEST_RATIO = 1.25;
  private static final double QUANTILE = 1.959963984540054;

  /** Refuses an expectation without an interval, which nothing can be held against. */
  public Holdout {
    Objects.requireNonNull(expected.interval(), "no interval");
  }

  /**
   * The comparison.
   *
   * @param customers how many customers have each history
   * @param model fitted to them
   * @param duration how long they were watched afterwards, in the units of the histories
   * @param buyerCount how many of them bought in that time
   */
  public static Holdout of(
      SortedMap<PurchaseHistory, Long> customers,
      RepeatBuyingModel model,
      int duration,
      long buyerCount) {
    return new Holdout(ExpectedCustomers.buyers(customers, model, duration), buyerCount);
  }

  /**
   * Whether the model fails: the buyers are outside the interval, so that chance does not explain
   * them, and fewer than four fifths or more than five fourths of those expected, so that it
   * matters.
   */
  public boolean isFailed() {
    return !interval().contains((double) buyerCount)
        && (buyerCount < LEAST_RATIO * expected.count()
            || buyerCount > LARGEST_RATIO * expected.count());
  }

  /**
   * The relative error of the model beyond what chance explains: the square of the distance between
   * the buyers and those expected, less the square of that to the interval's end on their side.
   * Zero within the interval.
   */
  public double modelError() {
    double error = buyerCount - expected.count();
    double chance =
        error < 0 ? expected.count() - interval().lower() : interval().upper() - expected.count();
    return Math.sqrt(Math.max(0, error * error - chance * chance)) / expected.count();
  }

  /**
   * An estimate of the same model, fitted later, with an interval that knows this error: as one
   * draw of errors that are normal around zero, in proportion to the estimate.
   *
   * @param largest the estimate cannot be larger
   * @return the estimate itself where it has no interval
   */
  public ExpectedCustomers widened(ExpectedCustomers estimate, long largest) {
    Interval own = estimate.interval();
    if (own == null) {
      return estimate;
    }
    double count = estimate.count();
    double error = QUANTILE * modelError() * count;
    return new ExpectedCustomers(
        count,
        new Interval(
                count - Math.hypot(count - own.lower(), error),
                count + Math.hypot(own.upper() - count, error))
            .clip(0, (double) largest));
  }

  private Interval interval() {
    return Objects.requireNonNull(expected.interval(), "no interval");
  }
}
