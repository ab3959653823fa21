package dev.earshot.models.statistics.buying;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * Repeat buying of customers who are not under contract: each buys at a rate that is gamma
 * distributed among them and, after each purchase, leaves with a probability that is beta
 * distributed.
 *
 * <p>BG/NBD: P. S. Fader, B. G. S. Hardie and K. L. Lee (2005), "Counting your customers the easy
 * way: an alternative to the Pareto/NBD model", Marketing Science 24, 275-284. A customer can only
 * leave after a repeat purchase, so that everyone who bought once is alive for ever. MBG/NBD lets
 * customers leave after the first purchase too: E. P. Batislam, M. Denizel and A. Filiztekin
 * (2007), "Empirical validation and comparison of models for customer base analysis", International
 * Journal of Research in Marketing 24, 201-209; D. Hoppe and U. Wagner (2007), "Customer base
 * analysis: the case for a central variant of the betageometric/NBD model", Marketing - Journal of
 * Research and Management 3, 75-90.
 *
 * @param mayLeaveAtOnce true for MBG/NBD, false for BG/NBD
 * @param r shape of the buying rates
 * @param alpha scale of the buying rates, in units of time
 * @param a first parameter of the chances to leave
 * @param b second parameter of the chances to leave
 */
public record RepeatBuyingModel(
    boolean mayLeaveAtOnce, double r, double alpha, double a, double b) {
  private static final int MAX_TERMS = 100_000;
  private static final double NEGLIGIBLE = 1e-15;

  /** The logarithm of a customer's likelihood. */
  public double logLikelihood(PurchaseHistory history) {
    int x = history.repeatCount();
    double rx = r + x;
    int leaving = mayLeaveAtOnce ? 1 : 0;
    double common =
        Gamma.logGamma(rx) - Gamma.logGamma(r) + r * StrictMath.log(alpha) - Beta.logBeta(a, b);
    double alive = Beta.logBeta(a, b + x + leaving) - rx * StrictMath.log(alpha + history.age());
    if (x == 0 && !mayLeaveAtOnce) {
      return common + alive;
    }
    double left =
        Beta.logBeta(a + 1, b + x + leaving - 1) - rx * StrictMath.log(alpha + history.recency());
    return common + logSumExp(alive, left);
  }

  static double logSumExp(double first, double second) {
    double larger = Math.max(first, second);
    return larger + StrictMath.log1p(StrictMath.exp(Math.min(first, second) - larger));
  }

  /** The probability that a customer has not left at the end of the observation. */
  public double aliveProbability(PurchaseHistory history) {
    int x = history.repeatCount();
    if (x == 0 && !mayLeaveAtOnce) {
      return 1;
    }
    double odds = StrictMath.log(a) - StrictMath.log(b + x - (mayLeaveAtOnce ? 0 : 1));
    double silence =
        (r + x)
            * (StrictMath.log(alpha + history.age()) - StrictMath.log(alpha + history.recency()));
    return 1 / (1 + StrictMath.exp(odds + silence));
  }

  /**
   * The probability that a customer buys at least once after the end of the observation. Given that
   * the customer is still there, the rate is gamma distributed with r + x and alpha + T, and
   * leaving has its chance only after a purchase.
   *
   * @param duration how long after it, in the units of the history
   */
  public double purchaseProbability(PurchaseHistory history, double duration) {
    double end = alpha + history.age();
    double silence =
        (r + history.repeatCount()) * (StrictMath.log(end) - StrictMath.log(end + duration));
    return aliveProbability(history) * -StrictMath.expm1(silence);
  }

  /**
   * The purchases that are to be expected of a customer after the end of the observation.
   *
   * @param duration how long after it, in the units of the history
   */
  public double expectedPurchases(PurchaseHistory history, double duration) {
    int leaving = mayLeaveAtOnce ? 1 : 0;
    double rx = r + history.repeatCount();
    double bx = b + history.repeatCount() + leaving;
    double end = alpha + history.age() + duration;
    double series = hypergeometric(rx, bx, a + bx - 1, duration / end);
    double passed = StrictMath.pow((alpha + history.age()) / end, rx);
    return (a + bx - 1) / (a - 1) * (1 - passed * series) * aliveProbability(history);
  }

  /** Gauss's series of 2F1(a, b; c; z) for z between 0 and 1. */
  private static double hypergeometric(double a, double b, double c, double z) {
    double term = 1;
    double sum = 1;
    for (int i = 0; i < MAX_TERMS && term > NEGLIGIBLE * sum; i++) {
      term *= (a + i) * (b + i) / (c + i) * z / (i + 1);
      sum += term;
    }
    return sum;
  }
}
