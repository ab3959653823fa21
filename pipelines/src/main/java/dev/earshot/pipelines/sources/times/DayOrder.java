package dev.earshot.pipelines.sources.times;

import java.util.Locale;

/** Whether dates of numbers alone begin with the day or with the month. */
public enum DayOrder {
  DAY_FIRST,
  MONTH_FIRST;

  /** The name in mapping files and on the command line. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
