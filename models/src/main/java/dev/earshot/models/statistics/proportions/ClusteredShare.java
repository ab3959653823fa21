package dev.earshot.models.statistics.proportions;

import dev.earshot.models.statistics.basics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The 95 % interval of a share of events of which several may belong to one person, who tends to do
 * the same again: the Wilson interval of as many independent events as would be worth as much (N.
 * Dean and M. Pagano, 2015, "Evaluating confidence interval methods for binomial proportions in
 * clustered surveys", Journal of Survey Statistics and Methodology 3, 484-503). The design effect
 * is that of the linearised ratio (W. G. Cochran, 1977, "Sampling Techniques", section 6.3), at
 * least 1. Where all or none of the events have the property it is the one of persons who always do
 * the same (L. Kish, 1965, "Survey Sampling").
 *
 * @param events all events
 * @param successes those that have the property
 * @param pairs pairs of events of one person
 * @param mixedPairs over these pairs, how many of the two have the property, added up
 * @param successPairs pairs of which both have it
 */
public record ClusteredShare(
    long events, long successes, long pairs, long mixedPairs, long successPairs) {

  /** The interval; null where there is no event. */
  public @Nullable Interval interval() {
    if (events == 0) {
      return null;
    }
    ExactBinomial.requireCounts(successes, events);
    double share = (double) successes / events;
    return WilsonInterval.ofShare(share, events / Math.max(1, designEffect(share)));
  }

  /** With x and n of each person: the sum of (x - share * n)^2 over that of single events. */
  private double designEffect(double share) {
    double visits = events + 2.0 * pairs;
    if (successes == 0 || successes == events) {
      return visits / events;
    }
    double squares =
        successes
            + 2.0 * successPairs
            - 2 * share * (successes + mixedPairs)
            + share * share * visits;
    return squares / (events * share * (1 - share));
  }
}
