package dev.earshot.pipelines.measure.kit;

import org.jspecify.annotations.Nullable;

/**
 * One KPI of one brand in one week, from the counts of the whole week. A week that is not over yet
 * has no value; that there is something in it tells how far the input reaches.
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

  /** A week that has begun, with something in it. */
  public static WeeklyFigure notOver(String brandId, Kpi kpi, int sunday) {
    return new WeeklyFigure(brandId, kpi, sunday, null, null, null, 0, false, NOT_OVER);
  }

  public boolean isOver() {
    return !NOT_OVER.equals(missingReason);
  }
}
