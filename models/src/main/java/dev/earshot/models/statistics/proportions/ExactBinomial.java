package dev.earshot.models.statistics.proportions;

import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.special.Beta;
import org.jspecify.annotations.Nullable;

/**
 * Exact inference for a share of independent units: never less than its nominal coverage, at the
 * price of width. For few units, and for the sign test of paired counts.
 *
 * <p>C. J. Clopper and E. S. Pearson (1934), "The use of confidence or fiducial limits illustrated
 * in the case of the binomial", Biometrika 26, 404-413.
 */
public final class ExactBinomial {
  private static final double SOLVER_ACCURACY = 1e-12;

  private ExactBinomial() {}

  /**
   * The 95 % Clopper-Pearson interval of {@code successes / trials}; null where there is no trial.
   *
   * @throws IllegalArgumentException unless {@code 0 <= successes <= trials}
   */
  public static @Nullable Interval interval(long successes, long trials) {
    requireCounts(successes, trials);
    if (trials == 0) {
      return null;
    }
    long failures = trials - successes;
    double lower =
        successes == 0 ? 0 : betaQuantile(Quantiles.TAIL, (double) successes, failures + 1.0);
    double upper =
        failures == 0 ? 1 : betaQuantile(1 - Quantiles.TAIL, successes + 1.0, (double) failures);
    return new Interval(lower, upper);
  }

  /**
   * What the chance behind trials is at least, with 95 % of belief, where every chance was as
   * likely before: the 5 % quantile of Beta(1 + successes, 1 + failures) (T. Bayes, 1763, "An essay
   * towards solving a problem in the doctrine of chances", Phil. Trans. 53, 370-418). It orders
   * shares of few and of many trials: one of one is not above ninety of a hundred.
   *
   * @throws IllegalArgumentException unless {@code 0 <= successes <= trials}
   */
  public static double crediblyAtLeast(long successes, long trials) {
    requireCounts(successes, trials);
    return betaQuantile(2 * Quantiles.TAIL, successes + 1.0, trials - successes + 1.0);
  }

  /**
   * The two-sided p value of {@code successes} of {@code trials} under an even chance: the sign
   * test of discordant pairs (twice the smaller tail, at most 1). 1 where there is no trial.
   *
   * @throws IllegalArgumentException unless {@code 0 <= successes <= trials}
   */
  public static double evenChancePValue(long successes, long trials) {
    requireCounts(successes, trials);
    long fewer = Math.min(successes, trials - successes);
    if (2 * fewer == trials) {
      return 1;
    }
    return Math.min(1, 2 * Beta.regularizedBeta(0.5, (double) (trials - fewer), fewer + 1.0));
  }

  /**
   * How likely at least so many successes are under a chance; 1 for none.
   *
   * @param chance from 0 to 1
   * @throws IllegalArgumentException unless {@code 0 <= successes <= trials}
   */
  static double atLeastPValue(long successes, long trials, double chance) {
    requireCounts(successes, trials);
    return successes == 0
        ? 1
        : Beta.regularizedBeta(chance, (double) successes, trials - successes + 1.0);
  }

  static void requireCounts(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
    }
  }

  private static double betaQuantile(double probability, double alpha, double beta) {
    return new BetaDistribution(alpha, beta, SOLVER_ACCURACY)
        .inverseCumulativeProbability(probability);
  }
}
