package dev.earshot.pipelines.measure.scorecard;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.measure.customers.BrandCustomers;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.measure.referrals.BrandReferrals;
import dev.earshot.pipelines.measure.reputation.WeeklyReputation;
import dev.earshot.pipelines.measure.windows.TrailingRate;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandScorecardWeeklyRow;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Makes {@code brand_scorecards_weekly} from the weekly figures of all KPIs. */
public final class BrandScorecardsWeekly
    extends PTransform<PCollectionList<WeeklyFigure>, PCollection<BrandScorecardWeeklyRow>> {
  private final RunSettings settings;

  private BrandScorecardsWeekly(RunSettings settings) {
    this.settings = settings;
  }

  /** The rows from everything that was listened to. */
  public static PCollection<BrandScorecardWeeklyRow> from(
      Listen listen,
      PCollection<KV<MentionCell, Encoded<WindowState>>> windows,
      PCollectionView<Map<BrandDay, TrailingRate>> trailing,
      PCollection<BrandReferrals> referrals,
      BrandCustomers customers,
      RunSettings settings,
      Clock clock) {
    return PCollectionList.of(
            windows.apply("WeeklyReputation", new WeeklyReputation(settings, clock, trailing)))
        .and(listen.ownPosts().apply("WeeklyEngagement", new EngagementWeeks(settings, clock)))
        .and(
            referrals.apply(
                "WeeklyReferrals",
                ParDo.of(new ReferralWeeks(settings, clock))
                    .withSideInputs(clock.latestInInput())))
        .and(customers.weekly())
        .apply("Scorecards", new BrandScorecardsWeekly(settings));
  }

  @Override
  public PCollection<BrandScorecardWeeklyRow> expand(PCollectionList<WeeklyFigure> figures) {
    return figures
        .apply("AllFigures", Flatten.pCollections())
        .apply("ByBrand", WithKeys.of(WeeklyFigure::brandId).withKeyType(TypeDescriptors.strings()))
        .apply("GroupFigures", GroupByKey.create())
        .apply("FillScorecards", ParDo.of(new Fill(settings)));
  }

  private static final class Fill
      extends DoFn<KV<String, Iterable<WeeklyFigure>>, BrandScorecardWeeklyRow> {
    private final RunSettings settings;

    Fill(RunSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<WeeklyFigure>> brand,
        OutputReceiver<BrandScorecardWeeklyRow> out) {
      for (BrandScorecardWeeklyRow row :
          Scorecard.rows(settings.runId(), brand.getKey(), brand.getValue())) {
        if (settings.dates().holds(row.date())) {
          out.output(row);
        }
      }
    }
  }
}
