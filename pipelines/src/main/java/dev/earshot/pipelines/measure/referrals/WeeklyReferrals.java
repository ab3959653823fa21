package dev.earshot.pipelines.measure.referrals;

import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.run.RunSettings;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/** Referral traffic by week: of the visits of people, those from social networks. */
public final class WeeklyReferrals
    extends PTransform<
        PCollection<KV<String, Iterable<ReferralDays.Counted>>>, PCollection<WeeklyFigure>> {
  private final RunSettings settings;
  private final Clock clock;

  public WeeklyReferrals(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public PCollection<WeeklyFigure> expand(
      PCollection<KV<String, Iterable<ReferralDays.Counted>>> brands) {
    return brands.apply(
        "MeasureWeeks",
        ParDo.of(new Measure(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class Measure
      extends DoFn<KV<String, Iterable<ReferralDays.Counted>>, WeeklyFigure> {
    private final RunSettings settings;
    private final Clock clock;

    Measure(RunSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      String brand = context.element().getKey();
      int lastDay = clock.lastDay(context, settings, brand);
      ReferralDays days = ReferralDays.of(context.element().getValue());
      forEach(brand, days, lastDay, context::output);
    }
  }

  /**
   * The weeks in which the site was asked for anything; the last may not be over.
   *
   * @param today the last day that has begun
   */
  public static void forEach(
      String brand, ReferralDays days, int today, Consumer<WeeklyFigure> out) {
    if (!days.networks().contains(MentionCell.ALL)) {
      return;
    }
    int first = Week.sunday(days.firstDay(MentionCell.ALL));
    int last = Math.min(Week.sunday(today), Week.sunday(days.lastDay(MentionCell.ALL)));
    for (int sunday = first; sunday <= last; sunday += Week.DAYS) {
      ReferralWindow week = days.window(MentionCell.ALL, sunday, Week.DAYS);
      if (week != null && week.hasHits()) {
        out.accept(
            sunday < today
                ? figure(brand, sunday, week)
                : WeeklyFigure.notOver(brand, Kpi.REFERRAL_TRAFFIC, sunday));
      }
    }
  }

  /** The figure of a week; without a value where nobody but programs came. */
  private static WeeklyFigure figure(String brand, int sunday, ReferralWindow week) {
    Interval interval = week.interval(ReferralCount.SOCIAL);
    String reason = missingReason(week.humanSessions());
    return new WeeklyFigure(
        brand,
        Kpi.REFERRAL_TRAFFIC,
        sunday,
        week.rate(ReferralCount.SOCIAL),
        Estimates.lower(interval),
        Estimates.upper(interval),
        week.humanSessions(),
        reason == null,
        reason);
  }

  private static @Nullable String missingReason(long human) {
    if (human == 0) {
      return "no_human_session";
    }
    return human < ReferralWindow.RELIABLE_SESSIONS ? "too_few_sessions" : null;
  }
}
