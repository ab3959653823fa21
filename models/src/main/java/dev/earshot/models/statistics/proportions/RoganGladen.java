package dev.earshot.models.statistics.proportions;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import org.jspecify.annotations.Nullable;

/**
 * The true share of a kind behind the share that an imperfect test finds.
 *
 * <p>Estimate: W. J. Rogan and B. Gladen (1978), "Estimating prevalence from the results of a
 * screening test", American Journal of Epidemiology 107, 71-76: (q + sp - 1) / (se + sp - 1).
 * Interval: Z. Lang and J. Reiczigel (2014), "Confidence limits for prevalence of disease adjusted
 * for estimated sensitivity and specificity", Preventive Veterinary Medicine 113, 13-22: it knows
 * that sensitivity and specificity were measured on samples too, and keeps a width where nothing is
 * found. Both are clipped to [0, 1].
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
  }

  /** A proportion with pseudo-trials added, half of them successes. */
  private record Adjusted(double share, double trials) {
    static Adjusted of(Proportion proportion, double pseudoTrials) {
      double trials = proportion.trials() + pseudoTrials;
      return new Adjusted((proportion.successes() + pseudoTrials / 2) / trials, trials);
    }

    double variance() {
      return share * (1 - share) / trials;
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
    return new Estimate(
        Math.min(Math.max(share, 0), 1), interval(found, sensitivity, specificity).clip(0, 1));
  }

  private static Interval interval(
      Proportion found, Proportion sensitivity, Proportion specificity) {
    double z2 = Quantiles.NORMAL * Quantiles.NORMAL;
    Adjusted q = Adjusted.of(found, z2);
    Adjusted se = Adjusted.of(sensitivity, 2);
    Adjusted sp = Adjusted.of(specificity, 2);
    double power = se.share() + sp.share() - 1;
    if (power <= 0) {
      return new Interval(0, 1);
    }
    double share = (q.share() + sp.share() - 1) / power;
    double shift = 2 * z2 * (share * se.variance() - (1 - share) * sp.variance());
    double variance =
        (q.variance() + share * share * se.variance() + (1 - share) * (1 - share) * sp.variance())
            / (power * power);
    double half = Quantiles.NORMAL * Math.sqrt(variance);
    return new Interval(share + shift - half, share + shift + half);
  }
}
