package dev.earshot.pipelines.publish;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that an erasure removes.
 *
 * @param rows how many
 * @param first the first of their days; null in a table without dates
 * @param last the last of them
 */
public record RemovedRows(long rows, @Nullable LocalDate first, @Nullable LocalDate last) {
  /** One row, of a day since the epoch or of none. */
  static RemovedRows one(@Nullable Integer day) {
    LocalDate date = day == null ? null : LocalDate.ofEpochDay(day);
    return new RemovedRows(1, date, date);
  }

  /** These and others. */
  public RemovedRows plus(RemovedRows other) {
    return new RemovedRows(rows + other.rows, earlier(first, other.first), later(last, other.last));
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
