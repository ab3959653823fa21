package dev.earshot.pipelines.measure;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.statistics.Estimate;
import dev.earshot.models.statistics.HistogramBootstrap;
import dev.earshot.models.statistics.RatioBootstrap;
import dev.earshot.models.statistics.ValueHistogram;
import dev.earshot.pipelines.listen.OwnPostFact;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The posts of one brand, day and network, and the rates over those that are mature. */
final class EngagementCell {
  private static final int RELIABLE_POSTS = 10;

  private final String network;
  private final OwnPostFact first;
  private final List<OwnPostFact> mature;
  private final List<OwnPostFact> measured;
  private final int immatureCount;
  private final long seed;

  EngagementCell(String network, List<OwnPostFact> posts, long asOfMicros) {
    this.network = network;
    this.first = posts.get(0);
    this.mature = new ArrayList<>();
    for (OwnPostFact post : posts) {
      if (post.postedAtMicros() + OwnPostFact.MATURITY_MICROS <= asOfMicros) {
        mature.add(post);
      }
    }
    this.measured = mature.stream().filter(post -> post.atAgeOfSevenDays() != null).toList();
    this.immatureCount = posts.size() - mature.size();
    this.seed = Seeds.of("engagement", first.brandId(), network, first.day());
  }

  BrandEngagementDailyRow row(String runId) {
    Function<OwnPostFact, @Nullable Long> impressions = of(Engagement::impressionCount);
    Function<OwnPostFact, @Nullable Long> reach = of(Engagement::reachCount);
    Function<OwnPostFact, @Nullable Long> shares = of(Engagement::shareCount);
    Estimate byImpressions = ratio(EngagementCell::engagements, impressions);
    Estimate byReach = ratio(EngagementCell::engagements, reach);
    Estimate byFollowers = ratio(EngagementCell::engagements, OwnPostFact::followersAtPosting);
    Estimate amplification = ratio(shares, EngagementCell::one);
    Estimate applause = ratio(of(Engagement::likeCount), EngagementCell::one);
    Estimate conversation = ratio(of(Engagement::commentCount), EngagementCell::one);
    Estimate virality = ratio(shares, impressions);
    boolean isReliable = measured.size() >= RELIABLE_POSTS;
    return new BrandEngagementDailyRow(
        first.brandId(),
        runId,
        network,
        missingReason(isReliable),
        Tables.METRIC_VERSION,
        mature.size(),
        immatureCount,
        measured.size(),
        sum(of(Engagement::likeCount)),
        sum(shares),
        sum(of(Engagement::commentCount)),
        sum(EngagementCell::engagements),
        sum(impressions),
        sum(reach),
        sum(OwnPostFact::followersAtPosting),
        both(impressions),
        both(reach),
        both(OwnPostFact::followersAtPosting),
        Estimates.value(byImpressions),
        Estimates.lower(byImpressions),
        Estimates.upper(byImpressions),
        Estimates.value(byReach),
        Estimates.lower(byReach),
        Estimates.upper(byReach),
        Estimates.value(byFollowers),
        Estimates.lower(byFollowers),
        Estimates.upper(byFollowers),
        Estimates.value(amplification),
        Estimates.lower(amplification),
        Estimates.upper(amplification),
        Estimates.value(applause),
        Estimates.lower(applause),
        Estimates.upper(applause),
        Estimates.value(conversation),
        Estimates.lower(conversation),
        Estimates.upper(conversation),
        Estimates.value(virality),
        Estimates.lower(virality),
        Estimates.upper(virality),
        Estimates.value(median()),
        mature.stream().mapToLong(OwnPostFact::resonance).sum(),
        isReliable,
        first.day(),
        first.day());
  }

  private @Nullable String missingReason(boolean isReliable) {
    if (mature.isEmpty()) {
      return "no_mature_post";
    }
    if (measured.isEmpty()) {
      return "no_snapshot_by_seven_days";
    }
    return isReliable ? null : "too_few_posts";
  }

  private static Function<OwnPostFact, @Nullable Long> of(
      Function<Engagement, @Nullable Long> count) {
    return post -> {
      Engagement engagement = post.atAgeOfSevenDays();
      return engagement == null ? null : count.apply(engagement);
    };
  }

  private static @Nullable Long engagements(OwnPostFact post) {
    Engagement engagement = post.atAgeOfSevenDays();
    if (engagement == null) {
      return null;
    }
    return Stream.<@Nullable Long>of(
            engagement.likeCount(), engagement.shareCount(), engagement.commentCount())
        .reduce(null, EngagementCell::plus);
  }

  private static Long one(OwnPostFact post) {
    return 1L;
  }

  private static @Nullable Long plus(@Nullable Long a, @Nullable Long b) {
    return a == null ? b : b == null ? a : Long.valueOf(a + b);
  }

  private @Nullable Long sum(Function<OwnPostFact, @Nullable Long> term) {
    Long sum = null;
    for (OwnPostFact post : measured) {
      sum = plus(sum, term.apply(post));
    }
    return sum;
  }

  private long both(Function<OwnPostFact, @Nullable Long> denominator) {
    return measured.stream()
        .filter(post -> engagements(post) != null && denominator.apply(post) != null)
        .count();
  }

  /** The ratio of sums over posts that have both terms, with its bootstrap interval over posts. */
  private @Nullable Estimate ratio(
      Function<OwnPostFact, @Nullable Long> numerator,
      Function<OwnPostFact, @Nullable Long> denominator) {
    long[] numerators = new long[measured.size()];
    long[] denominators = new long[measured.size()];
    int size = 0;
    for (OwnPostFact post : measured) {
      Long above = numerator.apply(post);
      Long below = denominator.apply(post);
      if (above != null && below != null) {
        numerators[size] = above;
        denominators[size++] = below;
      }
    }
    return RatioBootstrap.of(
        java.util.Arrays.copyOf(numerators, size),
        java.util.Arrays.copyOf(denominators, size),
        seed);
  }

  private @Nullable Estimate median() {
    ValueHistogram histogram = new ValueHistogram();
    for (OwnPostFact post : measured) {
      Long engagements = engagements(post);
      if (engagements != null) {
        histogram.add(engagements, 1);
      }
    }
    return HistogramBootstrap.median(histogram, seed);
  }
}
