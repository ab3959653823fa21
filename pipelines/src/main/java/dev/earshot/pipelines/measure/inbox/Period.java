package dev.earshot.pipelines.measure.inbox;

import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.tables.PeriodColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day, an ISO week or a block of four ISO weeks. They nest, so that what one period is more than
 * the periods in it is again a sum of whole days: sliding windows would give single days away.
 *
 * @param firstDay since the epoch
 */
record Period(Kind kind, int firstDay) {
  /** Blocks are counted from this Monday, 1970-01-05. */
  private static final int FIRST_MONDAY = 4;

  static final int WEEKS_PER_BLOCK = 4;
  static final int BLOCK_DAYS = WEEKS_PER_BLOCK * Week.DAYS;

  enum Kind {
    DAY(1),
    WEEK(Week.DAYS),
    BLOCK(BLOCK_DAYS);

    private final int days;

    Kind(int days) {
      this.days = days;
    }
  }

  /** The first day of the block of a day. */
  static int blockOf(int day) {
    return day - Math.floorMod(day - FIRST_MONDAY, BLOCK_DAYS);
  }

  /** The periods of a block: its days in their order, then its weeks, then itself. */
  static List<Period> ofBlock(int firstDay) {
    List<Period> periods = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int start = 0; start < BLOCK_DAYS; start += kind.days) {
        periods.add(new Period(kind, firstDay + start));
      }
    }
    return periods;
  }

  /** Where the period stands in its block's {@link #ofBlock}. */
  int place() {
    int place = (firstDay - blockOf(firstDay)) / kind.days;
    for (Kind before : Kind.values()) {
      place += before.compareTo(kind) < 0 ? BLOCK_DAYS / before.days : 0;
    }
    return place;
  }

  int dayCount() {
    return kind.days;
  }

  int lastDay() {
    return firstDay + kind.days - 1;
  }

  boolean holds(int day) {
    return day >= firstDay && day <= lastDay();
  }

  PeriodColumns columns(@Nullable Covered covered) {
    return PeriodColumns.of(
        kind.name().toLowerCase(Locale.ROOT),
        covered == null ? null : (Integer) covered.days(),
        firstDay,
        lastDay());
  }
}
