package dev.earshot.pipelines.measure.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * The days that the input covers of a brand and kind of source: from the first record to the last,
 * but not over a silence of more than {@link #LONGEST_SILENCE} days. A day without a record between
 * others is covered: nobody said anything on it. One record that is dated decades before all others
 * covers its own day.
 *
 * @param stretches days in a row, ascending, with days between them
 */
public record CoveredDays(List<Stretch> stretches) {
  /** Days from one record to the next beyond which those between are not covered: a quarter. */
  static final int LONGEST_SILENCE = 90;

  /** No days. */
  static final CoveredDays NONE = new CoveredDays(List.of());

  /** Days in a row, since the epoch, both inclusive. */
  public record Stretch(int firstDay, int lastDay) {}

  /** What days with a record cover. */
  static CoveredDays of(SortedSet<Integer> recordDays) {
    return new CoveredDays(
        joined(recordDays.stream().map(day -> new Stretch(day, day)), LONGEST_SILENCE));
  }

  /** What either covers. */
  CoveredDays plus(CoveredDays other) {
    Stream<Stretch> both =
        Stream.concat(stretches.stream(), other.stretches.stream())
            .sorted(Comparator.comparingInt(Stretch::firstDay));
    return new CoveredDays(joined(both, 1));
  }

  /** Joins stretches that are at most so many days apart. */
  private static List<Stretch> joined(Stream<Stretch> ascending, int daysApart) {
    List<Stretch> joined = new ArrayList<>();
    ascending.forEach(
        next -> {
          int last = joined.size() - 1;
          if (last < 0 || next.firstDay() - joined.get(last).lastDay() > daysApart) {
            joined.add(next);
          } else {
            Stretch before = joined.get(last);
            int end = Math.max(before.lastDay(), next.lastDay());
            joined.set(last, new Stretch(before.firstDay(), end));
          }
        });
    return List.copyOf(joined);
  }

  /** Whether no day is covered. */
  public boolean isEmpty() {
    return stretches.isEmpty();
  }

  /** The last covered day; there must be one. */
  public int lastDay() {
    return stretches.get(stretches.size() - 1).lastDay();
  }

  /** How much of so many days that end with a day is covered. */
  public Covered window(int dayCount, int lastDay) {
    return new Covered(count(lastDay - dayCount + 1, lastDay), dayCount);
  }

  /** How many of the days from one to another, both inclusive, are covered. */
  public int count(int firstDay, int lastDay) {
    int count = 0;
    for (Stretch stretch : stretches) {
      int from = Math.max(firstDay, stretch.firstDay());
      int to = Math.min(lastDay, stretch.lastDay());
      count += Math.max(0, to - from + 1);
    }
    return count;
  }
}
