package dev.earshot.models.statistics;

/**
 * A ratio of sums over units, such as net sentiment over authors, with a bootstrap interval over
 * the units.
 *
 * <p>B. Efron (1979), "Bootstrap methods: another look at the jackknife", Annals of Statistics 7,
 * 1-26: percentile interval of 1,000 samples. The same units in any order and the same seed give
 * the same doubles. A sample whose denominators sum to zero has no ratio and is left out. With one
 * unit the interval has no width: the caller decides from how many units on a ratio is reliable.
 */
final class RatioBootstrap {
  private RatioBootstrap() {}

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
