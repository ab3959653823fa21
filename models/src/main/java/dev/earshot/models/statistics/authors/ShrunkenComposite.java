package dev.earshot.models.statistics.authors;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A weighted sum of net rates, each shrunk toward a common prior: S = sum_d w_d * s_d with s_d =
 * (B_d + k*p) / (n_d + k), where B_d is positive minus negative mentions of part d, n_d its
 * mentions, p the prior and k the number of pseudo-mentions that the prior is worth (the posterior
 * mean under a conjugate prior of that weight; G. Casella, 1985, "An introduction to empirical
 * Bayes data analysis", The American Statistician 39, 83-87).
 *
 * <p>The 95 % interval is linearised over authors, who may speak in several parts (W. G. Cochran,
 * 1977, "Sampling Techniques", 3rd edition, sections 6.3 and 11.8): with x_a = sum_d w_d / (n_d +
 * k) * (b_ad - s_d*n_ad) for author a of G, the error is sqrt(G/(G-1) * sum (x_a - mean)^2), and
 * the quantile is that of t(G-1). Without shrinkage and with one part this is the interval of
 * {@link ClusteredRate}. The prior's own error, times the weight that it has in S, is added to it
 * rather than squared and added: the authors of a window are among those of the prior, so the two
 * errors go together. With one author the interval is the whole range.
 *
 * <p>Where the authors of each part agree there is no variation to linearise, and the interval
 * would have no width however few they are. Then each part's rate has the Wilson interval of G
 * authors, as in {@link ClusteredRate}, and the distances to its ends are added by the weights that
 * the rates have in S; so has a prior whose authors agree (E. L. Korn and B. I. Graubard, 1998,
 * "Confidence intervals for proportions with small expected number of positive counts estimated
 * from survey data", Survey Methodology 24, 193-201; N. Dean and M. Pagano, 2015, Journal of Survey
 * Statistics and Methodology 3, 484-503, find Wilson's with the effective number of clusters to
 * hold).
 */
public final class ShrunkenComposite {
  private ShrunkenComposite() {}

  /**
   * What rates are shrunk toward.
   *
   * @param rate a net rate, from -1 to 1
   * @param standardError of the rate
   */
  public record Prior(double rate, double standardError) {}

  /**
   * A net rate ({@link ClusteredRate#net}) and its author-clustered error, as a prior; null where
   * there is no mention. One author says nothing of others: the error is 1, half the range. Of
   * authors who agree it is such that the quantile of t(G-1) times it is the farther distance to an
   * end of Wilson's interval.
   *
   * @param tallies what each author said
   * @param plus the class of positive mentions
   * @param minus the class of negative mentions
   */
  public static @Nullable Prior prior(ClusterTallies tallies, int plus, int minus) {
    long mentions = tallies.itemCount();
    if (mentions == 0) {
      return null;
    }
    AuthorMoments moments = new AuthorMoments(1);
    tallies
        .toSortedMap()
        .forEach(
            (tally, authors) ->
                moments.add(
                    new int[] {0},
                    new long[] {tally.count(plus) - tally.count(minus)},
                    new long[] {tally.itemCount()},
                    authors));
    double rate = (double) moments.net(0) / mentions;
    double authors = tallies.clusterCount();
    double squares = Math.max(0, moments.residualProduct(0, 0, rate, rate));
    if (authors < 2) {
      return new Prior(rate, 1);
    }
    if (moments.isUnanimous(0)) {
      Interval interval = ClusteredRate.ofUnanimous(rate, authors, -1, 1);
      double distance = Math.max(rate - interval.lower(), interval.upper() - rate);
      return new Prior(rate, distance / Quantiles.student(authors - 1));
    }
    return new Prior(rate, Math.sqrt(authors / (authors - 1) * squares) / mentions);
  }

  /** One part's net rate, shrunk toward the prior. */
  public static double shrunken(long net, long mentions, double prior, double pseudoMentions) {
    return (net + pseudoMentions * prior) / (mentions + pseudoMentions);
  }

  /**
   * The weighted sum, from -1 to 1.
   *
   * @param moments what the authors say in each part
   * @param weights of the parts; they add up to one
   * @param authors G, the authors with a classified mention in any part
   * @param prior what rates are shrunk toward
   * @param pseudoMentions k, above zero
   */
  public static Estimate of(
      AuthorMoments moments, double[] weights, long authors, Prior prior, double pseudoMentions) {
    int size = moments.size();
    double[] rates = new double[size];
    double[] scales = new double[size];
    double sum = 0;
    double priorWeight = 0;
    double meanTimesAuthors = 0;
    for (int d = 0; d < size; d++) {
      long n = moments.mentions(d);
      rates[d] = shrunken(moments.net(d), n, prior.rate(), pseudoMentions);
      scales[d] = weights[d] / (n + pseudoMentions);
      sum += weights[d] * rates[d];
      priorWeight += scales[d] * pseudoMentions;
      meanTimesAuthors += scales[d] * (moments.net(d) - rates[d] * n);
    }
    double value = Math.max(-1, Math.min(1, sum));
    if (authors < 2) {
      return new Estimate(value, new Interval(-1, 1));
    }
    if (IntStream.range(0, size).allMatch(moments::isUnanimous)) {
      double ofPrior = priorWeight * prior.standardError() * Quantiles.student(authors - 1.0);
      return ofUnanimous(moments, scales, (double) authors, value, ofPrior);
    }
    double squares = 0;
    for (int d = 0; d < size; d++) {
      for (int e = 0; e < size; e++) {
        squares += scales[d] * scales[e] * moments.residualProduct(d, e, rates[d], rates[e]);
      }
    }
    double spread = Math.max(0, squares - meanTimesAuthors * meanTimesAuthors / authors);
    double error =
        Math.sqrt(authors / (authors - 1.0) * spread) + priorWeight * prior.standardError();
    double half = Quantiles.student(authors - 1.0) * error;
    return new Estimate(value, new Interval(value - half, value + half).clip(-1, 1));
  }

  private static Estimate ofUnanimous(
      AuthorMoments moments, double[] scales, double authors, double value, double priorError) {
    double below = priorError;
    double above = priorError;
    for (int d = 0; d < scales.length; d++) {
      long n = moments.mentions(d);
      if (n > 0) {
        double rate = (double) moments.net(d) / n;
        Interval interval = ClusteredRate.ofUnanimous(rate, authors, -1, 1);
        below += scales[d] * n * (rate - interval.lower());
        above += scales[d] * n * (interval.upper() - rate);
      }
    }
    return new Estimate(value, new Interval(value - below, value + above).clip(-1, 1));
  }
}
