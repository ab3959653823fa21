package dev.earshot.models.training;

import dev.earshot.models.sentiment.FeatureWeights;
import java.util.Arrays;
import java.util.Comparator;

/** Prunes a linear model to the features whose weights have the largest Euclidean norm. */
final class StrongestFeatures {
  private StrongestFeatures() {}

  /** The strongest features, packed; equally strong ones in the order of their hashes. */
  static FeatureWeights pack(long[] features, float[] weights, int classes, int most) {
    Integer[] order = new Integer[features.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.comparingDouble((Integer i) -> -strength(weights, i, classes))
            .thenComparingLong(i -> features[i]));
    int kept = Math.min(most, order.length);
    long[] hashes = new long[kept];
    float[] packed = new float[kept * classes];
    for (int i = 0; i < kept; i++) {
      hashes[i] = features[order[i]];
      System.arraycopy(weights, order[i] * classes, packed, i * classes, classes);
    }
    return FeatureWeights.pack(hashes, packed, classes);
  }

  private static double strength(float[] weights, int feature, int classes) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      double weight = weights[feature * classes + k];
      sum += weight * weight;
    }
    return sum;
  }
}
