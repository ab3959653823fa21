package dev.earshot.pipelines.cli;

import java.util.Locale;

/**
 * How far a run in this process is, and how long it may still take: reading goes on as it went, and
 * grouping and writing take as long for a second of reading as in the run before.
 *
 * @param bytes of the input read
 * @param allBytes of the input
 * @param records read
 * @param rows written
 * @param files written
 * @param readSeconds how long it has read, or read when it ended
 * @param writeSeconds how long it groups and writes
 */
record RunProgress(
    long bytes,
    long allBytes,
    long records,
    long rows,
    long files,
    double readSeconds,
    double writeSeconds) {
  /** Of a run on an output without one before; measured over 30,000 generated posts. */
  static final double USUAL_PACE = 2;

  boolean isRead() {
    return bytes >= allBytes;
  }

  /**
   * One line.
   *
   * @param pace seconds of grouping and writing for each second of reading
   */
  String line(double pace) {
    String elapsed = Durations.text(readSeconds + writeSeconds);
    long percent = allBytes == 0 ? 100 : Math.min(100, 100 * bytes / allBytes);
    return isRead()
        ? String.format(
            Locale.ROOT,
            "%,d records, 100 %% of the input read; grouping and writing, %,d rows in %,d files,"
                + " after %s%s",
            records,
            rows,
            files,
            elapsed,
            left(pace * readSeconds - writeSeconds))
        : String.format(
            Locale.ROOT,
            "%,d records, %d %% of the input read, after %s%s",
            records,
            percent,
            elapsed,
            bytes == 0 ? "" : left(remaining(pace)));
  }

  private double remaining(double pace) {
    double reading = readSeconds * allBytes / bytes;
    return reading - readSeconds + pace * reading;
  }

  private static String left(double seconds) {
    return seconds < 1 ? ", longer than expected" : ", about " + Durations.text(seconds) + " to go";
  }
}
