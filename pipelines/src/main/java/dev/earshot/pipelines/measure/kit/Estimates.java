package dev.earshot.pipelines.measure.kit;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import org.jspecify.annotations.Nullable;

/** Columns of an estimate or an interval; null where there is none, or an end is infinite. */
public final class Estimates {
  private Estimates() {}

  public static @Nullable Double value(@Nullable Estimate estimate) {
    return estimate == null ? null : Double.valueOf(estimate.value());
  }

  public static @Nullable Double lower(@Nullable Estimate estimate) {
    return estimate == null ? null : lower(estimate.interval());
  }

  public static @Nullable Double upper(@Nullable Estimate estimate) {
    return estimate == null ? null : upper(estimate.interval());
  }

  public static @Nullable Double lower(@Nullable Interval interval) {
    return interval == null ? null : end(interval.lower());
  }

  public static @Nullable Double upper(@Nullable Interval interval) {
    return interval == null ? null : end(interval.upper());
  }

  private static @Nullable Double end(double end) {
    return Double.isInfinite(end) ? null : Double.valueOf(end);
  }

  /** The share of a whole; null where there is nothing to divide by. */
  public static @Nullable Double rate(long count, long of) {
    return of == 0 ? null : Double.valueOf((double) count / of);
  }
}
