package dev.earshot.models.statistics;

import org.jspecify.annotations.Nullable;

/**
 * The true share of a kind behind the share that an imperfect test finds.
 *
 * <p>W. J. Rogan and B. Gladen (1978), "Estimating prevalence from the results of a screening
 * test", American Journal of Epidemiology 107, 71-76: (q + sp - 1) / (se + sp - 1), with the delta
 * method's variance, in which the errors of the sensitivity and of the specificity, measured on
 * samples themselves, have their part. Estimate and interval are clipped to [0, 1].
 */
public final class RoganGladen {
  private RoganGladen() {}

  /**
   * A share that was counted.
   *
   * @param successes units that have it
   * @param trials units looked at, at least one
   */
  public record Proportion(long successes, long trials) {
    /** Rejects impossible counts. */
    public Proportion {
      ExactBinomial.requireCounts(successes, trials);
      if (trials == 0) {
        throw new IllegalArgumentException("a proportion of no trials");
      }
    }

    double share() {
      return (double) successes / trials;
    }

    double variance() {
      return share() * (1 - share()) / trials;
    }
  }

  /**
   * The corrected share and its interval; null where the test is no better than chance (sensitivity
   * + specificity at most 1), since then it says nothing.
   *
   * @param found units that the test calls of the kind, of those tested
   * @param sensitivity units called of the kind, of those known to be
   * @param specificity units called not of the kind, of those known not to be
   */
  public static @Nullable Estimate of(
      Proportion found, Proportion sensitivity, Proportion specificity) {
    double power = sensitivity.share() + specificity.share() - 1;
    if (power <= 0) {
      return null;
    }
    double share = (found.share() + specificity.share() - 1) / power;
    double variance =
        (found.variance()
                + share * share * sensitivity.variance()
                + (1 - share) * (1 - share) * specificity.variance())
            / (power * power);
    double half = Quantiles.NORMAL * Math.sqrt(variance);
    return new Estimate(
        Math.min(Math.max(share, 0), 1), new Interval(share - half, share + half).clip(0, 1));
  }
}
