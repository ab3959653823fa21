package dev.earshot.models.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A ratio of sums over units, such as engagements / impressions over posts, with a bootstrap
 * interval over the units.
 *
 * <p>B. Efron (1979), "Bootstrap methods: another look at the jackknife", Annals of Statistics 7,
 * 1-26: percentile interval of 1,000 samples. The same units in any order and the same seed give
 * the same doubles. A sample whose denominators sum to zero has no ratio and is left out. With one
 * unit the interval has no width: the caller decides from how many units on a ratio is reliable.
 *
 * <pre>{@code
 * RatioBootstrap.of(new long[] {12, 30}, new long[] {100, 250}, seed).value(); // 42 / 350
 * }</pre>
 */
public final class RatioBootstrap {
  private RatioBootstrap() {}

  /**
   * The ratio of the sums and its interval; null where the denominators sum to zero, so also
   * without units.
   *
   * @param numerators numerator of each unit
   * @param denominators denominator of the same unit, not negative
   * @param seed fixes the samples; derived from the key of the row that the ratio is for
   */
  public static @Nullable Estimate of(long[] numerators, long[] denominators, long seed) {
    if (numerators.length != denominators.length) {
      throw new IllegalArgumentException(
          numerators.length + " numerators, " + denominators.length + " denominators");
    }
    long[] counts = new long[numerators.length];
    Arrays.fill(counts, 1);
    RatioUnits units = RatioUnits.of(numerators, denominators, counts);
    return units.denominatorSum() == 0 ? null : new Estimate(units.ratio(), interval(units, seed));
  }

  /** The percentile interval of a ratio whose denominators do not all vanish. */
  static Interval interval(RatioUnits units, long seed) {
    int size = units.size();
    Resampler resampler = new Resampler(units.counts(), seed);
    long[] sample = new long[size];
    double[] replicates = new double[Resampler.REPLICATES];
    int defined = 0;
    for (int replicate = 0; replicate < Resampler.REPLICATES; replicate++) {
      resampler.draw(sample);
      double numerator = 0;
      double denominator = 0;
      for (int i = 0; i < size; i++) {
        numerator += (double) sample[i] * units.numerators()[i];
        denominator += (double) sample[i] * units.denominators()[i];
      }
      if (denominator > 0) {
        replicates[defined++] = numerator / denominator;
      }
    }
    return defined == 0
        ? new Interval(units.ratio(), units.ratio())
        : Resampler.percentileInterval(replicates, defined);
  }
}
