package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import org.jspecify.annotations.Nullable;

/**
 * One KPI of one brand in one week, from the counts of the whole week.
 *
 * @param sunday last day of the week, days since the epoch
 * @param figure the value and its 95 % interval
 * @param comparable the same without what errs alike in every week, as a reader does: for changes
 * @param count what the value rests on
 * @param missingReason why the value is missing or not reliable
 */
public record WeeklyFigure(
    String brandId,
    Kpi kpi,
    int sunday,
    Estimated figure,
    Estimated comparable,
    long count,
    boolean isReliable,
    @Nullable MissingReason missingReason) {

  /** A figure of which nothing errs alike in every week. */
  public WeeklyFigure(
      String brandId,
      Kpi kpi,
      int sunday,
      Estimated figure,
      long count,
      boolean isReliable,
      @Nullable MissingReason missingReason) {
    this(brandId, kpi, sunday, figure, figure, count, isReliable, missingReason);
  }
}
