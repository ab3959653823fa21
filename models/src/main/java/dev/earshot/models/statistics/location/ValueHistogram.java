package dev.earshot.models.statistics.location;

import java.util.Map;
import java.util.TreeMap;

/**
 * A histogram of whole values: value -> number of units. Integers, so that parts merge exactly in
 * any order. Mutable; not safe between threads.
 */
public final class ValueHistogram {
  private final TreeMap<Long, Long> counts = new TreeMap<>();
  private long unitCount;

  /** An empty histogram. */
  public ValueHistogram() {}

  /**
   * Reads what {@link #toArray} wrote.
   *
   * @throws IllegalArgumentException where the length is odd
   */
  public static ValueHistogram of(long[] array) {
    if (array.length % 2 != 0) {
      throw new IllegalArgumentException("length " + array.length + " is odd");
    }
    ValueHistogram histogram = new ValueHistogram();
    for (int i = 0; i < array.length; i += 2) {
      histogram.add(array[i], array[i + 1]);
    }
    return histogram;
  }

  /** Adds {@code count} units with {@code value}. */
  public void add(long value, long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count " + count);
    }
    if (count > 0) {
      counts.merge(value, count, Math::addExact);
      unitCount = Math.addExact(unitCount, count);
    }
  }

  /** Adds every entry of {@code other}. */
  public void merge(ValueHistogram other) {
    other.counts.forEach(this::add);
  }

  /** The units of all values. */
  public long unitCount() {
    return unitCount;
  }

  /** The canonical form: value, units of each entry, by ascending value. */
  public long[] toArray() {
    long[] array = new long[2 * counts.size()];
    int i = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      array[i++] = entry.getKey();
      array[i++] = entry.getValue();
    }
    return array;
  }

  long[] values() {
    return counts.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  long[] counts() {
    return counts.values().stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueHistogram that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }
}
