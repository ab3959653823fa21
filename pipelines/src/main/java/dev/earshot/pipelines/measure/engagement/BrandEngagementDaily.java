package dev.earshot.pipelines.measure.engagement;

import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.measure.engagement.SizeAdjustment.DayCell;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow;
import java.util.List;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Makes {@code brand_engagement_daily} from the posts of the brands. */
public final class BrandEngagementDaily
    extends PTransform<PCollection<OwnPostFact>, PCollection<BrandEngagementDailyRow>> {
  private final RunSettings settings;
  private final Clock clock;

  private BrandEngagementDaily(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The transform under a run's settings and clock. */
  public static BrandEngagementDaily of(RunSettings settings, Clock clock) {
    return new BrandEngagementDaily(settings, clock);
  }

  @Override
  public PCollection<BrandEngagementDailyRow> expand(PCollection<OwnPostFact> posts) {
    PCollectionView<List<DayCell>> panel =
        posts
            .apply("Panel", ParDo.of(new PanelCells(clock)).withSideInputs(clock.latestInInput()))
            .apply("AddPanel", Combine.perKey(DayCell::plus))
            .apply("PanelSums", Values.create())
            .apply("PanelView", View.asList());
    return posts
        .apply(
            "ByBrandAndDay",
            WithKeys.of((OwnPostFact post) -> post.brandId() + '\n' + post.day())
                .withKeyType(TypeDescriptors.strings()))
        .apply("GroupOwnPosts", GroupByKey.create())
        .apply(
            "MeasureEngagement",
            ParDo.of(new Measure(settings, clock, panel))
                .withSideInputs(clock.latestInInput(), panel));
  }

  /** The posts of all brands that the adjustment for size is fitted to. */
  private static final class PanelCells extends DoFn<OwnPostFact, KV<String, DayCell>> {
    private final Clock clock;

    PanelCells(Clock clock) {
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      DayCell cell = SizeAdjustment.cell(context.element(), clock.asOf(context));
      if (cell != null) {
        context.output(KV.of(cell.key(), cell));
      }
    }
  }

  private static final class Measure
      extends DoFn<KV<String, Iterable<OwnPostFact>>, BrandEngagementDailyRow> {
    private final RunSettings settings;
    private final Clock clock;
    private final PCollectionView<List<DayCell>> panel;

    Measure(RunSettings settings, Clock clock, PCollectionView<List<DayCell>> panel) {
      this.settings = settings;
      this.clock = clock;
      this.panel = panel;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      SizeAdjustment adjustment = new SizeAdjustment(context.sideInput(panel));
      for (BrandEngagementDailyRow row :
          EngagementCell.rows(
              settings.runId(), context.element().getValue(), adjustment, clock.asOf(context))) {
        if (settings.dates().holds(row.date())) {
          context.output(row);
        }
      }
    }
  }
}
