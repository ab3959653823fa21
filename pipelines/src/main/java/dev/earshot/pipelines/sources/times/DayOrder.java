package dev.earshot.pipelines.sources.times;

import java.util.Locale;

/** Order of day and month in dates of numbers alone. */
public enum DayOrder {
  DAY_FIRST,
  MONTH_FIRST;

  /** The name in mapping files and on the command line. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
