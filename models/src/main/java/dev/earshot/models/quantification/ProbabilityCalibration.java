package dev.earshot.models.quantification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mean probabilities that a classifier gives to the labelled items of each class. */
public final class ProbabilityCalibration {
  private final double[][] inverse;

  private ProbabilityCalibration(double[][] inverse) {
    this.inverse = inverse;
  }

  /**
   * A calibration from labelled items; null where a class has none or the classes cannot be told
   * apart.
   *
   * @param probabilities of each item
   * @param labels the class of each item
   */
  public static @Nullable ProbabilityCalibration of(
      List<double[]> probabilities, List<Integer> labels, int classes) {
    double[][] means = new double[classes][classes];
    long[] items = new long[classes];
    for (int i = 0; i < labels.size(); i++) {
      int label = labels.get(i);
      items[label]++;
      for (int k = 0; k < classes; k++) {
        means[k][label] += probabilities.get(i)[k];
      }
    }
    for (int label = 0; label < classes; label++) {
      if (items[label] == 0) {
        return null;
      }
      for (int k = 0; k < classes; k++) {
        means[k][label] /= items[label];
      }
    }
    double[][] inverse = LinearSystem.inverse(means);
    return inverse == null ? null : new ProbabilityCalibration(inverse);
  }

  double[] adjusted(double[] meanProbabilities) {
    return LinearSystem.times(inverse, meanProbabilities);
  }
}
