package dev.earshot.models.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.hipparchus.special.Gamma;
import org.jspecify.annotations.Nullable;

/**
 * Fits a {@link RepeatBuyingModel} by maximum likelihood: Nelder and Mead's simplex over the
 * logarithms of the parameters, from several starts, and once more from the best end. Customers
 * with the same history are counted together, and histories are added up in their order, so that
 * the same customers give the same digits however they came.
 *
 * @param model the most likely one
 * @param logLikelihood its log-likelihood
 * @param customerCount customers it was fitted to
 * @param hasConverged whether the simplex came to rest, the best likelihood was reached from more
 *     than one start, and no parameter ran away
 */
public record RepeatBuyingFit(
    RepeatBuyingModel model, double logLikelihood, long customerCount, boolean hasConverged) {
  private static final double[][] STARTS = {{0.25, 0.1, 0.8, 2.5}, {1, 1, 1, 1}, {2, 1, 0.5, 5}};
  private static final int MAX_EVALUATIONS = 2_000;
  private static final double SIMPLEX_SIZE = 0.4;
  private static final double TOLERANCE = 1e-9;
  private static final double AGREEMENT = 1e-5;
  private static final double LARGEST_LOGARITHM = 12;

  /**
   * Fits the model.
   *
   * @param customers how many customers have each history
   * @param mayLeaveAtOnce true for MBG/NBD, false for BG/NBD
   * @return null without customers
   */
  public static @Nullable RepeatBuyingFit of(
      SortedMap<PurchaseHistory, Long> customers, boolean mayLeaveAtOnce) {
    Likelihood likelihood = new Likelihood(customers, mayLeaveAtOnce);
    if (likelihood.customerCount == 0) {
      return null;
    }
    List<PointValuePair> ends = new ArrayList<>();
    boolean isAtRest = true;
    for (double[] start : STARTS) {
      double[] point = new double[start.length];
      for (int i = 0; i < point.length; i++) {
        point[i] = StrictMath.log(start[i]);
      }
      point[1] += StrictMath.log(likelihood.meanAge());
      PointValuePair end = climb(likelihood, point);
      isAtRest &= end != null;
      if (end != null) {
        ends.add(end);
      }
    }
    PointValuePair highest = null;
    for (PointValuePair end : ends) {
      highest = highest == null || end.getValue() > highest.getValue() ? end : highest;
    }
    PointValuePair best = highest == null ? null : climb(likelihood, highest.getPointRef());
    if (best == null) {
      return new RepeatBuyingFit(
          likelihood.model(new double[] {0, 0, 0, 0}), Double.NaN, likelihood.customerCount, false);
    }
    double top = best.getValue();
    double close = AGREEMENT * Math.max(1, Math.abs(top));
    long agreeing = ends.stream().filter(end -> top - end.getValue() <= close).count();
    boolean isInside = true;
    for (double logarithm : best.getPointRef()) {
      isInside &= Math.abs(logarithm) < LARGEST_LOGARITHM;
    }
    return new RepeatBuyingFit(
        likelihood.model(best.getPointRef()),
        top,
        likelihood.customerCount,
        isAtRest && agreeing > 1 && isInside);
  }

  private static @Nullable PointValuePair climb(Likelihood likelihood, double[] start) {
    try {
      return new SimplexOptimizer(new SimpleValueChecker(TOLERANCE, TOLERANCE))
          .optimize(
              new MaxEval(MAX_EVALUATIONS),
              new ObjectiveFunction(likelihood::at),
              GoalType.MAXIMIZE,
              new InitialGuess(start),
              new NelderMeadSimplex(start.length, SIMPLEX_SIZE));
    } catch (MathIllegalStateException tooManyEvaluations) {
      return null;
    }
  }

  /** The likelihood of all customers; what depends on x alone is computed once for each x. */
  private static final class Likelihood {
    private final boolean mayLeaveAtOnce;
    private final SortedMap<Integer, List<Map.Entry<PurchaseHistory, Long>>> byRepeats =
        new TreeMap<>();
    private long customerCount;
    private long ageSum;

    Likelihood(SortedMap<PurchaseHistory, Long> customers, boolean mayLeaveAtOnce) {
      this.mayLeaveAtOnce = mayLeaveAtOnce;
      for (Map.Entry<PurchaseHistory, Long> entry : customers.entrySet()) {
        byRepeats
            .computeIfAbsent(entry.getKey().repeatCount(), x -> new ArrayList<>())
            .add(Map.entry(entry.getKey(), entry.getValue()));
        customerCount += entry.getValue();
        ageSum += entry.getValue() * entry.getKey().age();
      }
    }

    double meanAge() {
      return Math.max(1.0, (double) ageSum / customerCount);
    }

    RepeatBuyingModel model(double[] logarithms) {
      return new RepeatBuyingModel(
          mayLeaveAtOnce,
          StrictMath.exp(logarithms[0]),
          StrictMath.exp(logarithms[1]),
          StrictMath.exp(logarithms[2]),
          StrictMath.exp(logarithms[3]));
    }

    double at(double[] logarithms) {
      RepeatBuyingModel m = model(logarithms);
      double logBetaOfAll = logBeta(m.a(), m.b());
      double sum = 0;
      for (Map.Entry<Integer, List<Map.Entry<PurchaseHistory, Long>>> group :
          byRepeats.entrySet()) {
        int x = group.getKey();
        double rx = m.r() + x;
        double left = m.b() + x + (mayLeaveAtOnce ? 1 : 0);
        double common =
            Gamma.logGamma(rx) - Gamma.logGamma(m.r()) + m.r() * logarithms[1] - logBetaOfAll;
        double stays = logBeta(m.a(), left);
        boolean canHaveLeft = x > 0 || mayLeaveAtOnce;
        double leaves = canHaveLeft ? logBeta(m.a() + 1, left - 1) : 0;
        for (Map.Entry<PurchaseHistory, Long> entry : group.getValue()) {
          PurchaseHistory history = entry.getKey();
          double alive = stays - rx * StrictMath.log(m.alpha() + history.age());
          double both = alive;
          if (canHaveLeft) {
            double gone = leaves - rx * StrictMath.log(m.alpha() + history.recency());
            both = RepeatBuyingModel.logSumExp(alive, gone);
          }
          sum += entry.getValue() * (common + both);
        }
      }
      return sum;
    }

    private static double logBeta(double first, double second) {
      return Gamma.logGamma(first) + Gamma.logGamma(second) - Gamma.logGamma(first + second);
    }
  }
}
