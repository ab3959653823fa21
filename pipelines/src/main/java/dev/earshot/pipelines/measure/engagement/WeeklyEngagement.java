package dev.earshot.pipelines.measure.engagement;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The engagement of a brand in a week that is over, over the posts of the week when all of them are
 * mature. A row of {@code brand_engagement_daily} is of one day, and rates of days do not add up.
 */
public final class WeeklyEngagement {
  public static final Measure<WeeklyFigure> WEEKS =
      Measure.ofFacts("WeeklyEngagement", WeeklyFigure.class)
          .from(OwnPosts.BY_WEEK)
          .rows(WeeklyEngagement::weeks);

  private WeeklyEngagement() {}

  private static Stream<WeeklyFigure> weeks(
      BrandDay week, Iterable<OwnPostFact> some, RunContext run) {
    if (week.day() >= run.lastDay(week.brandId())) {
      return Stream.empty();
    }
    List<OwnPostFact> posts = new ArrayList<>();
    some.forEach(posts::add);
    PostRate byFollowers =
        PostRate.of(
            posts, OwnPostFact::engagementsAtAgeOfSevenDays, OwnPostFact::followersAtPosting);
    boolean areMature = posts.stream().allMatch(post -> post.isMature(run.asOfMicros()));
    Estimate rate = areMature ? byFollowers.estimate() : null;
    boolean isReliable =
        rate != null && byFollowers.postCount() >= BrandEngagementDaily.RELIABLE_POSTS;
    return Stream.of(
        new WeeklyFigure(
            week.brandId(),
            Kpi.ENGAGEMENT,
            week.day(),
            Estimated.of(rate),
            byFollowers.postCount(),
            isReliable,
            missingReason(areMature, rate, isReliable)));
  }

  private static @Nullable MissingReason missingReason(
      boolean areMature, @Nullable Estimate rate, boolean isReliable) {
    if (!areMature) {
      return MissingReason.POSTS_NOT_MATURE;
    }
    if (rate == null) {
      return MissingReason.NO_POST_WITH_FOLLOWERS_AND_ENGAGEMENTS;
    }
    return isReliable ? null : MissingReason.TOO_FEW_POSTS;
  }
}
