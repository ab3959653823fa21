package dev.earshot.models.statistics.resampling;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A ratio of sums that are not negative, such as engagements / impressions over posts, with an
 * interval over the units that stays honest where few units carry most of both sums.
 *
 * <p>Delete-one jackknife of the ratio's logarithm (R. G. Miller, 1974, "The jackknife: a review",
 * Biometrika 61, 1-15). Its variance is (n-1)/n * sum(r_i) with r_i the squared deviation of the
 * i-th value from their mean; each counts as a component of one degree of freedom, so Student's
 * quantile has sum(r_i)^2 / sum(r_i^2) degrees (F. E. Satterthwaite, 1946, "An approximate
 * distribution of estimates of variance components", Biometrics Bulletin 2, 110-114).
 *
 * <p>What units cannot bound is not bounded:
 *
 * <ul>
 *   <li>with one unit that has a denominator, from 0 to infinity;
 *   <li>where at most one unit has a numerator, from 0 to what it has, at least 1, times the exact
 *       upper end of such units as a Poisson count (F. Garwood, 1936, "Fiducial limits for the
 *       Poisson distribution", Biometrika 28, 437-442), over the sum of the denominators;
 *   <li>where all have the same ratio there is no deviation to learn from: the numerators count as
 *       one Poisson count.
 * </ul>
 *
 * <p>The same units in any order give the same doubles.
 */
public final class RatioJackknife {
  private static final Interval UNBOUNDED = new Interval(0, Double.POSITIVE_INFINITY);

  private RatioJackknife() {}

  /**
   * The ratio of the sums and its interval, whose upper end may be infinite; null where the
   * denominators sum to zero, so also without units.
   *
   * @param numerators numerator of each unit, not negative
   * @param denominators denominator of the same unit, not negative
   */
  public static @Nullable Estimate of(long[] numerators, long[] denominators) {
    RatioUnits units = RatioUnits.of(numerators, denominators);
    for (long numerator : units.numerators()) {
      if (numerator < 0) {
        throw new IllegalArgumentException("numerator " + numerator);
      }
    }
    return units.denominatorSum() == 0 ? null : new Estimate(units.ratio(), interval(units));
  }

  private static Interval interval(RatioUnits units) {
    long withNumerator = 0;
    long withDenominator = 0;
    for (int i = 0; i < units.size(); i++) {
      withNumerator += units.numerators()[i] > 0 ? units.counts()[i] : 0;
      withDenominator += units.denominators()[i] > 0 ? units.counts()[i] : 0;
    }
    if (withDenominator < 2) {
      return UNBOUNDED;
    }
    if (withNumerator < 2) {
      return fewNumerators(units, withNumerator);
    }
    return jackknife(units);
  }

  private static Interval fewNumerators(RatioUnits units, long withNumerator) {
    double each = Math.max(1, units.numeratorSum());
    double upper =
        new ChiSquaredDistribution(2.0 * (withNumerator + 1))
                .inverseCumulativeProbability(1 - Quantiles.TAIL)
            / 2;
    return new Interval(0, upper * each / units.denominatorSum());
  }

  private static Interval jackknife(RatioUnits units) {
    int size = units.size();
    double n = units.unitCount();
    double numeratorSum = units.numeratorSum();
    double denominatorSum = units.denominatorSum();
    double[] logs = new double[size];
    double mean = 0;
    for (int i = 0; i < size; i++) {
      logs[i] =
          Math.log(numeratorSum - units.numerators()[i])
              - Math.log(denominatorSum - units.denominators()[i]);
      mean += units.counts()[i] / n * logs[i];
    }
    double squares = 0;
    double fourths = 0;
    for (int i = 0; i < size; i++) {
      double square = (logs[i] - mean) * (logs[i] - mean);
      squares += units.counts()[i] * square;
      fourths += units.counts()[i] * square * square;
    }
    if (units.isUnanimous()) {
      return around(units.ratio(), 1 / Math.sqrt(numeratorSum), n - 1);
    }
    double degreesOfFreedom = Math.max(1, squares * squares / fourths);
    return around(units.ratio(), Math.sqrt((n - 1) / n * squares), degreesOfFreedom);
  }

  private static Interval around(double ratio, double error, double degreesOfFreedom) {
    double factor = Math.exp(Quantiles.student(degreesOfFreedom) * error);
    return new Interval(ratio / factor, ratio * factor);
  }
}
