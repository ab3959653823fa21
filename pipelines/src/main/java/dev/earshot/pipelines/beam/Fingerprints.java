package dev.earshot.pipelines.beam;

import dev.earshot.models.statistics.basics.SplitMix64;

/** 64-bit fingerprints of short strings, the same on every machine: small keys for shuffles. */
public final class Fingerprints {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private Fingerprints() {}

  /** The fingerprint of two strings in this order. */
  public static long of(CharSequence first, CharSequence second) {
    return SplitMix64.mix(update(update(0, first) + 1, second));
  }

  private static long update(long seed, CharSequence text) {
    long hash = seed ^ text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * MULTIPLIER;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
