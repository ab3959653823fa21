package dev.earshot.pipelines.measure;

import dev.earshot.models.statistics.AuthorTallies;
import dev.earshot.models.statistics.ClusteredRate;
import dev.earshot.models.statistics.Estimate;
import dev.earshot.pipelines.listen.BrandBooks;
import dev.earshot.pipelines.listen.CellKey;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.listen.WindowDelta;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * The reputation of brands by week: the window of seven days that ends on a Sunday is an ISO week.
 */
final class WeeklyReputation
    extends PTransform<PCollection<KV<CellKey, Iterable<WindowDelta>>>, PCollection<WeeklyFigure>> {
  private final ListenSettings settings;
  private final Clock clock;

  WeeklyReputation(ListenSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public PCollection<WeeklyFigure> expand(PCollection<KV<CellKey, Iterable<WindowDelta>>> cells) {
    return cells.apply(
        "MeasureWeeks",
        ParDo.of(new Measure(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class Measure
      extends DoFn<KV<CellKey, Iterable<WindowDelta>>, WeeklyFigure> {
    private final ListenSettings settings;
    private final Clock clock;

    Measure(ListenSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      CellKey key = context.element().getKey();
      if (key.isTotal()) {
        forEach(
            settings,
            key.brandId(),
            context.element().getValue(),
            clock.lastDay(context, settings, key.brandId()),
            context::output);
      }
    }
  }

  /** The weeks of one brand that are over, from the changes of its total. */
  static void forEach(
      ListenSettings settings,
      String brandId,
      Iterable<WindowDelta> changes,
      int lastDay,
      Consumer<WeeklyFigure> out) {
    Map<Integer, TrailingRate> trailing = new HashMap<>();
    TrailingRates.of(changes).forEach(rate -> trailing.put(rate.day(), rate));
    ReputationScore score = new ReputationScore(BrandBooks.dimensions(settings));
    new WindowSweep(changes, window -> window == Week.DAYS, score.dimensionCount())
        .forEach(
            lastDay - 1,
            (window, day, cell) -> {
              if (day == Week.sunday(day)) {
                AuthorTallies tallies = cell.all().tallies();
                Estimate estimate = score.of(cell, trailing.get(day));
                boolean isReliable = estimate != null && ClusteredRate.isNetReliable(tallies);
                out.accept(
                    new WeeklyFigure(
                        brandId,
                        Kpi.REPUTATION,
                        day,
                        Estimates.value(estimate),
                        Estimates.lower(estimate),
                        Estimates.upper(estimate),
                        tallies.mentionCount(),
                        isReliable,
                        ReputationCell.missingReason(cell.all(), isReliable)));
              }
            });
  }
}
