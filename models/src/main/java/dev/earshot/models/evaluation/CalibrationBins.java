package dev.earshot.models.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Expected calibration error: the mean over rows of |confidence - accuracy| within {@value #BINS}
 * equally wide bins of the confidence, which is the probability of the predicted class (M. P.
 * Naeini, G. F. Cooper, M. Hauskrecht, AAAI 2015; C. Guo et al., ICML 2017).
 */
public final class CalibrationBins {
  static final int BINS = 15;

  private final double[] confidence = new double[BINS];
  private final long[] hits = new long[BINS];
  private long total;

  /** Adds a row with the probability of its predicted class. */
  public void add(double probability, boolean isHit) {
    int bin = Math.min(BINS - 1, (int) (probability * BINS));
    confidence[bin] += probability;
    hits[bin] += isHit ? 1 : 0;
    total++;
  }

  /** The error, from 0 to 1; null without rows. */
  public @Nullable Double error() {
    if (total == 0) {
      return null;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(confidence[bin] - hits[bin]);
    }
    return error / total;
  }
}
