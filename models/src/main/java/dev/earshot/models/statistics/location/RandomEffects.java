package dev.earshot.models.statistics.location;

import java.util.List;

/**
 * The mean of values that differ by more than their own errors, and by how much more: the
 * random-effects model of a meta-analysis, its variance by the estimator of R. C. Paule and J.
 * Mandel (1982, "Consensus values and weighting factors", Journal of Research of the National
 * Bureau of Standards 87, 377-385), which is the variance at which the weighted squared deviations
 * are as many as there are values less one.
 *
 * @param mean weighted by 1 / (variance + the value's own)
 * @param meanVariance of the mean
 * @param variance between the values beyond their own errors; 0 where they differ by no more
 */
public record RandomEffects(double mean, double meanVariance, double variance) {
  private static final int STEPS = 200;

  /** A value and the variance of its error. */
  public record Sample(double value, double variance) {}

  /**
   * The effects behind these values.
   *
   * @param samples at least one, each with a variance above 0
   */
  public static RandomEffects of(List<Sample> samples) {
    double low = 0;
    double high = 1;
    while (excess(samples, high) > 0) {
      high *= 2;
    }
    for (int step = 0; step < STEPS && excess(samples, 0) > 0; step++) {
      double middle = (low + high) / 2;
      if (excess(samples, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return at(samples, low);
  }

  /** The mean where the variance between the values is known. */
  public static RandomEffects at(List<Sample> samples, double variance) {
    double weights = 0;
    double sum = 0;
    for (Sample sample : samples) {
      double weight = 1 / (variance + sample.variance());
      weights += weight;
      sum += weight * sample.value();
    }
    return new RandomEffects(sum / weights, 1 / weights, variance);
  }

  private static double excess(List<Sample> samples, double variance) {
    double mean = at(samples, variance).mean();
    double deviations = 0;
    for (Sample sample : samples) {
      double distance = sample.value() - mean;
      deviations += distance * distance / (variance + sample.variance());
    }
    return deviations - (samples.size() - 1);
  }
}
