package dev.earshot.models.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The percentile bootstrap (B. Efron, 1979) of any statistic of independent units that are counted
 * by category, such as the cells of a confusion matrix: 1,000 samples, fixed by the seed.
 */
public final class CountBootstrap {
  private CountBootstrap() {}

  /**
   * The 95 % interval of {@code statistic}.
   *
   * @param counts units per category, not negative; at least one unit
   * @param statistic of the counts of one sample; not to keep the array
   */
  public static Interval interval(long[] counts, long seed, ToDoubleFunction<long[]> statistic) {
    int[] filled = new int[counts.length];
    int size = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        filled[size++] = i;
      }
    }
    if (size == 0) {
      throw new IllegalArgumentException("no units");
    }
    long[] present = new long[size];
    for (int i = 0; i < size; i++) {
      present[i] = counts[filled[i]];
    }
    Resampler resampler = new Resampler(present, seed);
    long[] drawn = new long[size];
    long[] sample = new long[counts.length];
    double[] replicates = new double[Resampler.REPLICATES];
    for (int r = 0; r < replicates.length; r++) {
      resampler.draw(drawn);
      Arrays.fill(sample, 0);
      for (int i = 0; i < size; i++) {
        sample[filled[i]] = drawn[i];
      }
      replicates[r] = statistic.applyAsDouble(sample);
    }
    return Resampler.percentileInterval(replicates, replicates.length);
  }
}
