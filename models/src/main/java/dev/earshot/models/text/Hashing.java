package dev.earshot.models.text;

import dev.earshot.models.statistics.basics.SplitMix64;

/**
 * 64-bit hashes of characters and of hashes, the same on every machine: FNV-1a over UTF-16 units,
 * finished by the mixer of SplitMix64. Artifacts hold these hashes, so a change here asks for new
 * artifacts.
 */
public final class Hashing {
  /** Where a hash over characters starts; see {@link #append}. */
  public static final long START = 0xCBF29CE484222325L;

  private static final long PRIME = 0x100000001B3L;

  private Hashing() {}

  /** The running hash after one more character. */
  public static long append(long hash, char c) {
    return (hash ^ c) * PRIME;
  }

  /** Spreads a running hash over all 64 bits. */
  public static long finish(long hash) {
    return SplitMix64.mix(hash);
  }

  /** The hash of a pair in its order. */
  public static long combine(long first, long second) {
    return finish(first * 0x9E3779B97F4A7C15L + second);
  }

  /** The hash of the first {@code length} characters. */
  public static long of(char[] characters, int length) {
    return of(characters, 0, length);
  }

  /** The hash of the characters from {@code start} (inclusive) to {@code end} (exclusive). */
  public static long of(char[] characters, int start, int end) {
    long hash = START;
    for (int i = start; i < end; i++) {
      hash = append(hash, characters[i]);
    }
    return finish(hash);
  }

  /** The hash of a string. */
  public static long of(String text) {
    long hash = START;
    for (int i = 0; i < text.length(); i++) {
      hash = append(hash, text.charAt(i));
    }
    return finish(hash);
  }
}
