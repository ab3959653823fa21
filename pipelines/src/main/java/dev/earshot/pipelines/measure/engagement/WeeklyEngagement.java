package dev.earshot.pipelines.measure.engagement;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engagement of a brand in a week, over the posts of the week when all of them are mature. */
public final class WeeklyEngagement {
  private WeeklyEngagement() {}

  /** The brand and the Sunday under which the posts of a week meet. */
  public static BrandDay week(OwnPostFact post) {
    return new BrandDay(post.brandId(), Week.sunday(post.day()));
  }

  /**
   * The figure of a week, or null where the week is not over.
   *
   * @param week the brand and the Sunday
   * @param posts those of the week, in any order
   * @param lastDay the last day that has begun where the brand reports
   */
  public static @Nullable WeeklyFigure of(
      BrandDay week, List<OwnPostFact> posts, int lastDay, long asOfMicros) {
    if (week.day() >= lastDay) {
      return null;
    }
    PostRate byFollowers =
        PostRate.of(
            posts, OwnPostFact::engagementsAtAgeOfSevenDays, OwnPostFact::followersAtPosting);
    boolean areMature = posts.stream().allMatch(post -> post.isMature(asOfMicros));
    Estimate rate = areMature ? byFollowers.estimate() : null;
    boolean isReliable =
        rate != null && byFollowers.postCount() >= BrandEngagementDaily.RELIABLE_POSTS;
    MissingReason reason = missingReason(areMature, rate, isReliable);
    return new WeeklyFigure(
        week.brandId(),
        Kpi.ENGAGEMENT,
        week.day(),
        Estimates.value(rate),
        Estimates.lower(rate),
        Estimates.upper(rate),
        byFollowers.postCount(),
        isReliable,
        reason == null ? null : reason.code());
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
