package dev.earshot.models.quantification;

import java.util.Arrays;

/** Shares: numbers that are not negative and add up to one. */
final class Simplex {
  private Simplex() {}

  /**
   * The nearest shares to any numbers (J. Duchi, S. Shalev-Shwartz, Y. Singer, T. Chandra, ICML
   * 2008, "Efficient projections onto the l1-ball for learning in high dimensions", figure 1).
   */
  static double[] nearest(double[] values) {
    double[] descending = values.clone();
    Arrays.sort(descending);
    double sum = 0;
    double shift = 0;
    for (int i = 1; i <= descending.length; i++) {
      double value = descending[descending.length - i];
      sum += value;
      double candidate = (sum - 1) / i;
      if (value - candidate > 0) {
        shift = candidate;
      }
    }
    double[] shares = new double[values.length];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = Math.max(0, values[k] - shift);
    }
    return shares;
  }
}
