package dev.earshot.models.statistics.location;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The median of whole values over independent units with the interval between two order statistics,
 * whatever the distribution (W. R. Thompson, 1936, "On confidence ranges for the median", Annals of
 * Mathematical Statistics 7, 122-128): from the k-th smallest to the k-th largest, k the largest
 * with P(Bin(n, 1/2) &lt; k) of at most 2.5 %. Below six units there is no such k and the interval
 * is infinite.
 */
public final class OrderStatisticMedian {
  private OrderStatisticMedian() {}

  /**
   * The median, of an even number of units half-way between the middle two, and its interval; null
   * without units.
   */
  public static @Nullable Estimate of(ValueHistogram histogram) {
    long n = histogram.unitCount();
    if (n == 0) {
      return null;
    }
    double lowerMiddle = ranked(histogram, (n + 1) / 2);
    double upperMiddle = ranked(histogram, n / 2 + 1);
    return new Estimate(
        lowerMiddle + (upperMiddle - lowerMiddle) / 2, interval(histogram, Math.toIntExact(n)));
  }

  private static Interval interval(ValueHistogram histogram, int n) {
    BinomialDistribution below = new BinomialDistribution(n, 0.5);
    int k = below.inverseCumulativeProbability(Quantiles.TAIL);
    if (below.cumulativeProbability(k - 1) > Quantiles.TAIL || k < 1) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    return new Interval(ranked(histogram, k), ranked(histogram, n - k + 1L));
  }

  private static double ranked(ValueHistogram histogram, long rank) {
    long[] values = histogram.values();
    long[] counts = histogram.counts();
    int i = 0;
    for (long seen = counts[0]; seen < rank; seen += counts[i]) {
      i++;
    }
    return values[i];
  }
}
