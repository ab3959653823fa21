package dev.earshot.models.quantification;

/**
 * What is to be added to a reader's net sentiment, and how well that is known.
 *
 * @param value from -2 to 2
 * @param variance of the value
 * @param slopeVariance of how the bias moves with the predicted net sentiment
 * @param at the predicted net sentiment at which the bias is known
 * @param quantile of the 95 % interval, in standard deviations
 */
public record Bias(
    double value, double variance, double slopeVariance, double at, double quantile) {

  /** Half the width of the 95 % interval where the reader says {@code net}. */
  public double halfWidth(double net) {
    return quantile * Math.sqrt(variance + slopeVariance * (net - at) * (net - at));
  }
}
