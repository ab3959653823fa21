package dev.earshot.models.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Mean and median of whole values over independent units, with a bootstrap interval over the units
 * (B. Efron, 1979; percentiles of 1,000 samples). The cost grows with the distinct values, not with
 * the units. Null without units; with one unit the interval has no width.
 */
public final class HistogramBootstrap {
  private HistogramBootstrap() {}

  /**
   * The mean of the values.
   *
   * @param seed fixes the samples; derived from the key of the row that the mean is for
   */
  public static @Nullable Estimate mean(ValueHistogram histogram, long seed) {
    if (histogram.unitCount() == 0) {
      return null;
    }
    long[] counts = histogram.counts();
    long[] ones = new long[counts.length];
    Arrays.fill(ones, 1);
    RatioUnits units = RatioUnits.of(histogram.values(), ones, counts);
    return new Estimate(units.ratio(), RatioBootstrap.interval(units, seed));
  }

  /**
   * The median of the values; of an even number of units, half-way between the middle two.
   *
   * @param seed fixes the samples; derived from the key of the row that the median is for
   */
  public static @Nullable Estimate median(ValueHistogram histogram, long seed) {
    if (histogram.unitCount() == 0) {
      return null;
    }
    long[] values = histogram.values();
    long[] counts = histogram.counts();
    Resampler resampler = new Resampler(counts, seed);
    long[] sample = new long[counts.length];
    double[] replicates = new double[Resampler.REPLICATES];
    for (int replicate = 0; replicate < Resampler.REPLICATES; replicate++) {
      resampler.draw(sample);
      replicates[replicate] = median(values, sample, histogram.unitCount());
    }
    return new Estimate(
        median(values, counts, histogram.unitCount()),
        Resampler.percentileInterval(replicates, Resampler.REPLICATES));
  }

  private static double median(long[] values, long[] counts, long unitCount) {
    long lowerRank = (unitCount + 1) / 2;
    long upperRank = unitCount / 2 + 1;
    long seen = 0;
    int i = 0;
    while (seen + counts[i] < lowerRank) {
      seen += counts[i++];
    }
    double lower = values[i];
    while (seen + counts[i] < upperRank) {
      seen += counts[i++];
    }
    return lower + (values[i] - lower) / 2;
  }
}
