package dev.earshot.pipelines.run;

import java.io.Serializable;

/**
 * Of which days the rows of a day are made: of so many days before it and after it. A run over
 * dates reads these too, so that its rows are those of a run over everything.
 */
public record Reach(int daysBefore, int daysAfter) implements Serializable {
  /** The day itself. */
  public static final Reach DAY = new Reach(0, 0);

  /** A window of so many days that ends on the day. */
  public static Reach ofWindow(int days) {
    return new Reach(days - 1, 0);
  }

  /** For each day of a window of so many days that ends on the day. */
  public Reach onEachDayOf(int days) {
    return new Reach(days - 1 + daysBefore, daysAfter);
  }

  /** All days that either reaches. */
  public Reach and(Reach other) {
    return new Reach(Math.max(daysBefore, other.daysBefore), Math.max(daysAfter, other.daysAfter));
  }
}
