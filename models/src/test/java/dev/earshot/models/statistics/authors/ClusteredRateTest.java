package dev.earshot.models.statistics.authors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import org.junit.jupiter.api.Test;

class ClusteredRateTest {
  private static final int PLUS = 0;
  private static final int MINUS = 2;

  /**
   * By hand: P = N = 20, n = 50, d = 0, so u_a is 1 (20 authors), 0 (10) and -2 (10), sum(u_a^2) =
   * 60, se = sqrt(40 / 39 * 60) / 50, and t(39) = 2.022690920036761.
   */
  @Test
  void linearisedIntervalByHand() {
    Estimate estimate =
        ClusteredRate.net(tallies(1, 0, 0, 20, 0, 1, 0, 10, 0, 0, 2, 10), PLUS, MINUS);
    assertNotNull(estimate);
    assertEquals(0, estimate.value());
    assertEquals(-0.3173458606533658, estimate.interval().lower(), 1e-12);
    assertEquals(0.3173458606533658, estimate.interval().upper(), 1e-12);
  }

  /**
   * By hand: of 40 authors, 10 have no opinion. P = 20, N = 20, r = 1/2, G = 30, u_a is 1/2 (20
   * authors) and -1 (10), sum(u_a^2) = 15, se = sqrt(30 / 29 * 15) / 40, t(29) = 2.045229642132703.
   */
  @Test
  void opinionsLeaveOutAuthorsWithoutOne() {
    Estimate estimate =
        ClusteredRate.share(tallies(1, 0, 0, 20, 0, 1, 0, 10, 0, 0, 2, 10), PLUS, MINUS);
    assertNotNull(estimate);
    assertEquals(0.5, estimate.value());
    double half = Math.sqrt(450.0 / 29) / 40 * 2.045229642132703;
    assertEquals(0.5 - half, estimate.interval().lower(), 1e-12);
    assertEquals(0.5 + half, estimate.interval().upper(), 1e-12);
  }

  /** One mention per author: the clustered error is that of a mean, sqrt(s^2 / G). */
  @Test
  void withoutRepetitionTheErrorIsThatOfAMean() {
    Estimate estimate =
        ClusteredRate.net(tallies(1, 0, 0, 60, 0, 1, 0, 20, 0, 0, 1, 20), PLUS, MINUS);
    assertNotNull(estimate);
    double variance = (0.8 - 0.4 * 0.4) * 100 / 99;
    double half = 1.9842169515864174 * Math.sqrt(variance / 100);
    assertEquals(0.4 - half, estimate.interval().lower(), 1e-12);
    assertEquals(0.4 + half, estimate.interval().upper(), 1e-12);
  }

  /** The samples of two authors are -1, 0, 0 and 1. */
  @Test
  void fewAuthorsAreResampled() {
    assertEquals(
        new Estimate(0, new Interval(-1, 1)),
        ClusteredRate.net(tallies(1, 0, 0, 1, 0, 0, 1, 1), PLUS, MINUS));
  }

  @Test
  void sameDoublesHoweverTheTalliesCame() {
    long[] cell = {0, 0, 3, 2, 1, 0, 0, 7, 1, 1, 1, 4, 2, 0, 1, 3};
    long[] turned = {2, 0, 1, 3, 1, 1, 1, 4, 1, 0, 0, 7, 0, 0, 3, 2};
    Estimate expected = ClusteredRate.net(ClusterTallies.of(3, cell), PLUS, MINUS);
    assertEquals(expected, ClusteredRate.net(ClusterTallies.of(3, turned), PLUS, MINUS));
  }

  @Test
  void noAuthorNoRate() {
    assertNull(ClusteredRate.net(new ClusterTallies(3), PLUS, MINUS));
    assertNull(ClusteredRate.share(tallies(0, 3, 0, 50), PLUS, MINUS));
  }

  @Test
  void oneAuthorSaysNothingOfOthers() {
    ClusterTallies one = tallies(3, 1, 0, 1);
    assertEquals(new Estimate(0.75, new Interval(-1, 1)), ClusteredRate.net(one, PLUS, MINUS));
    assertEquals(new Estimate(1, new Interval(0, 1)), ClusteredRate.share(one, PLUS, MINUS));
  }

  /** Wilson's lower end of 12 of 12 is 0.7575059933447592. */
  @Test
  void unanimousAuthorsAreNotCertainty() {
    ClusterTallies unanimous = tallies(1, 0, 0, 8, 5, 0, 0, 4);
    Estimate net = ClusteredRate.net(unanimous, PLUS, MINUS);
    assertNotNull(net);
    assertEquals(1, net.value());
    assertEquals(2 * 0.7575059933447592 - 1, net.interval().lower(), 1e-12);
    assertEquals(1, net.interval().upper());
    Estimate opinion = ClusteredRate.share(unanimous, PLUS, MINUS);
    assertNotNull(opinion);
    assertEquals(0.7575059933447592, opinion.interval().lower(), 1e-12);
  }

  @Test
  void aNegativeNumberOfAuthorsIsRefused() {
    ClusterTallies part = tallies(1, 0, 0, -1);
    assertThrows(IllegalArgumentException.class, () -> ClusteredRate.net(part, PLUS, MINUS));
  }

  @Test
  void reliableFromFortyEffectiveAuthorsAndFiveOfEachOpinion() {
    assertTrue(ClusteredRate.isNetReliable(tallies(1, 0, 0, 35, 0, 0, 1, 5), PLUS, MINUS));
    assertFalse(ClusteredRate.isNetReliable(tallies(1, 0, 0, 36, 0, 0, 1, 4), PLUS, MINUS));
    assertFalse(ClusteredRate.isNetReliable(tallies(1, 0, 0, 34, 0, 0, 1, 5), PLUS, MINUS));
    assertFalse(
        ClusteredRate.isNetReliable(tallies(1, 0, 0, 90, 0, 0, 1, 9, 0, 0, 99, 1), PLUS, MINUS));
    ClusterTallies mostlyNeutral = tallies(0, 1, 0, 90, 1, 0, 0, 5, 0, 0, 1, 5);
    assertTrue(ClusteredRate.isNetReliable(mostlyNeutral, PLUS, MINUS));
    assertFalse(ClusteredRate.isShareReliable(mostlyNeutral, PLUS, MINUS));
    assertFalse(ClusteredRate.isNetReliable(new ClusterTallies(3), PLUS, MINUS));
  }

  private static ClusterTallies tallies(long... array) {
    return ClusterTallies.of(3, array);
  }
}
