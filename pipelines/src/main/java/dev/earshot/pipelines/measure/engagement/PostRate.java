package dev.earshot.pipelines.measure.engagement;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.resampling.RatioJackknife;
import dev.earshot.pipelines.facts.OwnPostFact;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A ratio of sums over the posts that have both terms. A platform that does not report a term says
 * nothing about the other: its posts stand in neither sum.
 *
 * @param postCount posts that have both terms
 * @param numerator its sum over these; null without any
 * @param denominator its sum over these; null without any
 * @param estimate numerator / denominator with its interval over posts; null where there is nothing
 *     to divide by
 */
record PostRate(
    long postCount,
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable Estimate estimate) {

  /** A figure of a post, null where it is not known. */
  @FunctionalInterface
  interface Term {
    @Nullable Long of(OwnPostFact post);

    /** A count of the snapshot at the age of seven days. */
    static Term of(Function<Engagement, @Nullable Long> count) {
      return post -> {
        Engagement engagement = post.atAgeOfSevenDays();
        return engagement == null ? null : count.apply(engagement);
      };
    }
  }

  static PostRate of(List<OwnPostFact> posts, Term numerator, Term denominator) {
    long[] numerators = new long[posts.size()];
    long[] denominators = new long[posts.size()];
    int size = 0;
    for (OwnPostFact post : posts) {
      Long above = numerator.of(post);
      Long below = denominator.of(post);
      if (above != null && below != null) {
        numerators[size] = above;
        denominators[size++] = below;
      }
    }
    if (size == 0) {
      return new PostRate(0, null, null, null);
    }
    long[] above = Arrays.copyOf(numerators, size);
    long[] below = Arrays.copyOf(denominators, size);
    return new PostRate(
        size,
        LongStream.of(above).sum(),
        LongStream.of(below).sum(),
        RatioJackknife.of(above, below));
  }

  /** A term by post, over the posts that have it. */
  static PostRate perPost(List<OwnPostFact> posts, Term numerator) {
    return of(posts, numerator, post -> 1L);
  }
}
