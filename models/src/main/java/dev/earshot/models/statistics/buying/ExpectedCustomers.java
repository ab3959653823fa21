package dev.earshot.models.statistics.buying;

import dev.earshot.models.statistics.basics.Interval;
import java.util.Map;
import java.util.SortedMap;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * How many customers have not left at the end of the observation, or buy within some time after it:
 * the sum of their probabilities under a fitted {@link RepeatBuyingModel}.
 *
 * <p>The interval is for the number itself, which varies for two reasons that do not depend on one
 * another. Given the model, each customer is one of them or not: p (1 - p), summed. And the model
 * is fitted. What that makes of the sum is told along the direction in which the sum is hardest to
 * know (C. Stein, 1956; T. J. DiCiccio, R. J. Tibshirani, 1987, Journal of the American Statistical
 * Association 82, 163-170), from the observed information over the logarithms of the parameters:
 * each end is where the logarithm of the likelihood has fallen by 1.92, or as far away as the delta
 * method says (G. W. Oehlert, 1992, The American Statistician 46, 27-29), whichever is farther.
 * Either reason's distance is squared and added (G. Y. Zou, A. Donner, 2008, Statistics in Medicine
 * 27, 1693-1702). It says nothing of customers who do not behave as the model has it: that is what
 * a {@link Holdout} tells.
 *
 * @param count the sum of the probabilities
 * @param interval 95 %, between zero and all customers; null where the likelihood is flat in some
 *     direction
 */
public record ExpectedCustomers(double count, @Nullable Interval interval) {
  private static final double STEP = 1e-3;
  private static final double SYMMETRIC = 1e-9;

  /** A direction in which the parameters are only known up to some e to the 20th. */
  private static final double FLAT = 0.01;

  private static final double QUANTILE = 1.959963984540054;
  private static final double FARTHEST_STEPS = 8;
  private static final int HALVINGS = 24;

  /** The probability that a customer is one of those who are counted. */
  private interface Chance {
    double of(RepeatBuyingModel model, PurchaseHistory history);
  }

  /**
   * Those who have not left.
   *
   * @param customers how many customers have each history
   * @param model fitted to them
   */
  public static ExpectedCustomers alive(
      SortedMap<PurchaseHistory, Long> customers, RepeatBuyingModel model) {
    return of(customers, model, RepeatBuyingModel::aliveProbability);
  }

  /**
   * Those who buy at least once after the end of the observation.
   *
   * @param customers how many customers have each history
   * @param model fitted to them
   * @param duration how long after it, in the units of the histories
   */
  public static ExpectedCustomers buyers(
      SortedMap<PurchaseHistory, Long> customers, RepeatBuyingModel model, int duration) {
    return of(customers, model, (fitted, history) -> fitted.purchaseProbability(history, duration));
  }

  private static ExpectedCustomers of(
      SortedMap<PurchaseHistory, Long> customers, RepeatBuyingModel model, Chance chance) {
    double count = sum(customers, chance, model);
    RepeatBuyingLikelihood likelihood =
        new RepeatBuyingLikelihood(customers, model.mayLeaveAtOnce());
    double[] best = {
      StrictMath.log(model.r()),
      StrictMath.log(model.alpha()),
      StrictMath.log(model.a()),
      StrictMath.log(model.b())
    };
    RealVector gradient = new ArrayRealVector(best.length);
    for (int i = 0; i < best.length; i++) {
      double above = sum(customers, chance, likelihood.model(moved(best, i, STEP, i, 0)));
      double below = sum(customers, chance, likelihood.model(moved(best, i, -STEP, i, 0)));
      gradient.setEntry(i, (above - below) / (2 * STEP));
    }
    try {
      RealVector solved =
          new CholeskyDecomposition(information(likelihood, best), SYMMETRIC, FLAT)
              .getSolver()
              .solve(gradient);
      double deviation = Math.sqrt(gradient.dotProduct(solved));
      RealVector step = solved.mapDivide(deviation);
      double spread =
          QUANTILE * Math.sqrt(variance(customers, chance, model) + deviation * deviation);
      double lower =
          distance(customers, chance, likelihood, best, step.mapMultiply(-1), spread, count);
      double upper = distance(customers, chance, likelihood, best, step, spread, count);
      return new ExpectedCustomers(
          count,
          new Interval(count - lower, count + upper).clip(0, (double) likelihood.customerCount()));
    } catch (MathIllegalArgumentException notPositiveDefinite) {
      return new ExpectedCustomers(count, null);
    }
  }

  /** How far an end of the interval is from the count. */
  private static double distance(
      SortedMap<PurchaseHistory, Long> customers,
      Chance chance,
      RepeatBuyingLikelihood likelihood,
      double[] best,
      RealVector step,
      double spread,
      double count) {
    double highest = likelihood.at(best);
    double near = 0;
    double far = FARTHEST_STEPS;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (near + far) / 2;
      if (highest - likelihood.at(along(best, step, middle)) < QUANTILE * QUANTILE / 2) {
        near = middle;
      } else {
        far = middle;
      }
    }
    RepeatBuyingModel end = likelihood.model(along(best, step, near));
    double distance =
        Math.hypot(
            sum(customers, chance, end) - count,
            QUANTILE * Math.sqrt(variance(customers, chance, end)));
    return Math.max(distance, spread);
  }

  private static double[] along(double[] point, RealVector step, double steps) {
    return new ArrayRealVector(point).add(step.mapMultiply(steps)).toArray();
  }

  /** Of the number of customers, where the model is known. */
  private static double variance(
      SortedMap<PurchaseHistory, Long> customers, Chance chance, RepeatBuyingModel model) {
    double variance = 0;
    for (Map.Entry<PurchaseHistory, Long> entry : customers.entrySet()) {
      double probability = chance.of(model, entry.getKey());
      variance += entry.getValue() * probability * (1 - probability);
    }
    return variance;
  }

  private static double sum(
      SortedMap<PurchaseHistory, Long> customers, Chance chance, RepeatBuyingModel model) {
    double sum = 0;
    for (Map.Entry<PurchaseHistory, Long> entry : customers.entrySet()) {
      sum += entry.getValue() * chance.of(model, entry.getKey());
    }
    return sum;
  }

  /** Minus the second derivatives of the logarithm of the likelihood, by central differences. */
  private static RealMatrix information(RepeatBuyingLikelihood likelihood, double[] best) {
    RealMatrix information = MatrixUtils.createRealMatrix(best.length, best.length);
    for (int i = 0; i < best.length; i++) {
      for (int j = 0; j <= i; j++) {
        double same =
            likelihood.at(moved(best, i, STEP, j, STEP))
                + likelihood.at(moved(best, i, -STEP, j, -STEP));
        double opposite =
            likelihood.at(moved(best, i, STEP, j, -STEP))
                + likelihood.at(moved(best, i, -STEP, j, STEP));
        double entry = (opposite - same) / (4 * STEP * STEP);
        information.setEntry(i, j, entry);
        information.setEntry(j, i, entry);
      }
    }
    return information;
  }

  private static double[] moved(double[] point, int i, double byI, int j, double byJ) {
    double[] moved = point.clone();
    moved[i] += byI;
    moved[j] += byJ;
    return moved;
  }
}
