package dev.earshot.models.statistics.survival;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A histogram of durations in whole units, those that ended with the event and those censored: seen
 * to last so long without the event. Integers, so that parts merge exactly in any order. Mutable;
 * not safe between threads.
 */
public final class Durations {
  private static final int FIELDS = 3;

  private final TreeMap<Long, long[]> counts = new TreeMap<>();

  /** An empty histogram. */
  public Durations() {}

  /**
   * Reads what {@link #toArray} wrote.
   *
   * @throws IllegalArgumentException where the length is not a multiple of three
   */
  public static Durations of(long[] array) {
    if (array.length % FIELDS != 0) {
      throw new IllegalArgumentException("length " + array.length + " is not a multiple of three");
    }
    Durations durations = new Durations();
    for (int i = 0; i < array.length; i += FIELDS) {
      durations.add(array[i], array[i + 1], array[i + 2]);
    }
    return durations;
  }

  /** Adds units whose event came after {@code duration}. */
  public void addEvents(long duration, long unitCount) {
    add(duration, unitCount, 0);
  }

  /** Adds units that were observed for {@code duration} without the event. */
  public void addCensored(long duration, long unitCount) {
    add(duration, 0, unitCount);
  }

  /** Adds every entry of {@code other}. */
  public void merge(Durations other) {
    other.counts.forEach((duration, count) -> add(duration, count[0], count[1]));
  }

  /** The units whose event was seen. */
  public long eventCount() {
    return counts.values().stream().mapToLong(count -> count[0]).sum();
  }

  /** The units whose event was not seen. */
  public long censoredCount() {
    return counts.values().stream().mapToLong(count -> count[1]).sum();
  }

  /** The canonical form: duration, events, censored of each entry, by ascending duration. */
  public long[] toArray() {
    long[] array = new long[FIELDS * counts.size()];
    int i = 0;
    for (Map.Entry<Long, long[]> entry : counts.entrySet()) {
      array[i++] = entry.getKey();
      array[i++] = entry.getValue()[0];
      array[i++] = entry.getValue()[1];
    }
    return array;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Durations that && Arrays.equals(toArray(), that.toArray());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toArray());
  }

  private void add(long duration, long events, long censored) {
    if (duration < 0 || events < 0 || censored < 0) {
      throw new IllegalArgumentException(
          "duration " + duration + ", events " + events + ", censored " + censored);
    }
    if (events == 0 && censored == 0) {
      return;
    }
    long[] count = counts.computeIfAbsent(duration, absent -> new long[2]);
    count[0] = Math.addExact(count[0], events);
    count[1] = Math.addExact(count[1], censored);
  }
}
