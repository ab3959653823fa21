package dev.earshot.pipelines.measure.reputation;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.windows.TrailingRate;
import dev.earshot.pipelines.measure.windows.TrailingRates;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** Makes {@code brand_reputation_daily} from the sliding windows of the cells without a topic. */
public final class BrandReputationDaily
    extends PTransform<
        PCollection<KV<MentionCell, Encoded<WindowState>>>, PCollection<BrandReputationDailyRow>> {
  private final RunSettings settings;
  private final Clock clock;
  private final PCollectionView<Map<String, TrailingRate>> trailing;

  private BrandReputationDaily(
      RunSettings settings, Clock clock, PCollectionView<Map<String, TrailingRate>> trailing) {
    this.settings = settings;
    this.clock = clock;
    this.trailing = trailing;
  }

  /** The transform under a run's settings, clock and trailing rates. */
  public static BrandReputationDaily of(
      RunSettings settings, Clock clock, PCollectionView<Map<String, TrailingRate>> trailing) {
    return new BrandReputationDaily(settings, clock, trailing);
  }

  @Override
  public PCollection<BrandReputationDailyRow> expand(
      PCollection<KV<MentionCell, Encoded<WindowState>>> states) {
    return states.apply(
        "MeasureReputation",
        ParDo.of(new Measure(settings, clock, trailing))
            .withSideInputs(clock.latestInInput(), trailing));
  }

  private static final class Measure
      extends DoFn<KV<MentionCell, Encoded<WindowState>>, BrandReputationDailyRow> {
    private final RunSettings settings;
    private final Clock clock;
    private final PCollectionView<Map<String, TrailingRate>> trailing;

    Measure(
        RunSettings settings, Clock clock, PCollectionView<Map<String, TrailingRate>> trailing) {
      this.settings = settings;
      this.clock = clock;
      this.trailing = trailing;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      MentionCell key = context.element().getKey();
      if (key.topic() == null) {
        Map<String, TrailingRate> rates = context.sideInput(trailing);
        new ReputationCell(settings, key, day -> rates.get(TrailingRates.key(key.brandId(), day)))
            .forEachRow(
                context.element().getValue().value(),
                clock.lastDay(context, settings, key.brandId()),
                context::output);
      }
    }
  }
}
