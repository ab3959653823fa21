package dev.earshot.models.statistics.proportions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.statistics.basics.Interval;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against R. G. Newcombe (1998), "Two-sided confidence intervals for the single proportion:
 * comparison of seven methods", Statistics in Medicine 17, table I, methods 3 and 5.
 */
class BinomialIntervalsTest {
  private static final double PRINTED = 0.00005;

  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718",
  })
  void wilsonAsNewcombePrintsIt(long successes, long trials, double lower, double upper) {
    assertInterval(lower, upper, WilsonInterval.of(successes, trials));
  }

  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2527, 0.3676",
    "15, 148, 0.0578, 0.1617",
    "0, 20, 0.0000, 0.1684",
    "1, 29, 0.0009, 0.1776",
  })
  void clopperPearsonAsNewcombePrintsIt(long successes, long trials, double lower, double upper) {
    assertInterval(lower, upper, ExactBinomial.interval(successes, trials));
  }

  /** Exact, by adding up the chances of every count, over shares from 0.5 to 99.5 %. */
  @ParameterizedTest
  @ValueSource(ints = {30, 100, 1000})
  void wilsonCoversAsStated(int trials) {
    double covered = 0;
    int shares = 100;
    for (int i = 0; i < shares; i++) {
      double share = (i + 0.5) / shares;
      BinomialDistribution counts = new BinomialDistribution(trials, share);
      for (int successes = 0; successes <= trials; successes++) {
        Interval interval = WilsonInterval.of(successes, trials);
        if (interval != null && interval.contains(share)) {
          covered += counts.probability(successes) / shares;
        }
      }
    }
    assertEquals(0.95, covered, 0.005);
  }

  @Test
  void allSuccessesReachOneExactly() {
    Interval wilson = WilsonInterval.of(10, 10);
    Interval exact = ExactBinomial.interval(10, 10);
    assertEquals(1, wilson.upper());
    assertEquals(1, exact.upper());
    assertEquals(Math.pow(0.025, 0.1), exact.lower(), 1e-9);
  }

  @Test
  void noTrialGivesNoInterval() {
    assertNull(WilsonInterval.of(0, 0));
    assertNull(ExactBinomial.interval(0, 0));
    assertEquals(1, ExactBinomial.evenChancePValue(0, 0));
  }

  @Test
  void signTestSumsTheTails() {
    assertEquals(2.0 / 1024, ExactBinomial.evenChancePValue(10, 10), 1e-15);
    assertEquals(2 * (1 + 10 + 45) / 1024.0, ExactBinomial.evenChancePValue(2, 10), 1e-14);
    assertEquals(1, ExactBinomial.evenChancePValue(5, 10));
  }

  /**
   * Of n successes alone the quantile has a closed form, 0.05^(1/(n+1)). With integers Beta's
   * distribution is a binomial tail: 5 % of 12 trials with this chance have 10 or more successes.
   */
  @Test
  void theLowerLimitOfABeta() {
    assertEquals(0.05, ExactBinomial.crediblyAtLeast(0, 0), 1e-12);
    assertEquals(Math.sqrt(0.05), ExactBinomial.crediblyAtLeast(1, 1), 1e-12);
    assertEquals(Math.pow(0.05, 1.0 / 11), ExactBinomial.crediblyAtLeast(10, 10), 1e-12);
    double chance = ExactBinomial.crediblyAtLeast(9, 11);
    BinomialDistribution successes = new BinomialDistribution(12, chance);
    assertEquals(0.05, 1 - successes.cumulativeProbability(9), 1e-10);
  }

  @Test
  void rejectsImpossibleCounts() {
    assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(3, 2));
    assertThrows(IllegalArgumentException.class, () -> ExactBinomial.interval(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
  }

  private static void assertInterval(double lower, double upper, Interval interval) {
    assertEquals(lower, interval.lower(), PRINTED);
    assertEquals(upper, interval.upper(), PRINTED);
  }
}
