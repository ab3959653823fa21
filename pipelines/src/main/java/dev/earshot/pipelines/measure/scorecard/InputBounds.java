package dev.earshot.pipelines.measure.scorecard;

import dev.earshot.pipelines.facts.BrandSources;
import dev.earshot.pipelines.facts.SourceDay;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.stream.Stream;

/** How far the input of each brand reaches, also where the run makes no figure of it. */
final class InputBounds {
  /** The weeks in which the input begins and ends to have anything of a brand. */
  static final Measure<WeeklyFigure> WEEKS =
      Measure.ofFacts("InputBounds", WeeklyFigure.class)
          .from(InputCoverage.SOURCES)
          .rows(InputBounds::weeks);

  private InputBounds() {}

  private static Stream<WeeklyFigure> weeks(NoKey none, BrandSources brand, RunContext run) {
    return Arrays.stream(Kpi.values()).flatMap(kpi -> bounds(brand, kpi));
  }

  private static Stream<WeeklyFigure> bounds(BrandSources brand, Kpi kpi) {
    IntSummaryStatistics days =
        brand.days().stream()
            .map(SourceDay::cell)
            .filter(cell -> cell.kind() == kpi.source)
            .mapToInt(SourceDay.Cell::day)
            .summaryStatistics();
    return days.getCount() == 0
        ? Stream.empty()
        : Stream.of(days.getMin(), days.getMax())
            .map(day -> WeeklyFigure.bound(brand.brandId(), kpi, Week.sunday(day)));
  }
}
