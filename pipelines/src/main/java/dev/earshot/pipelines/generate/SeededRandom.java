package dev.earshot.pipelines.generate;

/**
 * SplitMix64 (Steele, Lea and Flood 2014). Written out here because the JDK does not promise that
 * its own generators give the same numbers in every release.
 */
final class SeededRandom {
  private long state;

  SeededRandom(long seed) {
    state = seed;
  }

  private long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** A whole number from 0 inclusive to {@code bound} exclusive. */
  int below(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** A whole number from {@code lowest} to {@code highest}, both inclusive. */
  int between(int lowest, int highest) {
    return lowest + below(highest - lowest + 1);
  }

  double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
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
