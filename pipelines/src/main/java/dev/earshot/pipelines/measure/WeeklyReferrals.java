package dev.earshot.pipelines.measure;

import dev.earshot.models.referrals.Medium;
import dev.earshot.models.statistics.Interval;
import dev.earshot.models.statistics.WilsonInterval;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.listen.SessionFact;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

/** Referral traffic by week: of the visits of people, those from social networks. */
final class WeeklyReferrals
    extends PTransform<PCollection<SessionFact>, PCollection<WeeklyFigure>> {
  private final ListenSettings settings;
  private final Clock clock;

  WeeklyReferrals(ListenSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Visits of a brand's site in a week.
   *
   * @param sunday last day of the week
   * @param human those in which a person opened a page
   * @param social those of them that came from a social network
   */
  record Visits(String brandId, int sunday, long human, long social) {
    /** One visit. */
    static Visits of(SessionFact session) {
      boolean isSocial = session.isHuman() && session.medium() == Medium.SOCIAL;
      return new Visits(
          session.brandId(),
          Week.sunday(session.day()),
          session.isHuman() ? 1 : 0,
          isSocial ? 1 : 0);
    }

    /** Under what the visits of one brand and week meet. */
    String key() {
      return brandId + '\n' + sunday;
    }

    /** Those of one brand and week together; at least one part. */
    static Visits sum(Iterable<Visits> parts) {
      Visits first = parts.iterator().next();
      long human = 0;
      long social = 0;
      for (Visits part : parts) {
        human += part.human;
        social += part.social;
      }
      return new Visits(first.brandId, first.sunday, human, social);
    }
  }

  @Override
  public PCollection<WeeklyFigure> expand(PCollection<SessionFact> sessions) {
    return sessions
        .apply(
            "WeekOfVisit",
            MapElements.into(
                    TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptor.of(Visits.class)))
                .via(
                    (SessionFact session) -> {
                      Visits visit = Visits.of(session);
                      return KV.of(visit.key(), visit);
                    }))
        .apply("AddVisits", Combine.perKey(Visits::sum))
        .apply(
            "MeasureWeeks",
            ParDo.of(new Measure(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class Measure extends DoFn<KV<String, Visits>, WeeklyFigure> {
    private final ListenSettings settings;
    private final Clock clock;

    Measure(ListenSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Visits week = context.element().getValue();
      if (week.sunday() < clock.lastDay(context, settings, week.brandId())) {
        context.output(figure(week));
      }
    }
  }

  /** The figure of a week; without a value where nobody but programs came. */
  static WeeklyFigure figure(Visits week) {
    Interval interval = WilsonInterval.of(week.social(), week.human());
    String reason = missingReason(week.human());
    return new WeeklyFigure(
        week.brandId(),
        Kpi.REFERRAL_TRAFFIC,
        week.sunday(),
        Estimates.rate(week.social(), week.human()),
        Estimates.lower(interval),
        Estimates.upper(interval),
        week.human(),
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
