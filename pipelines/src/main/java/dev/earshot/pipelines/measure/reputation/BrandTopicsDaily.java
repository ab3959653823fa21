package dev.earshot.pipelines.measure.reputation;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandTopicDailyRow;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Makes {@code brand_topics_daily} from the sliding windows of the cells of a topic. */
public final class BrandTopicsDaily
    extends PTransform<
        PCollection<KV<MentionCell, Encoded<WindowState>>>, PCollection<BrandTopicDailyRow>> {
  private final RunSettings settings;
  private final Clock clock;

  private BrandTopicsDaily(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The transform under a run's settings and clock. */
  public static BrandTopicsDaily of(RunSettings settings, Clock clock) {
    return new BrandTopicsDaily(settings, clock);
  }

  @Override
  public PCollection<BrandTopicDailyRow> expand(
      PCollection<KV<MentionCell, Encoded<WindowState>>> states) {
    return states.apply(
        "MeasureTopics",
        ParDo.of(new Measure(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class Measure
      extends DoFn<KV<MentionCell, Encoded<WindowState>>, BrandTopicDailyRow> {
    private final RunSettings settings;
    private final Clock clock;

    Measure(RunSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      MentionCell key = context.element().getKey();
      if (key.topic() != null) {
        new TopicCell(settings, key)
            .forEachRow(
                context.element().getValue().value(),
                clock.lastDay(context, settings, key.brandId()),
                context::output);
      }
    }
  }
}
