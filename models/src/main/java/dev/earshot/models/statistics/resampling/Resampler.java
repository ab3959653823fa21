package dev.earshot.models.statistics.resampling;

import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import dev.earshot.models.statistics.basics.SplitMix64;
import java.util.Arrays;

/**
 * Draws bootstrap samples of a population that is given as a histogram: category -> number of
 * units. A small population is drawn unit by unit; a large one category by category, each count
 * being binomial given the counts before it, so that the cost grows with the distinct categories
 * and not with the units.
 */
final class Resampler {
  /** Bootstrap samples for one interval. */
  static final int REPLICATES = 1_000;

  private static final int UNIT_LIMIT = 4_096;
  private static final int UNITS_PER_BINOMIAL_DRAW = 16;

  private final SplitMix64 random;
  private final long[] counts;
  private final long total;
  private final int[] categoryOfUnit;

  /**
   * @param counts units per category, each positive, in an order that is the same on every run
   * @param seed fixes every draw
   */
  Resampler(long[] counts, long seed) {
    this.counts = counts;
    this.random = new SplitMix64(seed);
    long sum = 0;
    for (long count : counts) {
      sum = Math.addExact(sum, count);
    }
    total = sum;
    boolean isDrawnByUnit =
        total <= UNIT_LIMIT && total <= (long) UNITS_PER_BINOMIAL_DRAW * counts.length;
    categoryOfUnit = isDrawnByUnit ? expand(counts, (int) total) : new int[0];
  }

  /** Fills {@code sample} with the units per category of one sample as large as the population. */
  void draw(long[] sample) {
    if (categoryOfUnit.length > 0) {
      drawUnits(sample);
    } else {
      drawCategories(sample);
    }
  }

  /**
   * The percentile interval (B. Efron, 1979; the 25th smallest and 25th largest of 1,000) of the
   * first {@code size} replicates, which it sorts.
   */
  static Interval percentileInterval(double[] replicates, int size) {
    Arrays.sort(replicates, 0, size);
    int skipped = Math.max(0, (int) Math.floor(Quantiles.TAIL * size) - 1);
    return new Interval(replicates[skipped], replicates[size - 1 - skipped]);
  }

  private void drawUnits(long[] sample) {
    Arrays.fill(sample, 0);
    int units = categoryOfUnit.length;
    for (int i = 0; i < units; i++) {
      sample[categoryOfUnit[random.nextIndex(units)]]++;
    }
  }

  private void drawCategories(long[] sample) {
    long unitsLeft = total;
    long drawsLeft = total;
    for (int i = 0; i < counts.length; i++) {
      double share = (double) counts[i] / unitsLeft;
      long drawn = BinomialSampler.draw(random, drawsLeft, share);
      sample[i] = drawn;
      drawsLeft -= drawn;
      unitsLeft -= counts[i];
    }
  }

  private static int[] expand(long[] counts, int total) {
    int[] categories = new int[total];
    int unit = 0;
    for (int category = 0; category < counts.length; category++) {
      for (long i = 0; i < counts[category]; i++) {
        categories[unit++] = category;
      }
    }
    return categories;
  }
}
