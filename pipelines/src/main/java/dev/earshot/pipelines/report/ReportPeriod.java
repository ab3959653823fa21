package dev.earshot.pipelines.report;

import java.time.LocalDate;

/**
 * The days that a page is about.
 *
 * @param from first day
 * @param to last day
 */
public record ReportPeriod(LocalDate from, LocalDate to) {
  /** Days of the period that is looked at where none is named. */
  static final int USUAL_DAYS = 28;

  /** The days that end with one, as many as the longest windows have. */
  static ReportPeriod endingOn(LocalDate day) {
    return new ReportPeriod(day.minusDays(USUAL_DAYS - 1L), day);
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}
