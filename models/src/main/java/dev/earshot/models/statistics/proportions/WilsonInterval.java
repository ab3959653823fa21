package dev.earshot.models.statistics.proportions;

import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import org.jspecify.annotations.Nullable;

/**
 * The score interval for a share of independent units.
 *
 * <p>E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference",
 * JASA 22, 209-212. Without continuity correction. It stays inside [0, 1] and keeps a width where
 * no or every trial succeeds. For mentions, whose authors repeat themselves, it is far too narrow:
 * use {@code ClusteredRate}.
 */
public final class WilsonInterval {
  private WilsonInterval() {}

  /**
   * The 95 % interval of {@code successes / trials}; null where there is no trial.
   *
   * @throws IllegalArgumentException unless {@code 0 <= successes <= trials}
   */
  public static @Nullable Interval of(long successes, long trials) {
    ExactBinomial.requireCounts(successes, trials);
    return trials == 0 ? null : ofShare((double) successes / trials, (double) trials);
  }

  /** The 95 % interval of a share that was observed over {@code trials} units, at least one. */
  public static Interval ofShare(double share, double trials) {
    double z2 = Quantiles.NORMAL * Quantiles.NORMAL;
    double scale = 1 + z2 / trials;
    double centre = (share + z2 / (2 * trials)) / scale;
    double half =
        Quantiles.NORMAL
            * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials * trials))
            / scale;
    double lower = share == 0 ? 0 : Math.max(0, centre - half);
    double upper = share == 1 ? 1 : Math.min(1, centre + half);
    return new Interval(lower, upper);
  }
}
