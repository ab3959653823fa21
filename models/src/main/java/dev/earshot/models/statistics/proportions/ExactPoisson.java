package dev.earshot.models.statistics.proportions;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Inference for counts of independent events: never less than its nominal coverage for one count,
 * at the price of width.
 *
 * <p>F. Garwood (1936), "Fiducial limits for the Poisson distribution", Biometrika 28, 437-442.
 */
public final class ExactPoisson {
  private static final double SOLVER_ACCURACY = 1e-12;

  private ExactPoisson() {}

  /**
   * Garwood's 95 % interval of the expected number of events.
   *
   * @throws IllegalArgumentException if the count is negative
   */
  public static Interval interval(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("expected a count, not " + count);
    }
    double lower = count == 0 ? 0 : gammaQuantile(Quantiles.TAIL, (double) count);
    return new Interval(lower, gammaQuantile(1 - Quantiles.TAIL, count + 1.0));
  }

  /**
   * The events of a period beyond those that were to be expected from another period, {@code count
   * - otherCount / times}, with its 95 % interval from the limits of both (G. Y. Zou and A. Donner,
   * 2008, "Construction of confidence limits about effect measures: a general approach", Statistics
   * in Medicine 27, 1693-1702).
   *
   * @param otherCount events of the other period, independent of the first
   * @param times how many times as long the other period is
   */
  public static Estimate excess(long count, long otherCount, double times) {
    Interval own = interval(count);
    Interval other = interval(otherCount);
    double value = (count * times - otherCount) / times;
    return new Estimate(
        value,
        new Interval(
            value - Math.hypot(count - own.lower(), (other.upper() - otherCount) / times),
            value + Math.hypot(own.upper() - count, (otherCount - other.lower()) / times)));
  }

  private static double gammaQuantile(double probability, double shape) {
    return new GammaDistribution(shape, 1, SOLVER_ACCURACY)
        .inverseCumulativeProbability(probability);
  }
}
