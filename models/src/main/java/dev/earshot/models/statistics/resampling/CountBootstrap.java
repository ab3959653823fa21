package dev.earshot.models.statistics.resampling;

import dev.earshot.models.statistics.basics.Interval;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

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
    double[] replicates = new double[Resampler.REPLICATES];
    int[] size = {0};
    forEachSample(counts, seed, sample -> replicates[size[0]++] = statistic.applyAsDouble(sample));
    return Resampler.percentileInterval(replicates, replicates.length);
  }

  /** The 95 % percentile interval of replicates, at least one. */
  public static Interval interval(double[] replicates) {
    return Resampler.percentileInterval(replicates.clone(), replicates.length);
  }

  /**
   * Draws the samples.
   *
   * @param sample takes the counts of one sample; not to keep the array
   */
  public static void forEachSample(long[] counts, long seed, Consumer<long[]> sample) {
    int[] filled = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
    if (filled.length == 0) {
      throw new IllegalArgumentException("no units");
    }
    Resampler resampler =
        new Resampler(Arrays.stream(filled).mapToLong(i -> counts[i]).toArray(), seed);
    long[] drawn = new long[filled.length];
    long[] all = new long[counts.length];
    for (int r = 0; r < Resampler.REPLICATES; r++) {
      resampler.draw(drawn);
      Arrays.fill(all, 0);
      for (int i = 0; i < filled.length; i++) {
        all[filled[i]] = drawn[i];
      }
      sample.accept(all);
    }
  }
}
