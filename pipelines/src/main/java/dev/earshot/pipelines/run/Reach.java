package dev.earshot.pipelines.run;

import java.io.Serializable;

/**
 * How many days before and after a day bear on what is said of that day.
 *
 * @param daysBefore days before it
 * @param daysAfter days after it
 */
public record Reach(int daysBefore, int daysAfter) implements Serializable {
  /** A window of so many days that ends on the day. */
  public static Reach ofWindow(int days) {
    return back(days - 1);
  }

  /** Days before alone. */
  public static Reach back(int daysBefore) {
    return new Reach(daysBefore, 0);
  }

  /** The reach of what is made of days within this reach, each of which reaches further. */
  public Reach plus(Reach further) {
    return new Reach(daysBefore + further.daysBefore, daysAfter + further.daysAfter);
  }

  /** The longer of two, in each direction. */
  public Reach or(Reach other) {
    return new Reach(Math.max(daysBefore, other.daysBefore), Math.max(daysAfter, other.daysAfter));
  }
}
