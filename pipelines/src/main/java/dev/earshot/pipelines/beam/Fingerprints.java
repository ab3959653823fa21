package dev.earshot.pipelines.beam;

/** 64-bit fingerprints of short strings, the same on every machine: small keys for shuffles. */
public final class Fingerprints {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private Fingerprints() {}

  /** The fingerprint of two strings in this order. */
  public static long of(CharSequence first, CharSequence second) {
    return mix(update(update(0, first) + 1, second));
  }

  private static long update(long seed, CharSequence text) {
    long hash = seed ^ text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * MULTIPLIER;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  /** Spreads the bits: the finaliser of SplitMix64 (Steele, Lea, Flood 2014, variant 13). */
  public static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
