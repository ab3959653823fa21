package dev.earshot.pipelines.measure.kit;

import org.jspecify.annotations.Nullable;

/**
 * One KPI of one brand in one week, from the counts of the whole week. A week that is not over yet
 * has no value, and the first and last week of the input may have none; that there is something in
 * it tells how far the input reaches.
 *
 * @param sunday last day of the week, days since the epoch
 * @param count what the value rests on
 * @param missingReason why the value is null or not reliable, or null
 */
public record WeeklyFigure(
    String brandId,
    Kpi kpi,
    int sunday,
    @Nullable Double value,
    @Nullable Double lower,
    @Nullable Double upper,
    long count,
    boolean isReliable,
    @Nullable String missingReason) {
  private static final String NOT_OVER = "week_not_over";
  private static final String BOUND = "bound_of_input";

  /** A week that has begun, with something in it. */
  public static WeeklyFigure notOver(String brandId, Kpi kpi, int sunday) {
    return new WeeklyFigure(brandId, kpi, sunday, null, null, null, 0, false, NOT_OVER);
  }

  /** A week in which the input begins or ends, whether or not the run made its figure. */
  public static WeeklyFigure bound(String brandId, Kpi kpi, int sunday) {
    return new WeeklyFigure(brandId, kpi, sunday, null, null, null, 0, false, BOUND);
  }

  public boolean isBound() {
    return BOUND.equals(missingReason);
  }
}
