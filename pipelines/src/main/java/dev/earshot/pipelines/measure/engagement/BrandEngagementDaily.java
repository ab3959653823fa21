package dev.earshot.pipelines.measure.engagement;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.location.EffectModel;
import dev.earshot.models.statistics.location.OrderStatisticMedian;
import dev.earshot.models.statistics.location.ValueHistogram;
import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.engagement.PostRate.Term;
import dev.earshot.pipelines.measure.engagement.SizeAdjustment.ModelDay;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow.Coverage;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow.EngagementRates;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow.Posts;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow.ReactionRates;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow.Reliability;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow.Sums;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code brand_engagement_daily}: what the posts that a brand published on a day set off in their
 * first seven days, on each network and on all together.
 */
public final class BrandEngagementDaily {
  /** Posts from which on a figure is reliable. */
  static final int RELIABLE_POSTS = 10;

  /** Posts that the adjustment for size is fitted to, and replies to those of the day. */
  private static final Context CONTEXT =
      InputContext.REPLIES.over(Reach.ofWindow(SizeAdjustment.TRAILING_DAYS));

  public static final Measure<BrandEngagementDailyRow> MEASURE =
      Measure.of(BrandEngagementDailyRow.class)
          .reaching(CONTEXT)
          .lookingUp(SizeAdjustment.MODELS)
          .lookingUp(InputCoverage.BY_SOURCE)
          .from(OwnPosts.BY_DAY)
          .rows(BrandEngagementDaily::rows);

  private static final Term ENGAGEMENTS = OwnPostFact::engagementsAtAgeOfSevenDays;
  private static final Term FOLLOWERS = OwnPostFact::followersAtPosting;
  private static final Term IMPRESSIONS = Term.of(Engagement::impressionCount);
  private static final Term REACH = Term.of(Engagement::reachCount);
  private static final Term LIKES = Term.of(Engagement::likeCount);
  private static final Term SHARES = Term.of(Engagement::shareCount);
  private static final Term COMMENTS = Term.of(Engagement::commentCount);

  private final List<OwnPostFact> mature;
  private final List<OwnPostFact> measured;
  private final int immatureCount;

  private BrandEngagementDaily(List<OwnPostFact> posts, long asOfMicros) {
    this.mature = posts.stream().filter(post -> post.isMature(asOfMicros)).toList();
    this.measured = mature.stream().filter(post -> post.atAgeOfSevenDays() != null).toList();
    this.immatureCount = posts.size() - mature.size();
  }

  private static Stream<BrandEngagementDailyRow> rows(
      BrandDay day, Iterable<OwnPostFact> posts, RunContext run) {
    EffectModel usual = run.lookUp(SizeAdjustment.MODELS, new ModelDay(day.day()));
    Map<String, List<OwnPostFact>> networks = new TreeMap<>();
    for (OwnPostFact post : posts) {
      networks.computeIfAbsent(post.network(), network -> new ArrayList<>()).add(post);
      networks.computeIfAbsent(MentionCell.ALL, network -> new ArrayList<>()).add(post);
    }
    return networks.entrySet().stream()
        .map(
            network ->
                new BrandEngagementDaily(network.getValue(), run.asOfMicros())
                    .row(day, network.getKey(), usual, run));
  }

  private BrandEngagementDailyRow row(
      BrandDay day, String network, @Nullable EffectModel usual, RunContext run) {
    PostRate byImpressions = PostRate.of(measured, ENGAGEMENTS, IMPRESSIONS);
    PostRate byReach = PostRate.of(measured, ENGAGEMENTS, REACH);
    PostRate byFollowers = PostRate.of(measured, ENGAGEMENTS, FOLLOWERS);
    boolean isReliable = measured.size() >= RELIABLE_POSTS;
    return new BrandEngagementDailyRow(
        CellColumns.of(day.brandId(), run.runId()),
        network,
        missingReason(isReliable),
        new Posts(mature.size(), immatureCount, measured.size()),
        new Sums(
            sum(LIKES),
            sum(SHARES),
            sum(COMMENTS),
            sum(ENGAGEMENTS),
            sum(IMPRESSIONS),
            sum(REACH),
            sum(FOLLOWERS)),
        coverage(byImpressions, byReach, byFollowers),
        new EngagementRates(
            byImpressions.numerator(),
            byImpressions.denominator(),
            Estimated.of(byImpressions.estimate()),
            byReach.numerator(),
            byReach.denominator(),
            Estimated.of(byReach.estimate()),
            byFollowers.numerator(),
            byFollowers.denominator(),
            Estimated.of(byFollowers.estimate())),
        reactionRates(),
        Estimated.of(median()),
        Estimated.of(SizeAdjustment.index(measured, usual, run.asOfMicros())),
        InputCoverage.of(run, MentionCell.ALL, SourceKind.OWN_POSTS)
            .window(SizeAdjustment.TRAILING_DAYS, day.day())
            .days(),
        mature.stream().mapToLong(OwnPostFact::resonance).sum(),
        new Reliability(
            isReliable,
            byImpressions.postCount() >= RELIABLE_POSTS,
            byReach.postCount() >= RELIABLE_POSTS,
            byFollowers.postCount() >= RELIABLE_POSTS),
        day.day(),
        day.day());
  }

  private @Nullable MissingReason missingReason(boolean isReliable) {
    if (mature.isEmpty()) {
      return MissingReason.NO_MATURE_POST;
    }
    if (measured.isEmpty()) {
      return MissingReason.NO_SNAPSHOT_BY_SEVEN_DAYS;
    }
    return isReliable ? null : MissingReason.TOO_FEW_POSTS;
  }

  private @Nullable Long sum(Term term) {
    Long sum = null;
    for (OwnPostFact post : measured) {
      Long figure = term.of(post);
      if (figure != null) {
        sum = sum == null ? figure : Long.valueOf(sum + figure);
      }
    }
    return sum;
  }

  private Coverage coverage(PostRate byImpressions, PostRate byReach, PostRate byFollowers) {
    return new Coverage(
        byImpressions.postCount(),
        byReach.postCount(),
        byFollowers.postCount(),
        Estimates.rate(byImpressions.postCount(), mature.size()),
        Estimates.rate(byReach.postCount(), mature.size()),
        Estimates.rate(byFollowers.postCount(), mature.size()));
  }

  private ReactionRates reactionRates() {
    PostRate amplification = PostRate.perPost(measured, SHARES);
    PostRate applause = PostRate.perPost(measured, LIKES);
    PostRate conversation = PostRate.perPost(measured, COMMENTS);
    PostRate virality = PostRate.of(measured, SHARES, IMPRESSIONS);
    return new ReactionRates(
        amplification.postCount(),
        Estimated.of(amplification.estimate()),
        applause.postCount(),
        Estimated.of(applause.estimate()),
        conversation.postCount(),
        Estimated.of(conversation.estimate()),
        virality.numerator(),
        virality.denominator(),
        Estimated.of(virality.estimate()));
  }

  private @Nullable Estimate median() {
    ValueHistogram histogram = new ValueHistogram();
    measured.stream()
        .map(ENGAGEMENTS::of)
        .filter(Objects::nonNull)
        .forEach(engagements -> histogram.add(engagements, 1));
    Estimate median = OrderStatisticMedian.of(histogram);
    return median == null
        ? null
        : new Estimate(median.value(), median.interval().clip(0, Double.POSITIVE_INFINITY));
  }
}
