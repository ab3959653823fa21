package dev.earshot.pipelines.measure.engagement;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.location.OrderStatisticMedian;
import dev.earshot.models.statistics.location.ValueHistogram;
import dev.earshot.models.statistics.resampling.RatioJackknife;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The posts of one brand, day and network, and the rates over those that are mature. */
public final class EngagementCell {
  /** Posts from which on a figure is reliable. */
  static final int RELIABLE_POSTS = 10;

  private final String network;
  private final OwnPostFact first;
  private final List<OwnPostFact> mature;
  private final List<OwnPostFact> measured;
  private final int immatureCount;
  private final SizeAdjustment adjustment;
  private final long asOfMicros;

  private EngagementCell(
      String network, List<OwnPostFact> facts, SizeAdjustment adjustment, long asOfMicros) {
    List<OwnPostFact> posts = new ArrayList<>(facts);
    posts.sort(Comparator.comparing(OwnPostFact::network).thenComparing(OwnPostFact::postId));
    this.network = network;
    this.first = posts.get(0);
    this.mature = posts.stream().filter(post -> post.isMature(asOfMicros)).toList();
    this.measured = mature.stream().filter(post -> post.atAgeOfSevenDays() != null).toList();
    this.immatureCount = posts.size() - mature.size();
    this.adjustment = adjustment;
    this.asOfMicros = asOfMicros;
  }

  /** The rows of one brand and day, by network and for all of them. */
  public static List<BrandEngagementDailyRow> rows(
      String runId, Iterable<OwnPostFact> facts, SizeAdjustment adjustment, long asOfMicros) {
    List<BrandEngagementDailyRow> rows = new ArrayList<>();
    byNetwork(facts)
        .forEach(
            (network, posts) ->
                rows.add(new EngagementCell(network, posts, adjustment, asOfMicros).row(runId)));
    return rows;
  }

  private static Map<String, List<OwnPostFact>> byNetwork(Iterable<OwnPostFact> posts) {
    Map<String, List<OwnPostFact>> networks = new TreeMap<>();
    for (OwnPostFact post : posts) {
      networks.computeIfAbsent(post.network(), network -> new ArrayList<>()).add(post);
      networks.computeIfAbsent(MentionCell.ALL, network -> new ArrayList<>()).add(post);
    }
    return networks;
  }

  private BrandEngagementDailyRow row(String runId) {
    Function<OwnPostFact, @Nullable Long> engagements = OwnPostFact::engagementsAtAgeOfSevenDays;
    Function<OwnPostFact, @Nullable Long> followers = OwnPostFact::followersAtPosting;
    Function<OwnPostFact, @Nullable Long> impressions = of(Engagement::impressionCount);
    Function<OwnPostFact, @Nullable Long> reach = of(Engagement::reachCount);
    Function<OwnPostFact, @Nullable Long> shares = of(Engagement::shareCount);
    Estimate byImpressions = ratio(engagements, impressions);
    Estimate byReach = ratio(engagements, reach);
    Estimate byFollowers = ratio(engagements, followers);
    Estimate amplification = ratio(shares, EngagementCell::one);
    Estimate applause = ratio(of(Engagement::likeCount), EngagementCell::one);
    Estimate conversation = ratio(of(Engagement::commentCount), EngagementCell::one);
    Estimate virality = ratio(shares, impressions);
    Estimate median = median();
    Estimate index = adjustment.index(measured, asOfMicros);
    long withImpressions = both(impressions);
    long withReach = both(reach);
    long withFollowers = both(followers);
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
        sum(engagements),
        sum(impressions),
        sum(reach),
        sum(followers),
        withImpressions,
        withReach,
        withFollowers,
        Estimates.rate(withImpressions, mature.size()),
        Estimates.rate(withReach, mature.size()),
        Estimates.rate(withFollowers, mature.size()),
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
        Estimates.value(median),
        Estimates.lower(median),
        Estimates.upper(median),
        Estimates.value(index),
        Estimates.lower(index),
        Estimates.upper(index),
        mature.stream().mapToLong(OwnPostFact::resonance).sum(),
        isReliable,
        withImpressions >= RELIABLE_POSTS,
        withReach >= RELIABLE_POSTS,
        withFollowers >= RELIABLE_POSTS,
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

  private static Long one(OwnPostFact post) {
    return 1L;
  }

  private @Nullable Long sum(Function<OwnPostFact, @Nullable Long> term) {
    Long sum = null;
    for (OwnPostFact post : measured) {
      Long figure = term.apply(post);
      if (figure != null) {
        sum = sum == null ? figure : Long.valueOf(sum + figure);
      }
    }
    return sum;
  }

  private long both(Function<OwnPostFact, @Nullable Long> denominator) {
    return measured.stream()
        .filter(post -> post.engagementsAtAgeOfSevenDays() != null)
        .filter(post -> denominator.apply(post) != null)
        .count();
  }

  private @Nullable Estimate ratio(
      Function<OwnPostFact, @Nullable Long> numerator,
      Function<OwnPostFact, @Nullable Long> denominator) {
    return ratio(measured, numerator, denominator);
  }

  /** The ratio of sums over posts that have both terms, with its interval over posts. */
  static @Nullable Estimate ratio(
      List<OwnPostFact> posts,
      Function<OwnPostFact, @Nullable Long> numerator,
      Function<OwnPostFact, @Nullable Long> denominator) {
    long[] numerators = new long[posts.size()];
    long[] denominators = new long[posts.size()];
    int size = 0;
    for (OwnPostFact post : posts) {
      Long above = numerator.apply(post);
      Long below = denominator.apply(post);
      if (above != null && below != null) {
        numerators[size] = above;
        denominators[size++] = below;
      }
    }
    return RatioJackknife.of(Arrays.copyOf(numerators, size), Arrays.copyOf(denominators, size));
  }

  private @Nullable Estimate median() {
    ValueHistogram histogram = new ValueHistogram();
    for (OwnPostFact post : measured) {
      Long engagements = post.engagementsAtAgeOfSevenDays();
      if (engagements != null) {
        histogram.add(engagements, 1);
      }
    }
    Estimate median = OrderStatisticMedian.of(histogram);
    return median == null
        ? null
        : new Estimate(median.value(), median.interval().clip(0, Double.POSITIVE_INFINITY));
  }
}
