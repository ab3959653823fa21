package dev.earshot.models.statistics.basics;

/**
 * A small pseudo-random generator whose sequence is fixed by this code, not by the Java release, so
 * that a re-run gives the same numbers anywhere. Not for secrets; not safe between threads.
 *
 * <p>G. L. Steele, D. Lea, C. H. Flood (2014), "Fast splittable pseudorandom number generators",
 * OOPSLA.
 */
public final class SplitMix64 {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** Starts the sequence of {@code seed}; every seed is good. */
  public SplitMix64(long seed) {
    state = seed;
  }

  /** The next 64 bits. */
  public long next() {
    state += GAMMA;
    return mix(state);
  }

  /** A bijection of 64 bits that spreads every input bit over the output. */
  public static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [0, bound); {@code bound} is so small against 2^32 that the bias is below 1e-6. */
  public int nextIndex(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }
}
