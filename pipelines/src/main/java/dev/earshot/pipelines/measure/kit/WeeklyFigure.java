package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import org.jspecify.annotations.Nullable;

/**
 * One KPI of one brand in one week, from the counts of the whole week.
 *
 * @param sunday last day of the week, days since the epoch
 * @param figure the value and its 95 % interval
 * @param count what the value rests on
 * @param missingReason why the value is missing or not reliable
 * @param isBound whether it is no figure, and tells only that the input has something in the week:
 *     the week is not over, or the input begins or ends in it and the run makes other dates
 */
public record WeeklyFigure(
    String brandId,
    Kpi kpi,
    int sunday,
    Estimated figure,
    long count,
    boolean isReliable,
    @Nullable MissingReason missingReason,
    boolean isBound) {

  /** The figure of a week that is over. */
  public static WeeklyFigure of(
      String brandId,
      Kpi kpi,
      int sunday,
      Estimated figure,
      long count,
      boolean isReliable,
      @Nullable MissingReason missingReason) {
    return new WeeklyFigure(brandId, kpi, sunday, figure, count, isReliable, missingReason, false);
  }

  /** A week in which the input has something, whether or not the run makes its figure. */
  public static WeeklyFigure bound(String brandId, Kpi kpi, int sunday) {
    return new WeeklyFigure(brandId, kpi, sunday, Estimated.NONE, 0, false, null, true);
  }
}
