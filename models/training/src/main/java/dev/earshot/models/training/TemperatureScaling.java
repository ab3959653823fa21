package dev.earshot.models.training;

/** Calibration by one temperature (Guo et al., On calibration of modern neural networks, 2017). */
final class TemperatureScaling {
  private static final double LOWEST = 0.05;
  private static final double HIGHEST = 10;
  private static final int STEPS = 50;

  private final double[][] scores;
  private final int[] labels;
  private final double[] classWeights;

  /** Scores are logarithms of odds but for a constant; an example weighs as its class does. */
  TemperatureScaling(double[][] scores, int[] labels, double[] classWeights) {
    this.scores = scores;
    this.labels = labels;
    this.classWeights = classWeights;
  }

  /** The temperature of least log loss, by golden-section search. */
  float best() {
    double low = LOWEST;
    double high = HIGHEST;
    double ratio = (Math.sqrt(5) - 1) / 2;
    for (int i = 0; i < STEPS; i++) {
      double left = high - ratio * (high - low);
      double right = low + ratio * (high - low);
      if (logLoss(left) < logLoss(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return (float) ((low + high) / 2);
  }

  /** The mean log loss at a temperature, in nats. */
  double logLoss(double temperature) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < labels.length; i++) {
      double[] scaled = new double[scores[i].length];
      for (int k = 0; k < scaled.length; k++) {
        scaled[k] = scores[i][k] / temperature;
      }
      LogisticRegression.softmax(scaled);
      double weight = classWeights[labels[i]];
      sum -= weight * StrictMath.log(Math.max(scaled[labels[i]], Double.MIN_NORMAL));
      total += weight;
    }
    return sum / total;
  }
}
