package dev.earshot.pipelines.measure.scorecard;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.read.BrandSpans;
import dev.earshot.pipelines.measure.customers.BrandCustomers;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.measure.referrals.BrandReferrals;
import dev.earshot.pipelines.measure.reputation.BrandReputationDaily;
import dev.earshot.pipelines.measure.reputation.WeeklyReputation;
import dev.earshot.pipelines.measure.windows.TrailingRate;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandScorecardWeeklyRow;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;
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
import org.jspecify.annotations.Nullable;

/** Makes {@code brand_scorecards_weekly} from the weekly figures of all KPIs. */
public final class BrandScorecardsWeekly
    extends PTransform<PCollectionList<WeeklyFigure>, PCollection<BrandScorecardWeeklyRow>> {
  /** Figures of the week that ends on the day and of the week before it. */
  public static final Context CONTEXT =
      BrandReputationDaily.MEASURE
          .context()
          .or(InputContext.REPLIES.or(InputContext.VISIT).over(Reach.ofWindow(Week.DAYS)))
          .over(Reach.back(Week.DAYS));

  private final RunSettings settings;
  private final Clock clock;

  private BrandScorecardsWeekly(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
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
                ParDo.of(new ReferralWeeks(settings, clock)).withSideInputs(clock.latestInInput())))
        .and(customers.weekly())
        .and(listen.spans().apply("InputBounds", ParDo.of(new Bounds(settings))))
        .apply("Scorecards", new BrandScorecardsWeekly(settings, clock));
  }

  @Override
  public PCollection<BrandScorecardWeeklyRow> expand(PCollectionList<WeeklyFigure> figures) {
    return figures
        .apply("AllFigures", Flatten.pCollections())
        .apply("ByBrand", WithKeys.of(WeeklyFigure::brandId).withKeyType(TypeDescriptors.strings()))
        .apply("GroupFigures", GroupByKey.create())
        .apply(
            "FillScorecards",
            ParDo.of(new Fill(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class Fill
      extends DoFn<KV<String, Iterable<WeeklyFigure>>, BrandScorecardWeeklyRow> {
    private final RunSettings settings;
    private final Clock clock;

    Fill(RunSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      String brand = context.element().getKey();
      for (BrandScorecardWeeklyRow row :
          Scorecard.rows(
              settings.runId(),
              brand,
              context.element().getValue(),
              clock.lastDay(context, settings, brand))) {
        if (settings.dates().holds(row.date())) {
          context.output(row);
        }
      }
    }
  }

  /** Tells how far the input reaches, also where the run makes no figure of it. */
  private static final class Bounds extends DoFn<KV<String, BrandSpans>, WeeklyFigure> {
    private final RunSettings settings;

    Bounds(RunSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(@Element KV<String, BrandSpans> brand, OutputReceiver<WeeklyFigure> out) {
      bounds(settings, brand.getKey(), brand.getValue(), out::output);
    }
  }

  /** The weeks in which the input begins and ends to have anything of a brand. */
  public static void bounds(
      RunSettings settings, String brandId, BrandSpans known, Consumer<WeeklyFigure> out) {
    bounds(settings, brandId, Kpi.REPUTATION, known.mentions(), out);
    bounds(settings, brandId, Kpi.ENGAGEMENT, known.ownPosts(), out);
    bounds(settings, brandId, Kpi.REFERRAL_TRAFFIC, known.requests(), out);
  }

  private static void bounds(
      RunSettings settings,
      String brandId,
      Kpi kpi,
      BrandSpans.@Nullable Span span,
      Consumer<WeeklyFigure> out) {
    if (span != null) {
      ZoneId zone = BrandBooks.brand(settings, brandId).zone();
      for (long bound : new long[] {span.firstMicros(), span.lastMicros()}) {
        int sunday = Week.sunday(DateScope.dayOf(bound, zone));
        out.accept(WeeklyFigure.bound(brandId, kpi, sunday));
      }
    }
  }
}
