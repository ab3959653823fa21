package dev.earshot.pipelines.cli;

import java.util.Locale;

/** Times as people say them. */
final class Durations {
  private static final long HOUR = 3_600;
  private static final long MINUTE = 60;

  private Durations() {}

  /** {@code 12 s}, {@code 3:05 min} or {@code 1:02:03 h}. */
  static String text(double seconds) {
    long whole = Math.round(seconds);
    if (whole < MINUTE) {
      return whole + " s";
    }
    return whole < HOUR
        ? String.format(Locale.ROOT, "%d:%02d min", whole / MINUTE, whole % MINUTE)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d h", whole / HOUR, whole % HOUR / MINUTE, whole % MINUTE);
  }
}
