package dev.earshot.pipelines.generate;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time that a set covers, in UTC seconds since the epoch. Every moment handed out is at least a
 * minute away from each half hour, hence from midnight in every brand's zone.
 */
final class Period {
  static final int HOUR = 3_600;
  static final int DAY = 86_400;
  private static final int HALF_HOUR = 1_800;
  private static final int MARGIN = 60;
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  /** The names of all dates that may occur, made once since they are written so often. */
  private static final String[] DATES =
      FIRST.datesUntil(FIRST.plusDays(370)).map(LocalDate::toString).toArray(String[]::new);

  /** Posts by hour of the day (UTC), in thousandths, cumulative. */
  private static final int[] HOURS = {
    20, 35, 48, 60, 72, 86, 105, 130, 160, 195, 235, 280, 328, 378, 430, 485, 543, 604, 668, 735,
    803, 870, 937, 1000
  };

  final long start;

  /** The latest moment that occurs: the clock of a run. */
  final long end;

  private final int days;

  Period(int days) {
    this.days = days;
    start = FIRST.toEpochDay() * DAY + 600;
    end = FIRST.plusDays(days).toEpochDay() * DAY - 600;
  }

  /** The nearest moment that keeps away from the half hours. */
  static long settle(long moment) {
    long past = moment % HALF_HOUR;
    long kept = Math.max(MARGIN, Math.min(HALF_HOUR - MARGIN, past));
    return moment - past + kept;
  }

  /** A moment of the period, at least {@code room} seconds before its end. */
  long moment(SeededRandom random, int room) {
    int hour = 0;
    int at = random.below(1_000);
    while (at >= HOURS[hour]) {
      hour++;
    }
    long moment =
        start - 600 + (long) random.below(days) * DAY + (long) hour * HOUR + random.below(HOUR);
    return settle(Math.max(start, Math.min(end - room, moment)));
  }

  /** Two more than the number of days, since zones are up to a date behind or ahead. */
  int dateCount() {
    return days + 2;
  }

  /** The date at an index that {@link LocalDates} gives. */
  static LocalDate date(int index) {
    return FIRST.plusDays(index - 1L);
  }

  LocalDates dates(ZoneId zone) {
    long[] midnights = new long[dateCount() + 1];
    for (int index = 0; index < midnights.length; index++) {
      midnights[index] = date(index).atStartOfDay(zone).toEpochSecond();
    }
    return new LocalDates(midnights);
  }

  /** From moments to indexes of dates in one zone. */
  @SuppressWarnings("ArrayRecordComponent")
  record LocalDates(long[] midnights) {
    int index(long moment) {
      int index = (int) ((moment - midnights[0]) / DAY);
      while (index > 0 && moment < midnights[index]) {
        index--;
      }
      while (moment >= midnights[index + 1]) {
        index++;
      }
      return index;
    }
  }

  /** The moment in ISO 8601 with {@code Z}, as {@link java.time.Instant#toString} has it. */
  static String text(long moment) {
    int second = (int) (moment % DAY);
    StringBuilder text = new StringBuilder(20);
    text.append(DATES[(int) (moment / DAY - FIRST.toEpochDay())]).append('T');
    pad(text, second / HOUR).append(':');
    pad(text, second / 60 % 60).append(':');
    return pad(text, second % 60).append('Z').toString();
  }

  private static StringBuilder pad(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
