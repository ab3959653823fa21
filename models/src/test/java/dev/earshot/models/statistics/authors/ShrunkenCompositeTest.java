package dev.earshot.models.statistics.authors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.authors.ShrunkenComposite.Prior;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import org.junit.jupiter.api.Test;

class ShrunkenCompositeTest {
  private static final int PLUS = 0;
  private static final int MINUS = 2;

  private static final double NO_SHRINKAGE = 1e-12;

  /**
   * One part, no shrinkage: the case of {@link ClusteredRateTest#linearisedIntervalByHand}, se =
   * sqrt(40 / 39 * 60) / 50, t(39) = 2.022690920036761.
   */
  @Test
  void onePartWithoutShrinkageIsTheClusteredRate() {
    AuthorMoments moments = new AuthorMoments(1);
    moments.add(new int[] {0}, new long[] {1}, new long[] {1}, 20);
    moments.add(new int[] {0}, new long[] {0}, new long[] {1}, 10);
    moments.add(new int[] {0}, new long[] {-2}, new long[] {2}, 10);
    Estimate estimate =
        ShrunkenComposite.of(moments, new double[] {1}, 40, new Prior(0.5, 0), NO_SHRINKAGE);
    assertEquals(0, estimate.value(), 1e-12);
    assertEquals(-0.3173458606533658, estimate.interval().lower(), 1e-9);
    assertEquals(0.3173458606533658, estimate.interval().upper(), 1e-9);
  }

  /**
   * By hand, 3 authors, two parts of weight 1/2, k = 2, p = 0: author A is positive in both, B
   * negative in both, C positive in the first. B = (1, 0), n = (3, 2), s = (1/5, 0), scales 1/10
   * and 1/8. x is 1/10 * (1 - 1/5) + 1/8 = 0.205 for A, 1/10 * (-1 - 1/5) - 1/8 = -0.245 for B,
   * 0.08 for C; their mean is 0.04 / 3, and the sum of squared differences 0.1079166667. Error =
   * sqrt(3/2 * 0.1079166667) + (2/10 + 2/8) * 0.1, t(2) = 4.302652729749464.
   */
  @Test
  void authorsInSeveralPartsByHand() {
    AuthorMoments moments = new AuthorMoments(2);
    moments.add(new int[] {0, 1}, new long[] {1, 1}, new long[] {1, 1}, 1);
    moments.add(new int[] {0, 1}, new long[] {-1, -1}, new long[] {1, 1}, 1);
    moments.add(new int[] {0}, new long[] {1}, new long[] {1}, 2);
    moments.add(new int[] {0}, new long[] {1}, new long[] {1}, -1);
    double[] weights = {0.05, 0.05};
    Estimate tenth = ShrunkenComposite.of(moments, weights, 3, new Prior(0, 0.1), 2);
    double error = 0.1 * (Math.sqrt(1.5 * 0.10791666666666666) + 0.45 * 0.1);
    assertEquals(0.01, tenth.value(), 1e-15);
    assertEquals(0.01 - 4.302652729749464 * error, tenth.interval().lower(), 1e-12);
    assertEquals(0.01 + 4.302652729749464 * error, tenth.interval().upper(), 1e-12);
  }

  /** 6 of 10 positive, 20 pseudo-mentions at 0.1: (6 + 2) / 30. */
  @Test
  void pseudoMentionsCountAsMentions() {
    assertEquals(8.0 / 30, ShrunkenComposite.shrunken(6, 10, 0.1, 20), 1e-15);
    assertEquals(0.1, ShrunkenComposite.shrunken(0, 0, 0.1, 20), 1e-15);
  }

  @Test
  void priorIsTheClusteredRateWithItsError() {
    Prior prior =
        ShrunkenComposite.prior(
            ClusterTallies.of(3, 1, 0, 0, 20, 0, 1, 0, 10, 0, 0, 2, 10), PLUS, MINUS);
    assertNotNull(prior);
    assertEquals(0, prior.rate());
    assertEquals(Math.sqrt(40.0 / 39 * 60) / 50, prior.standardError(), 1e-12);
    assertNull(ShrunkenComposite.prior(new ClusterTallies(3), PLUS, MINUS));
    assertEquals(
        new Prior(1, 1), ShrunkenComposite.prior(ClusterTallies.of(3, 3, 0, 0, 1), PLUS, MINUS));
  }

  /**
   * Two authors, all positive, as are those of the prior: Wilson for 2 of 2 is 2 / (2 + 1.95996^2)
   * to 1, as a net rate -0.315239544986694 to 1. The weights of the mentions and of the prior, 2/22
   * and 20/22, have the same distance each.
   */
  @Test
  void authorsWhoAgreeLeaveRoomForOthers() {
    Prior prior = ShrunkenComposite.prior(ClusterTallies.of(3, 1, 0, 0, 2), PLUS, MINUS);
    assertNotNull(prior);
    assertEquals(1, prior.rate());
    assertEquals(1.315239544986694 / 12.706204736432095, prior.standardError(), 1e-9);
    AuthorMoments moments = new AuthorMoments(1);
    moments.add(new int[] {0}, new long[] {1}, new long[] {1}, 2);
    Estimate estimate = ShrunkenComposite.of(moments, new double[] {1}, 2, prior, 20);
    assertEquals(1, estimate.value());
    assertEquals(-0.315239544986694, estimate.interval().lower(), 1e-9);
    assertEquals(1, estimate.interval().upper());
  }

  /** Two million authors and one who differs are not of one mind. */
  @Test
  void oneWhoDiffersIsSeenAmongMillions() {
    AuthorMoments moments = new AuthorMoments(1);
    moments.add(new int[] {0}, new long[] {1}, new long[] {1}, 2_000_000);
    assertTrue(moments.isUnanimous(0));
    moments.add(new int[] {0}, new long[] {0}, new long[] {1}, 1);
    assertFalse(moments.isUnanimous(0));
  }

  @Test
  void oneAuthorSaysNothingOfOthers() {
    AuthorMoments moments = new AuthorMoments(1);
    moments.add(new int[] {0}, new long[] {1}, new long[] {1}, 1);
    Estimate estimate = ShrunkenComposite.of(moments, new double[] {1}, 1, new Prior(0, 1), 20);
    assertEquals(new Interval(-1, 1), estimate.interval());
    assertTrue(estimate.value() > 0);
  }
}
