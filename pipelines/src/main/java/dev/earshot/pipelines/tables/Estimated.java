package dev.earshot.pipelines.tables;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A value and the ends of its 95 % interval, as three columns; see {@link WithInterval}.
 *
 * @param value null where there is nothing to compute it from
 * @param lower null where there is no interval, or it is open below
 * @param upper null where there is no interval, or it is open above
 */
public record Estimated(@Nullable Double value, @Nullable Double lower, @Nullable Double upper) {
  /** Neither a value nor an interval. */
  public static final Estimated NONE = new Estimated(null, null, null);

  /** The columns of an estimate; {@link #NONE} for null. */
  public static Estimated of(@Nullable Estimate estimate) {
    return estimate == null ? NONE : of(estimate.value(), estimate.interval());
  }

  /** The columns of a value and an interval that is made apart from it. */
  public static Estimated of(@Nullable Double value, @Nullable Interval interval) {
    return interval == null
        ? new Estimated(value, null, null)
        : new Estimated(value, end(interval.lower()), end(interval.upper()));
  }

  /** The share of a whole with its interval; no value where there is nothing to divide by. */
  public static Estimated rate(long count, long of, @Nullable Interval interval) {
    return of == 0 ? NONE : of((double) count / of, interval);
  }

  /** As an estimate; null where the value or an end is missing. */
  public @Nullable Estimate estimate() {
    return value == null || lower == null || upper == null
        ? null
        : new Estimate(value, new Interval(lower, upper));
  }

  private static @Nullable Double end(double end) {
    return Double.isInfinite(end) ? null : Double.valueOf(end);
  }
}
