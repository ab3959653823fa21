package dev.earshot.models.statistics.authors;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import dev.earshot.models.statistics.proportions.WilsonInterval;
import dev.earshot.models.statistics.resampling.RatioBootstrap;
import dev.earshot.models.statistics.resampling.RatioUnits;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rates over mentions, with intervals that know that one author's mentions belong together.
 *
 * <p>A mention-level interval takes the mentions for independent; authors repeat themselves, so it
 * is far too narrow. Here the author is the sampled unit and a rate is a ratio of sums over
 * authors, d = sum(b_a) / sum(n_a). With G authors the 95 % interval is
 *
 * <ul>
 *   <li>the linearised one (W. G. Cochran, 1977, "Sampling Techniques", 3rd edition, section 6.3;
 *       with the t(G-1) quantile): u_a = b_a - d*n_a, se = sqrt(G/(G-1) * sum(u_a^2)) / sum(n_a);
 *   <li>with G below 30 or a class of mentions below 5, a bootstrap over authors (percentiles of
 *       1,000 samples, the same for the same tallies);
 *   <li>where all authors have the same rate there is no variation to learn from and both would
 *       claim certainty: the Wilson interval of G authors, scaled to the rate's range, which is the
 *       widest that authors with such a mean can need;
 *   <li>with one author, the rate's full range.
 * </ul>
 *
 * Ends are clipped to the rate's range. Null where there is no author with a mention that counts.
 * The cost grows with the distinct tallies, not with the authors or mentions.
 */
public final class ClusteredRate {
  private static final long MINIMUM_AUTHORS = 30;
  private static final long MINIMUM_CLASS = 5;
  private static final double MINIMUM_EFFECTIVE_AUTHORS = 40;

  private ClusteredRate() {}

  /**
   * Net sentiment (P - N) / (P + U + N), from -1 to 1.
   *
   * @param tallies what each author said
   * @throws IllegalArgumentException where a tally has a negative number of authors
   */
  public static @Nullable Estimate net(AuthorTallies tallies) {
    return estimate(netUnits(tallies), smallestClass(tallies), -1, 1);
  }

  /**
   * The positive share of opinions P / (P + N), from 0 to 1. Authors without an opinion have no
   * part in it and do not count toward G.
   *
   * @param tallies what each author said
   * @throws IllegalArgumentException where a tally has a negative number of authors
   */
  public static @Nullable Estimate opinionPositive(AuthorTallies tallies) {
    long smallestClass = Math.min(tallies.positiveCount(), tallies.negativeCount());
    return estimate(opinionUnits(tallies), smallestClass, 0, 1);
  }

  /**
   * Whether {@link #net} may be published without a warning: at least five authors with a positive
   * and five with a negative mention, and at least 40 effective authors, (sum n_a)^2 / sum(n_a^2)
   * (L. Kish, 1965, "Survey Sampling"). Plain authors do not tell: of 100, one may write half.
   * Where everybody writes once, 40 authors are enough; where volumes follow Zipf's law with
   * exponent 2 to 3, it takes 50 to 100.
   *
   * <p>Simulated with such volumes (1 to 20 mentions, 100 to 400 authors, five mixes of opinion),
   * the intervals of reliable cells held the truth in 92 to 96 %, mention-level intervals in 68 to
   * 90 %. The low end belongs to one-sided cells, where a few heavy critics decide.
   */
  public static boolean isNetReliable(AuthorTallies tallies) {
    return isReliable(tallies, netUnits(tallies));
  }

  /** As {@link #isNetReliable}, over the opinions alone, for {@link #opinionPositive}. */
  public static boolean isOpinionPositiveReliable(AuthorTallies tallies) {
    return isReliable(tallies, opinionUnits(tallies));
  }

  private static boolean isReliable(AuthorTallies tallies, RatioUnits units) {
    if (Math.min(tallies.positiveAuthorCount(), tallies.negativeAuthorCount()) < MINIMUM_CLASS) {
      return false;
    }
    double sum = units.denominatorSum();
    double squares = 0;
    for (int i = 0; i < units.size(); i++) {
      squares += (double) units.counts()[i] * units.denominators()[i] * units.denominators()[i];
    }
    return sum * sum >= MINIMUM_EFFECTIVE_AUTHORS * squares;
  }

  /**
   * The mean score of a mention where each class has a score of its own, in the scores' unit.
   *
   * @param tallies what each author said
   */
  public static @Nullable Estimate meanScore(
      AuthorTallies tallies, int negative, int neutral, int positive) {
    return estimate(
        units(
            tallies,
            tally ->
                (long) negative * tally.negative()
                    + (long) neutral * tally.neutral()
                    + (long) positive * tally.positive(),
            AuthorTally::mentionCount),
        smallestClass(tallies),
        Math.min(negative, Math.min(neutral, positive)),
        Math.max(negative, Math.max(neutral, positive)));
  }

  private static long smallestClass(AuthorTallies tallies) {
    return Math.min(
        tallies.neutralCount(), Math.min(tallies.positiveCount(), tallies.negativeCount()));
  }

  /** {@code minimum} and {@code maximum} are the ends of the rate's range. */
  private static @Nullable Estimate estimate(
      RatioUnits units, long smallestClass, double minimum, double maximum) {
    long authors = units.unitCount();
    if (authors == 0) {
      return null;
    }
    double rate = units.ratio();
    if (authors == 1) {
      return new Estimate(rate, new Interval(minimum, maximum));
    }
    if (units.isUnanimous()) {
      double range = maximum - minimum;
      Interval share = WilsonInterval.ofShare((rate - minimum) / range, (double) authors);
      return new Estimate(
          rate, new Interval(minimum + range * share.lower(), minimum + range * share.upper()));
    }
    Interval interval =
        authors < MINIMUM_AUTHORS || smallestClass < MINIMUM_CLASS
            ? RatioBootstrap.interval(units)
            : linearised(units, rate, authors);
    return new Estimate(rate, interval.clip(minimum, maximum));
  }

  private static RatioUnits netUnits(AuthorTallies tallies) {
    return units(
        tallies, tally -> (long) tally.positive() - tally.negative(), AuthorTally::mentionCount);
  }

  private static RatioUnits opinionUnits(AuthorTallies tallies) {
    return units(
        tallies, AuthorTally::positive, tally -> (long) tally.positive() + tally.negative());
  }

  /** The authors whose denominator is not zero. */
  private static RatioUnits units(
      AuthorTallies tallies,
      ToLongFunction<AuthorTally> numerator,
      ToLongFunction<AuthorTally> denominator) {
    SortedMap<AuthorTally, Long> entries = tallies.toSortedMap();
    long[] numerators = new long[entries.size()];
    long[] denominators = new long[entries.size()];
    long[] counts = new long[entries.size()];
    int size = 0;
    for (Map.Entry<AuthorTally, Long> entry : entries.entrySet()) {
      long below = denominator.applyAsLong(entry.getKey());
      if (below > 0) {
        numerators[size] = numerator.applyAsLong(entry.getKey());
        denominators[size] = below;
        counts[size++] = entry.getValue();
      }
    }
    return RatioUnits.of(numerators, denominators, counts);
  }

  private static Interval linearised(RatioUnits units, double rate, long authors) {
    double squares = 0;
    for (int i = 0; i < units.size(); i++) {
      double residual = units.numerators()[i] - rate * units.denominators()[i];
      squares += units.counts()[i] * residual * residual;
    }
    double error = Math.sqrt(authors / (authors - 1.0) * squares) / units.denominatorSum();
    double half = Quantiles.student(authors - 1.0) * error;
    return new Interval(rate - half, rate + half);
  }
}
