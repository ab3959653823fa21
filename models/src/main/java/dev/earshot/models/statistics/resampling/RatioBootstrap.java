package dev.earshot.models.statistics.resampling;

import dev.earshot.models.statistics.basics.Interval;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A ratio of sums over units, such as net sentiment over authors, with a bootstrap interval over
 * the units.
 *
 * <p>B. Efron (1979), "Bootstrap methods: another look at the jackknife", Annals of Statistics 7,
 * 1-26: percentile interval of 1,000 samples. Their seed is taken from the units, so that the same
 * units in any order give the same doubles, and equal cells equal intervals. Most tables have far
 * more cells of few authors than there are ways to be one, so intervals are kept and found again. A
 * sample whose denominators sum to zero has no ratio and is left out. With one unit the interval
 * has no width: the caller decides from how many units on a ratio is reliable.
 */
public final class RatioBootstrap {
  /** Intervals that are kept, each where its units' fingerprint says; a power of two. */
  private static final int KEPT = 1 << 14;

  /** Units with more distinct pairs hardly come twice. */
  private static final int KEPT_SIZE = 32;

  private static final AtomicReferenceArray<@Nullable Known> KNOWN =
      new AtomicReferenceArray<>(KEPT);

  private record Known(RatioUnits units, Interval interval) {}

  private RatioBootstrap() {}

  /** The percentile interval of a ratio whose denominators do not all vanish. */
  public static Interval interval(RatioUnits units) {
    long fingerprint = units.fingerprint();
    if (units.size() > KEPT_SIZE) {
      return interval(units, fingerprint);
    }
    int place = (int) fingerprint & (KEPT - 1);
    Known known = KNOWN.get(place);
    if (known == null || !known.units().isSameAs(units)) {
      known = new Known(units, interval(units, fingerprint));
      KNOWN.set(place, known);
    }
    return known.interval();
  }

  private static Interval interval(RatioUnits units, long seed) {
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
