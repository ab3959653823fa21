package dev.earshot.models.statistics.buying;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
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
    RepeatBuyingLikelihood likelihood = new RepeatBuyingLikelihood(customers, mayLeaveAtOnce);
    if (likelihood.customerCount() == 0) {
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
          likelihood.model(new double[] {0, 0, 0, 0}),
          Double.NaN,
          likelihood.customerCount(),
          false);
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
        likelihood.customerCount(),
        isAtRest && agreeing > 1 && isInside);
  }

  private static @Nullable PointValuePair climb(RepeatBuyingLikelihood likelihood, double[] start) {
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
}
