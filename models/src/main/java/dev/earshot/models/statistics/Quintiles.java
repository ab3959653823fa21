package dev.earshot.models.statistics;

import java.util.Arrays;

/**
 * Fifths of a group, 1 the lowest and 5 the highest, as recency, frequency and monetary scores use
 * them (A. M. Hughes, 1994, "Strategic Database Marketing"). Equal values are in the same fifth:
 * that of the lowest of them.
 */
public final class Quintiles {
  private static final int FIFTHS = 5;

  private final long[] sorted;

  private Quintiles(long[] sorted) {
    this.sorted = sorted;
  }

  /** The fifths of a group with these values, in any order. */
  public static Quintiles of(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quintiles(sorted);
  }

  /** The fifth of a value of the group, from how many of the group have less. */
  public int of(long value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (int) Math.min(FIFTHS, 1 + (long) FIFTHS * low / Math.max(1, sorted.length));
  }
}
