package dev.earshot.pipelines.generate;

import dev.earshot.models.statistics.basics.SplitMix64;

/** What the generator draws from {@link SplitMix64}: the same numbers in every release of Java. */
final class SeededRandom {
  private final SplitMix64 bits;

  SeededRandom(long seed) {
    bits = new SplitMix64(seed);
  }

  /** A whole number from 0 inclusive to {@code bound} exclusive. */
  int below(int bound) {
    return bits.nextIndex(bound);
  }

  /** A whole number from {@code lowest} to {@code highest}, both inclusive. */
  int between(int lowest, int highest) {
    return lowest + below(highest - lowest + 1);
  }

  double nextDouble() {
    return bits.nextDouble();
  }

  boolean chance(double probability) {
    return nextDouble() < probability;
  }

  <T> T pick(T[] choices) {
    return choices[below(choices.length)];
  }

  /** The exponential of a normal variate, by the Box-Muller transform. */
  double logNormal(double logMedian, double deviation) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    double normal = radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
    return StrictMath.exp(logMedian + deviation * normal);
  }
}
