package dev.earshot.pipelines.measure.comparison;

import dev.earshot.models.quantification.ReaderSpread;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * One metric of the brands of a panel, with what their errors have in common.
 *
 * @param values of each brand; NaN where it has none that is compared
 * @param covariance of the values; of brands without a value nothing
 * @param degreesOfFreedom of the error of each value
 * @param persons that each value follows from
 */
@SuppressWarnings("ArrayRecordComponent")
record PanelEstimate(
    double[] values, double[][] covariance, double[] degreesOfFreedom, long[] persons) {

  boolean has(int brand) {
    return !Double.isNaN(values[brand]);
  }

  /** A brand's value with its 95 % interval; null where it has none. */
  @Nullable Estimate value(int brand) {
    return has(brand)
        ? estimate(values[brand], Math.sqrt(covariance[brand][brand]), degreesOfFreedom[brand])
        : null;
  }

  /**
   * A difference.
   *
   * @param estimate with its 95 % interval
   * @param pValue two-sided, by Student's t with the degrees of freedom of Welch (1947)
   */
  record Difference(Estimate estimate, double pValue) {}

  /** One brand less another; null where either has no value or the difference no error. */
  @Nullable Difference difference(int one, int other) {
    if (!has(one) || !has(other)) {
      return null;
    }
    double variance = covariance[one][one] + covariance[other][other] - 2 * covariance[one][other];
    if (!(variance > 0)) {
      return null;
    }
    double error = Math.sqrt(variance);
    double difference = values[one] - values[other];
    double freedom = freedom(one, other);
    double tail = new TDistribution(freedom).cumulativeProbability(-Math.abs(difference) / error);
    return new Difference(estimate(difference, error, freedom), Math.min(1, 2 * tail));
  }

  /**
   * The same with what the reader lacks: a bias, of which a part is common to all brands and
   * another is each brand's own. Degrees of freedom as of sums of variances (Satterthwaite 1946).
   */
  PanelEstimate readBy(ReaderSpread reader) {
    double[] adjusted = values.clone();
    double[][] variances = new double[values.length][];
    double[] freedom = degreesOfFreedom.clone();
    double ofReader = reader.sharedVariance() + reader.brandVariance();
    for (int i = 0; i < adjusted.length; i++) {
      double sampled = covariance[i][i];
      adjusted[i] += reader.bias();
      variances[i] = covariance[i].clone();
      for (int j = 0; j < adjusted.length; j++) {
        variances[i][j] += reader.sharedVariance() + (i == j ? reader.brandVariance() : 0);
      }
      freedom[i] =
          (sampled + ofReader)
              * (sampled + ofReader)
              / (sampled * sampled / degreesOfFreedom[i]
                  + ofReader * ofReader / reader.degreesOfFreedom());
    }
    return new PanelEstimate(adjusted, variances, freedom, persons);
  }

  private double freedom(int one, int other) {
    double first = covariance[one][one];
    double second = covariance[other][other];
    double all = first + second;
    return all
        * all
        / (first * first / degreesOfFreedom[one] + second * second / degreesOfFreedom[other]);
  }

  private static Estimate estimate(double value, double error, double degreesOfFreedom) {
    double reach = Quantiles.student(degreesOfFreedom) * error;
    return new Estimate(value, new Interval(value - reach, value + reach));
  }
}
