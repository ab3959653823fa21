package dev.earshot.models.quantification;

import java.util.List;

/**
 * The shares of classes in a set of items, from what a classifier says of each. Counting its
 * answers is biased wherever it errs more on one class than on another; the others correct for
 * that, from labelled items ({@link Calibration}) or from the probabilities alone.
 *
 * <p>Surveys: G. Forman (2008), "Quantifying counts and costs via classification", Data Mining and
 * Knowledge Discovery 17, 164-206; A. Esuli, A. Fabris, A. Moreo, F. Sebastiani (2023), "Learning
 * to Quantify".
 */
public final class Quantifiers {
  private static final int MOST_STEPS = 1_000;
  private static final double CONVERGED = 1e-7;

  private Quantifiers() {}

  /**
   * Classify and count: the shares of the predicted classes.
   *
   * @param predicted items by predicted class; at least one item
   */
  public static double[] classifyAndCount(long[] predicted) {
    long total = 0;
    for (long count : predicted) {
      total += count;
    }
    if (total == 0) {
      throw new IllegalArgumentException("no items");
    }
    double[] shares = new double[predicted.length];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = (double) predicted[k] / total;
    }
    return shares;
  }

  /**
   * Probabilistic classify and count: the mean of the probabilities (A. Bella, C. Ferri, J.
   * Hernández-Orallo, M. J. Ramírez-Quintana, ICDM 2010, "Quantification via probability
   * estimators").
   */
  public static double[] probabilisticCount(List<double[]> probabilities) {
    if (probabilities.isEmpty()) {
      throw new IllegalArgumentException("no items");
    }
    double[] shares = new double[probabilities.get(0).length];
    for (double[] item : probabilities) {
      for (int k = 0; k < shares.length; k++) {
        shares[k] += item[k];
      }
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= probabilities.size();
    }
    return shares;
  }

  /**
   * Adjusted count: the shares that would be counted as these were, given how often each class is
   * taken for each (Forman 2008; several classes: D. Hopkins, G. King, 2010, American Journal of
   * Political Science 54, 229-247). Solved exactly, then moved to the nearest shares.
   */
  public static double[] adjustedCount(long[] predicted, Calibration calibration) {
    return Simplex.nearest(calibration.adjusted(classifyAndCount(predicted)));
  }

  /**
   * Probabilistic adjusted count: as {@link #adjustedCount} with mean probabilities in the place of
   * counts (Bella et al. 2010).
   *
   * @param calibration see {@link ProbabilityCalibration}
   */
  public static double[] probabilisticAdjustedCount(
      List<double[]> probabilities, ProbabilityCalibration calibration) {
    return Simplex.nearest(calibration.adjusted(probabilisticCount(probabilities)));
  }

  /**
   * Expectation maximisation: the shares under which the probabilities, once weighted by new shares
   * over the prior that they assume, have these shares as their mean (M. Saerens, P. Latinne, C.
   * Decaestecker, 2002, Neural Computation 14, 21-41). Needs no labels; the probabilities must be
   * calibrated for {@code prior}.
   */
  public static double[] expectationMaximisation(List<double[]> probabilities, double[] prior) {
    double[] shares = prior.clone();
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] next = new double[shares.length];
      for (double[] item : probabilities) {
        double sum = 0;
        for (int k = 0; k < next.length; k++) {
          sum += item[k] * shares[k] / prior[k];
        }
        for (int k = 0; k < next.length; k++) {
          next[k] += item[k] * shares[k] / prior[k] / sum / probabilities.size();
        }
      }
      double change = 0;
      for (int k = 0; k < next.length; k++) {
        change += Math.abs(next[k] - shares[k]);
      }
      shares = next;
      if (change < CONVERGED) {
        break;
      }
    }
    return shares;
  }

  /**
   * The mean of the adjusted count, which is right where nothing but the mix of classes differs
   * from the labelled items, and of the labelled items' class shares by predicted class, which is
   * right where the mix does not. Real sets are between the two.
   */
  public static double[] blendedCount(long[] predicted, Calibration calibration) {
    double[] counted = classifyAndCount(predicted);
    double[] adjusted = calibration.adjusted(counted);
    double[] expected = calibration.expected(counted);
    for (int k = 0; k < adjusted.length; k++) {
      adjusted[k] = (adjusted[k] + expected[k]) / 2;
    }
    return Simplex.nearest(adjusted);
  }
}
