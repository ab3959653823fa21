package dev.earshot.pipelines.measure.kit;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** ISO weeks, named by their Sunday. Days are since the epoch, which was a Thursday. */
public final class Week {
  public static final int DAYS = 7;
  private static final int MONDAY_TO_EPOCH = 3;

  private Week() {}

  /** The last day of the week of a day. */
  public static int sunday(int day) {
    return day + DAYS - 1 - Math.floorMod(day + MONDAY_TO_EPOCH, DAYS);
  }

  /** The week as ISO 8601 writes it, such as {@code 2026-W10}. */
  public static String name(int sunday) {
    LocalDate date = LocalDate.ofEpochDay(sunday);
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        date.get(IsoFields.WEEK_BASED_YEAR),
        date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
