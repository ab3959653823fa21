package dev.earshot.pipelines.measure.relationship;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A calendar month.
 *
 * @param firstDay since the epoch
 * @param lastDay since the epoch
 */
record Month(int firstDay, int lastDay) {
  /** Days that end with a month, for what takes longer. */
  static final int TRAILING_DAYS = 90;

  /** The month of a day. */
  static Month of(int day) {
    YearMonth month = YearMonth.from(LocalDate.ofEpochDay(day));
    return new Month((int) month.atDay(1).toEpochDay(), (int) month.atEndOfMonth().toEpochDay());
  }

  Month before() {
    return of(firstDay - 1);
  }

  Month after() {
    return of(lastDay + 1);
  }

  boolean holds(int day) {
    return day >= firstDay && day <= lastDay;
  }

  /** Whether a day is one of the {@link #TRAILING_DAYS} that end with the month. */
  boolean trails(int day) {
    return day > lastDay - TRAILING_DAYS && day <= lastDay;
  }

  int dayCount() {
    return lastDay - firstDay + 1;
  }
}
