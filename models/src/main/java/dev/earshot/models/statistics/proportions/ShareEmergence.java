package dev.earshot.models.statistics.proportions;

/**
 * How much more often something is said now than before: the difference of log odds of two shares,
 * in standard errors, under a prior that is worth a few units with the share that is usual
 * everywhere. What is rare needs more than one mention to stand out, and what is said everywhere
 * stands out only where it rises.
 *
 * <p>B. L. Monroe, M. P. Colaresi, K. M. Quinn (2008), "Fightin' Words: lexical feature selection
 * and evaluation for identifying the content of political conflict", Political Analysis 16,
 * 372-403, equations 15, 16, 19 and 22, for one word against all others: the variance has the terms
 * of both, since a topic need not be rare.
 */
public final class ShareEmergence {
  /** How many units the prior is worth, beside the half of each kind that keeps it proper. */
  static final double PRIOR_UNITS = 20;

  private static final double HALF = 0.5;

  private ShareEmergence() {}

  /**
   * The difference of log odds in standard errors, above 0 where the share rose.
   *
   * @param count units with it now
   * @param of all units now, at least {@code count}
   * @param countBefore units with it before
   * @param ofBefore all units before, at least {@code countBefore}
   * @param background the share of units with it that is usual, from 0 to 1
   */
  public static double zScore(
      long count, long of, long countBefore, long ofBefore, double background) {
    ExactBinomial.requireCounts(count, of);
    ExactBinomial.requireCounts(countBefore, ofBefore);
    double with = HALF + PRIOR_UNITS * background;
    double without = HALF + PRIOR_UNITS * (1 - background);
    double yes = count + with;
    double no = of - count + without;
    double yesBefore = countBefore + with;
    double noBefore = ofBefore - countBefore + without;
    double difference = Math.log(yes / no) - Math.log(yesBefore / noBefore);
    return difference / Math.sqrt(1 / yes + 1 / no + 1 / yesBefore + 1 / noBefore);
  }

  /**
   * How likely at least so many of the units with it fall into the later time by chance, where the
   * share did not rise: exact, given how many there are in all. The normal approximation of the z
   * score is too sure where few are expected, and what many speak of is chosen for being many.
   *
   * @return from 0 to 1; 1 where there is none
   */
  public static double pValue(long count, long of, long countBefore, long ofBefore) {
    ExactBinomial.requireCounts(count, of);
    ExactBinomial.requireCounts(countBefore, ofBefore);
    return count == 0
        ? 1
        : ExactBinomial.atLeastPValue(count, count + countBefore, (double) of / (of + ofBefore));
  }
}
