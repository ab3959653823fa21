package dev.earshot.pipelines.measure.scorecard;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.SquareAndAdd;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.tables.BrandScorecardWeeklyRow;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The weeks of one brand, every KPI in each: what was measured, or why it was not. */
public final class Scorecard {
  private final String runId;
  private final String brandId;
  private final Map<Kpi, NavigableMap<Integer, WeeklyFigure>> figures = new EnumMap<>(Kpi.class);
  private final Function<Kpi, CoveredDays> covered;

  private Scorecard(String runId, String brandId, Function<Kpi, CoveredDays> covered) {
    this.runId = runId;
    this.brandId = brandId;
    this.covered = covered;
    for (Kpi kpi : Kpi.values()) {
      figures.put(kpi, new TreeMap<>());
    }
  }

  /**
   * The rows from the first week with a figure to the last that is over and of which the input has
   * anything. A week without a figure is shown after one with: one record that is dated decades
   * before all others makes no thousands of empty weeks.
   *
   * @param all at least the figures of the weeks of the run's dates, and of the week before
   * @param covered the days that the input of a KPI covers
   * @param today the last day that has begun
   */
  public static List<BrandScorecardWeeklyRow> rows(
      String runId,
      String brandId,
      Iterable<WeeklyFigure> all,
      Function<Kpi, CoveredDays> covered,
      int today) {
    Scorecard card = new Scorecard(runId, brandId, covered);
    NavigableSet<Integer> known = new TreeSet<>();
    for (WeeklyFigure figure : all) {
      card.of(figure.kpi()).put(figure.sunday(), figure);
      known.add(figure.sunday());
    }
    if (known.isEmpty()) {
      return List.of();
    }
    int first = known.first();
    for (Kpi kpi : Kpi.values()) {
      CoveredDays days = covered.apply(kpi);
      if (!days.isEmpty()) {
        known.add(Week.sunday(days.lastDay()));
      }
    }
    int last = Math.min(known.last(), Week.sunday(today) - Week.DAYS);
    List<BrandScorecardWeeklyRow> rows = new ArrayList<>();
    for (int sunday = first; sunday <= last; sunday += Week.DAYS) {
      if (!card.isShown(sunday)) {
        continue;
      }
      for (Kpi kpi : Kpi.values()) {
        rows.add(card.row(kpi, sunday));
      }
    }
    return rows;
  }

  private NavigableMap<Integer, WeeklyFigure> of(Kpi kpi) {
    return Objects.requireNonNull(figures.get(kpi));
  }

  private boolean isShown(int sunday) {
    return figures.values().stream()
        .anyMatch(weeks -> weeks.containsKey(sunday) || weeks.containsKey(sunday - Week.DAYS));
  }

  /** Whether the input has nothing for a KPI. */
  private boolean isAbsent(Kpi kpi) {
    return of(kpi).isEmpty() && covered.apply(kpi).isEmpty();
  }

  private BrandScorecardWeeklyRow row(Kpi kpi, int sunday) {
    boolean isAbsent = isAbsent(kpi);
    WeeklyFigure figure = of(kpi).get(sunday);
    WeeklyFigure before = of(kpi).get(sunday - Week.DAYS);
    CoveredDays days = covered.apply(kpi);
    Covered week = days.window(Week.DAYS, sunday);
    boolean areWhole = week.isWhole() && days.window(Week.DAYS, sunday - Week.DAYS).isWhole();
    return new BrandScorecardWeeklyRow(
        CellColumns.of(brandId, runId),
        new BrandScorecardWeeklyRow.Figure(
            kpi.code(), kpi.metricName, Week.name(sunday), kpi.itemName),
        figure == null ? absentReason(kpi, week) : week.reasonAfter(figure.missingReason()),
        isAbsent ? kpi.howToProvide : null,
        figure == null ? Estimated.NONE : figure.figure(),
        figure == null ? 0 : figure.count(),
        before == null || !areWhole ? null : before.figure().value(),
        figure == null || before == null || !areWhole ? Estimated.NONE : change(figure, before),
        week.days(),
        figure != null && figure.isReliable() && week.isWhole(),
        sunday - Week.DAYS + 1,
        sunday,
        sunday);
  }

  private static Estimated change(WeeklyFigure figure, WeeklyFigure before) {
    Estimate now = figure.comparable().estimate();
    Estimate then = before.comparable().estimate();
    boolean areKnown = figure.figure().value() != null && before.figure().value() != null;
    return now == null || then == null || !areKnown
        ? Estimated.NONE
        : Estimated.of(SquareAndAdd.difference(now, then, 0));
  }

  /** An empty week is known to be empty where the input covers it. */
  private MissingReason absentReason(Kpi kpi, Covered week) {
    if (isAbsent(kpi) || kpi.howToProvide == null) {
      return kpi.absentReason;
    }
    MissingReason empty = week.isWhole() ? MissingReason.NOTHING_IN_WEEK : null;
    return week.days() == 0
        ? MissingReason.NOT_COVERED_BY_INPUT
        : Objects.requireNonNull(week.reasonAfter(empty));
  }
}
