package dev.earshot.models.quantification;

import org.jspecify.annotations.Nullable;

/**
 * Confusion matrix of a classifier over labelled items, by actual and by predicted class: what
 * {@link Quantifiers} corrects predicted shares with.
 *
 * <p>The share of a class that is taken for another has half an item added to each cell of the
 * class; the class shares behind a prediction have two items of the overall mix added.
 */
public final class Calibration {
  /** Labelled items that every class needs. */
  public static final long MINIMUM_PER_CLASS = 10;

  private static final double CELL_PRIOR = 0.5;
  private static final double MIX_PRIOR = 2;

  private final long[] counts;
  private final int size;
  private final double[][] inverse;
  private final double[][] classOfPrediction;

  private Calibration(long[] counts, int size, double[][] inverse) {
    this.counts = counts;
    this.size = size;
    this.inverse = inverse;
    classOfPrediction = classOfPrediction(counts, size);
  }

  /**
   * A calibration from counts; null where they cannot tell the classes apart, because one of them
   * has fewer than {@value #MINIMUM_PER_CLASS} items or is predicted like a mixture of others.
   *
   * @param counts actual * classes + predicted
   * @param classes number of classes
   */
  public static @Nullable Calibration of(long[] counts, int classes) {
    for (int k = 0; k < classes; k++) {
      long actual = 0;
      for (int j = 0; j < classes; j++) {
        actual += counts[k * classes + j];
      }
      if (actual < MINIMUM_PER_CLASS) {
        return null;
      }
    }
    return ofAny(counts, classes);
  }

  /** As {@link #of} with any number of items of a class. */
  static @Nullable Calibration ofAny(long[] counts, int classes) {
    double[][] inverse = LinearSystem.inverse(predictionOfClass(counts, classes));
    return inverse == null ? null : new Calibration(counts.clone(), classes, inverse);
  }

  /** Items with a label. */
  public long labelCount() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /** The counts, actual * classes + predicted. */
  public long[] counts() {
    return counts.clone();
  }

  /** Number of classes. */
  public int size() {
    return size;
  }

  /** Solves for the shares of classes; may leave the range of shares. */
  double[] adjusted(double[] predictedShares) {
    return LinearSystem.times(inverse, predictedShares);
  }

  /** The expected shares of classes if each prediction stands for what it stood for here. */
  double[] expected(double[] predictedShares) {
    return LinearSystem.times(classOfPrediction, predictedShares);
  }

  /** By predicted class, then by class: how often a class is taken for the predicted one. */
  private static double[][] predictionOfClass(long[] counts, int size) {
    double[][] matrix = new double[size][size];
    for (int actual = 0; actual < size; actual++) {
      double total = CELL_PRIOR * size;
      for (int j = 0; j < size; j++) {
        total += counts[actual * size + j];
      }
      for (int j = 0; j < size; j++) {
        matrix[j][actual] = (counts[actual * size + j] + CELL_PRIOR) / total;
      }
    }
    return matrix;
  }

  /** By class, then by predicted class: the shares of classes behind a prediction. */
  private static double[][] classOfPrediction(long[] counts, int size) {
    double[] mix = new double[size];
    double total = 0;
    for (int actual = 0; actual < size; actual++) {
      for (int j = 0; j < size; j++) {
        mix[actual] += counts[actual * size + j];
        total += counts[actual * size + j];
      }
    }
    double[][] matrix = new double[size][size];
    for (int j = 0; j < size; j++) {
      double predicted = MIX_PRIOR;
      for (int actual = 0; actual < size; actual++) {
        predicted += counts[actual * size + j];
      }
      for (int actual = 0; actual < size; actual++) {
        matrix[actual][j] =
            (counts[actual * size + j] + MIX_PRIOR * mix[actual] / total) / predicted;
      }
    }
    return matrix;
  }
}
