package dev.earshot.models.statistics.surveillance;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealVector;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/**
 * What count is usual on a day: negative binomial with a log link, an effect of each weekday, a
 * trend, and the logarithm of all others as offset (J. M. Hilbe, 2011, "Negative Binomial
 * Regression", 2nd edition; of counts under watch C. P. Farrington et al., 1996, "A statistical
 * algorithm for the early detection of outbreaks of infectious disease", J. R. Statist. Soc. A 159,
 * 547-563, and A. Noufaily et al., 2013, "An improved algorithm for outbreak detection in multiple
 * surveillance systems", Statistics in Medicine 32, 1206-1222). Weekdays and trend are shrunk
 * toward none by normal priors, since eight Mondays of few people tell little; the dispersion is by
 * moments.
 */
final class CountBaseline {
  private static final int WEEKDAYS = 7;
  private static final int LEVEL = WEEKDAYS;
  private static final int TREND = WEEKDAYS + 1;
  private static final int PARAMETERS = WEEKDAYS + 2;
  private static final int STEPS = 8;

  /** Days by which the trend is told. */
  private static final double TREND_DAYS = 28;

  /** Inverse variances of the priors: of a factor of 1.35, of any level, of 1.65 in 28 days. */
  private static final double WEEKDAY_PRECISION = 1 / (0.3 * 0.3);

  private static final double LEVEL_PRECISION = 0.01;
  private static final double TREND_PRECISION = 1 / (0.5 * 0.5);

  /** Larger residuals are taken for this: one day is not a week. */
  private static final double LARGEST_RESIDUAL = 5;

  private final int origin;
  private final double usual;
  private final double[] effects = new double[PARAMETERS];
  private double dispersion;

  private CountBaseline(List<DayCount> days) {
    origin = days.get(days.size() - 1).day();
    long counts = days.stream().mapToLong(DayCount::count).sum();
    long others = days.stream().mapToLong(DayCount::others).sum();
    usual = Math.log((counts + 0.5) / (others + days.size()));
  }

  /** The baseline of some days, in their order. */
  static CountBaseline of(List<DayCount> days) {
    CountBaseline baseline = new CountBaseline(days);
    for (int step = 0; step < STEPS; step++) {
      baseline.step(days);
      baseline.disperse(days);
    }
    return baseline;
  }

  /** One step of Fisher's scoring. */
  private void step(List<DayCount> days) {
    double[][] information = new double[PARAMETERS][PARAMETERS];
    double[] score = new double[PARAMETERS];
    for (DayCount day : days) {
      double expected = expected(day);
      double weight = expected / (1 + dispersion * expected);
      double surprise = (day.count() - expected) / (1 + dispersion * expected);
      int weekday = Math.floorMod(day.day(), WEEKDAYS);
      double trend = trend(day);
      int[] places = {weekday, LEVEL, TREND};
      double[] values = {1, 1, trend};
      for (int i = 0; i < places.length; i++) {
        score[places[i]] += surprise * values[i];
        for (int j = 0; j < places.length; j++) {
          information[places[i]][places[j]] += weight * values[i] * values[j];
        }
      }
    }
    for (int i = 0; i < PARAMETERS; i++) {
      information[i][i] += precision(i);
      score[i] -= precision(i) * effects[i];
    }
    RealVector move =
        new CholeskyDecomposition(new Array2DRowRealMatrix(information, false))
            .getSolver()
            .solve(new ArrayRealVector(score, false));
    for (int i = 0; i < PARAMETERS; i++) {
      effects[i] += Math.max(-1, Math.min(1, move.getEntry(i)));
    }
  }

  private static double precision(int parameter) {
    return switch (parameter) {
      case LEVEL -> LEVEL_PRECISION;
      case TREND -> TREND_PRECISION;
      default -> WEEKDAY_PRECISION;
    };
  }

  /** The dispersion by which the squared residuals are what they are; none where they are less. */
  private void disperse(List<DayCount> days) {
    double more = 0;
    double squares = 0;
    for (DayCount day : days) {
      double expected = expected(day);
      double residual = day.count() - expected;
      more += residual * residual * days.size() / Math.max(1, days.size() - 3) - expected;
      squares += expected * expected;
    }
    dispersion = Math.max(0, more / squares);
  }

  private double trend(DayCount day) {
    return (day.day() - origin) / TREND_DAYS;
  }

  /** How many are usual on a day, given the others. */
  double expected(DayCount day) {
    double effect =
        effects[Math.floorMod(day.day(), WEEKDAYS)] + effects[LEVEL] + effects[TREND] * trend(day);
    return Math.exp(Math.log(day.others() + 1.0) + usual + effect);
  }

  /**
   * How unusual a count is, as a quantile of the normal distribution: half of the chance of exactly
   * this count belongs to each side.
   */
  double residual(DayCount day) {
    double expected = expected(day);
    double below = day.count() == 0 ? 0 : atMost(day.count() - 1, expected);
    double chance = (below + atMost(day.count(), expected)) / 2;
    double quantile = -Math.sqrt(2) * Erf.erfcInv(2 * Math.min(chance, 1 - 1e-9));
    return Math.max(-LARGEST_RESIDUAL, Math.min(LARGEST_RESIDUAL, quantile));
  }

  private double atMost(long count, double expected) {
    if (dispersion < 1e-6) {
      return Gamma.regularizedGammaQ(count + 1.0, expected);
    }
    double size = 1 / dispersion;
    return Beta.regularizedBeta(1 / (1 + dispersion * expected), size, count + 1.0);
  }
}
