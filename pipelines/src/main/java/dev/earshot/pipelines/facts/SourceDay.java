package dev.earshot.pipelines.facts;

import org.jspecify.annotations.Nullable;

/**
 * What the input has of a brand on one day: all records that were read, also those outside of the
 * run's dates, so that a run over dates knows the days that the input covers as a whole run does.
 *
 * @param cell kind, network and day
 * @param recordCount records, copies and versions included
 * @param firstMicros the first of them, UTC microseconds
 * @param lastMicros the last of them, UTC microseconds
 */
public record SourceDay(Cell cell, long recordCount, long firstMicros, long lastMicros) {

  /**
   * Which records are counted together.
   *
   * @param network null for kinds without one: web logs and orders
   * @param day local date of the brand, days since the epoch
   */
  public record Cell(SourceKind kind, @Nullable String network, int day) {}

  /** One record. */
  public static SourceDay of(Cell cell, long micros) {
    return new SourceDay(cell, 1, micros, micros);
  }

  /** Both together, as of one cell. */
  public SourceDay plus(SourceDay other) {
    return new SourceDay(
        cell,
        recordCount + other.recordCount,
        Math.min(firstMicros, other.firstMicros),
        Math.max(lastMicros, other.lastMicros));
  }
}
