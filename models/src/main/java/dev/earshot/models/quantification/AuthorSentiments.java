package dev.earshot.models.quantification;

import dev.earshot.models.statistics.authors.ClusterTallies;
import dev.earshot.models.statistics.authors.ClusterTally;
import dev.earshot.models.statistics.authors.ClusteredRate;
import dev.earshot.models.statistics.authors.ShrunkenComposite;
import dev.earshot.models.statistics.basics.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * Authors of one cell by how many positive, neutral and negative mentions each of them wrote, and
 * the rates that follow: the {@link ClusterTallies} of three classes of sentiment. Parts merge
 * exactly in any order. Mutable; not safe between threads.
 */
public final class AuthorSentiments {
  private static final int POSITIVE = 0;
  private static final int NEUTRAL = 1;
  private static final int NEGATIVE = 2;
  private static final int CLASSES = 3;

  private final ClusterTallies tallies;

  private AuthorSentiments(ClusterTallies tallies) {
    this.tallies = tallies;
  }

  /** Nobody. */
  public AuthorSentiments() {
    this(new ClusterTallies(CLASSES));
  }

  /** Reads what {@link #toArray} wrote. */
  public static AuthorSentiments of(long... array) {
    return new AuthorSentiments(ClusterTallies.of(CLASSES, array));
  }

  /**
   * Adds authors who wrote the same.
   *
   * @param positive positive mentions of each
   * @param neutral neutral mentions of each
   * @param negative negative mentions of each
   * @param authorDelta how many authors there are, negative where they leave
   */
  public void add(int positive, int neutral, int negative, long authorDelta) {
    tallies.add(ClusterTally.of(positive, neutral, negative), authorDelta);
  }

  /** Positive, neutral, negative, authors of each entry: {@link ClusterTallies#toArray}. */
  public long[] toArray() {
    return tallies.toArray();
  }

  /** The authors with at least one mention. */
  public long authorCount() {
    return tallies.clusterCount();
  }

  /** The mentions of all authors. */
  public long mentionCount() {
    return tallies.itemCount();
  }

  /** The positive mentions of all authors. */
  public long positiveCount() {
    return tallies.count(POSITIVE);
  }

  /** The neutral mentions of all authors. */
  public long neutralCount() {
    return tallies.count(NEUTRAL);
  }

  /** The negative mentions of all authors. */
  public long negativeCount() {
    return tallies.count(NEGATIVE);
  }

  /** Net sentiment (P - N) / (P + U + N), from -1 to 1; null without a mention. */
  public @Nullable Estimate net() {
    return ClusteredRate.net(tallies, POSITIVE, NEGATIVE);
  }

  /** Whether {@link #net} may be published without a warning. */
  public boolean isNetReliable() {
    return ClusteredRate.isNetReliable(tallies, POSITIVE, NEGATIVE);
  }

  /** The positive share of opinions P / (P + N), from 0 to 1; null without an opinion. */
  public @Nullable Estimate opinionPositive() {
    return ClusteredRate.share(tallies, POSITIVE, NEGATIVE);
  }

  /** Whether {@link #opinionPositive} may be published without a warning. */
  public boolean isOpinionPositiveReliable() {
    return ClusteredRate.isShareReliable(tallies, POSITIVE, NEGATIVE);
  }

  /** The net sentiment as what rates of parts are shrunk toward; null without a mention. */
  public ShrunkenComposite.@Nullable Prior prior() {
    return ShrunkenComposite.prior(tallies, POSITIVE, NEGATIVE);
  }

  /** The mean score of a mention, in the scores' unit; null without a mention. */
  @Nullable Estimate meanScore(int negative, int neutral, int positive) {
    return ClusteredRate.meanScore(tallies, positive, neutral, negative);
  }
}
