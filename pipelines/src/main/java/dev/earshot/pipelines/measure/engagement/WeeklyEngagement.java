package dev.earshot.pipelines.measure.engagement;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.run.RunSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

/** The engagement of brands by week, over the posts of the week when all of them are mature. */
public final class WeeklyEngagement
    extends PTransform<PCollection<OwnPostFact>, PCollection<WeeklyFigure>> {
  private final RunSettings settings;
  private final Clock clock;

  public WeeklyEngagement(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public PCollection<WeeklyFigure> expand(PCollection<OwnPostFact> posts) {
    return posts
        .apply(
            "ByBrandAndWeek",
            WithKeys.of((OwnPostFact post) -> key(post)).withKeyType(TypeDescriptors.strings()))
        .apply("GroupWeeks", GroupByKey.create())
        .apply(
            "MeasureWeeks",
            ParDo.of(new Measure(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  /** Under what the posts of a brand and week meet. */
  public static String key(OwnPostFact post) {
    return post.brandId() + '\n' + Week.sunday(post.day());
  }

  private static final class Measure extends DoFn<KV<String, Iterable<OwnPostFact>>, WeeklyFigure> {
    private final RunSettings settings;
    private final Clock clock;

    Measure(RunSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      List<OwnPostFact> posts = new ArrayList<>();
      context.element().getValue().forEach(posts::add);
      int lastDay = clock.lastDay(context, settings, posts.get(0).brandId());
      WeeklyFigure figure = of(posts, lastDay, clock.asOf(context));
      if (figure != null) {
        context.output(figure);
      }
    }
  }

  /** The posts of one brand and week, or null where the week is not over. */
  public static @Nullable WeeklyFigure of(List<OwnPostFact> facts, int lastDay, long asOfMicros) {
    List<OwnPostFact> posts = new ArrayList<>(facts);
    posts.sort(Comparator.comparing(OwnPostFact::network).thenComparing(OwnPostFact::postId));
    OwnPostFact first = posts.get(0);
    int sunday = Week.sunday(first.day());
    if (sunday >= lastDay) {
      return null;
    }
    boolean areMature = posts.stream().allMatch(post -> post.isMature(asOfMicros));
    Estimate rate =
        areMature
            ? EngagementCell.ratio(
                posts, OwnPostFact::engagementsAtAgeOfSevenDays, OwnPostFact::followersAtPosting)
            : null;
    long count =
        posts.stream()
            .filter(post -> post.engagementsAtAgeOfSevenDays() != null)
            .filter(post -> post.followersAtPosting() != null)
            .count();
    boolean isReliable = rate != null && count >= EngagementCell.RELIABLE_POSTS;
    return new WeeklyFigure(
        first.brandId(),
        Kpi.ENGAGEMENT,
        sunday,
        Estimates.value(rate),
        Estimates.lower(rate),
        Estimates.upper(rate),
        count,
        isReliable,
        missingReason(areMature, rate, isReliable));
  }

  private static @Nullable String missingReason(
      boolean areMature, @Nullable Estimate rate, boolean isReliable) {
    if (!areMature) {
      return "posts_not_mature";
    }
    if (rate == null) {
      return "no_post_with_followers_and_engagements";
    }
    return isReliable ? null : "too_few_posts";
  }
}
