package dev.earshot.pipelines.measure.reputation;

import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.measure.windows.TrailingRate;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.measure.windows.WindowTotals;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * The reputation of brands by week: the window of seven days that ends on a Sunday is an ISO week.
 */
public final class WeeklyReputation
    extends PTransform<
        PCollection<KV<MentionCell, Encoded<WindowState>>>, PCollection<WeeklyFigure>> {
  private final RunSettings settings;
  private final Clock clock;
  private final PCollectionView<Map<BrandDay, TrailingRate>> trailing;

  public WeeklyReputation(
      RunSettings settings, Clock clock, PCollectionView<Map<BrandDay, TrailingRate>> trailing) {
    this.settings = settings;
    this.clock = clock;
    this.trailing = trailing;
  }

  @Override
  public PCollection<WeeklyFigure> expand(
      PCollection<KV<MentionCell, Encoded<WindowState>>> states) {
    return states.apply(
        "MeasureWeeks",
        ParDo.of(new Measure(settings, clock, trailing))
            .withSideInputs(clock.latestInInput(), trailing));
  }

  private static final class Measure
      extends DoFn<KV<MentionCell, Encoded<WindowState>>, WeeklyFigure> {
    private final RunSettings settings;
    private final Clock clock;
    private final PCollectionView<Map<BrandDay, TrailingRate>> trailing;

    Measure(
        RunSettings settings, Clock clock, PCollectionView<Map<BrandDay, TrailingRate>> trailing) {
      this.settings = settings;
      this.clock = clock;
      this.trailing = trailing;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      MentionCell key = context.element().getKey();
      if (key.isTotal()) {
        Map<BrandDay, TrailingRate> rates = context.sideInput(trailing);
        forEach(
            settings,
            key.brandId(),
            context.element().getValue().value(),
            day -> rates.get(new BrandDay(key.brandId(), day)),
            clock.lastDay(context, settings, key.brandId()),
            context::output);
      }
    }
  }

  /** The weeks of one brand that are over and end while a window of its total stands so. */
  public static void forEach(
      RunSettings settings,
      String brandId,
      WindowState state,
      IntFunction<@Nullable TrailingRate> trailing,
      int lastDay,
      Consumer<WeeklyFigure> out) {
    if (state.window() != Week.DAYS) {
      return;
    }
    ReputationScore score = new ReputationScore(BrandBooks.dimensions(settings));
    WindowTotals cell = new WindowTotals(state, score.dimensionCount());
    AuthorSentiments tallies = cell.all().tallies();
    state
        .daysUntil(lastDay - 1)
        .filter(day -> day == Week.sunday(day))
        .forEach(
            day -> {
              Estimate estimate = score.of(cell, trailing.apply(day));
              boolean isReliable = estimate != null && tallies.isNetReliable();
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
                      code(cell.all().missingReason(isReliable))));
            });
  }

  private static @Nullable String code(@Nullable MissingReason reason) {
    return reason == null ? null : reason.code();
  }
}
