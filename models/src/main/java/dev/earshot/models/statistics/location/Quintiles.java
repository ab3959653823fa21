package dev.earshot.models.statistics.location;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Fifths of a group, 1 the lowest and 5 the highest, as recency, frequency and monetary scores use
 * them (A. M. Hughes, 1994, "Strategic Database Marketing"). Equal values are in the same fifth:
 * that of the lowest of them.
 */
public final class Quintiles {
  private static final int FIFTHS = 5;

  private final Map<Long, Long> fewer;
  private final long count;

  private Quintiles(Map<Long, Long> fewer, long count) {
    this.fewer = fewer;
    this.count = count;
  }

  /** The fifths of a group with these values, in any order. Only different values are kept. */
  public static Quintiles of(LongStream values) {
    Map<Long, Long> fewer =
        values.boxed().collect(groupingBy(Function.identity(), TreeMap::new, counting()));
    long count = 0;
    for (Map.Entry<Long, Long> value : fewer.entrySet()) {
      count += value.setValue(count);
    }
    return new Quintiles(fewer, count);
  }

  /**
   * The fifth of a value, from how many of the group have less.
   *
   * @throws NullPointerException if no one in the group has this value
   */
  public int of(long value) {
    return (int) (1 + FIFTHS * Objects.requireNonNull(fewer.get(value)) / count);
  }
}
