package dev.earshot.pipelines.measure;

import org.jspecify.annotations.Nullable;

/**
 * One KPI of one brand in one week that is over, from the counts of the whole week.
 *
 * @param sunday last day of the week, days since the epoch
 * @param count what the value rests on
 * @param missingReason why the value is null or not reliable, or null
 */
record WeeklyFigure(
    String brandId,
    Kpi kpi,
    int sunday,
    @Nullable Double value,
    @Nullable Double lower,
    @Nullable Double upper,
    long count,
    boolean isReliable,
    @Nullable String missingReason) {}
