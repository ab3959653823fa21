package dev.earshot.models.quantification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.SplitMix64;
import org.junit.jupiter.api.Test;

class AdjustedNetTest {
  /** A classifier like the shipped one: how often each class is taken for each. */
  private static final double[][] ERRORS = {
    {0.70, 0.22, 0.08}, {0.17, 0.60, 0.23}, {0.06, 0.14, 0.80}
  };

  /** Of a classifier that never errs nothing is corrected but for the pseudo-items. */
  @Test
  void leavesAPerfectClassifierAlone() {
    Calibration calibration =
        Calibration.of(new long[] {100_000, 0, 0, 0, 100_000, 0, 0, 0, 100_000}, 3);
    assertNotNull(calibration);
    AuthorSentiments said = new AuthorSentiments();
    said.add(1, 0, 0, 300);
    said.add(0, 1, 0, 500);
    said.add(0, 0, 1, 200);
    Estimate net = AdjustedNet.of(calibration).of(said);
    assertNotNull(net);
    assertEquals(0.1, net.value(), 1e-4);
    assertTrue(net.interval().contains(0.1));
  }

  @Test
  void hasNoneWithoutMentions() {
    Calibration calibration = Calibration.of(new long[] {50, 5, 5, 5, 50, 5, 5, 5, 50}, 3);
    assertNotNull(calibration);
    assertNull(AdjustedNet.of(calibration).of(new AuthorSentiments()));
  }

  /**
   * Simulated: 300 labels at even shares, then 200 authors with one to five mentions each, whose
   * opinions lean the same way, at quite another mix. Counting holds the truth in hardly any set;
   * the interval in at least 93 of 100, as its stretch makes it wide rather than narrow.
   */
  @Test
  void intervalHoldsTheTruthWhereTheMixShifts() {
    double[][] mixes = {{0.6, 0.25, 0.15}, {0.15, 0.3, 0.55}, {0.1, 0.8, 0.1}};
    SplitMix64 random = new SplitMix64(7);
    int covered = 0;
    int counted = 0;
    int sets = 240;
    for (int set = 0; set < sets; set++) {
      AdjustedNet net = AdjustedNet.of(labelled(random, 300));
      double[] mix = mixes[set % mixes.length];
      AuthorSentiments said = new AuthorSentiments();
      for (int author = 0; author < 200; author++) {
        addAuthor(said, random, mix);
      }
      Estimate estimate = net.of(said);
      assertNotNull(estimate);
      double truth = mix[2] - mix[0];
      covered += estimate.interval().contains(truth) ? 1 : 0;
      double raw = (double) (said.positiveCount() - said.negativeCount()) / said.mentionCount();
      counted += Math.abs(raw - truth) > Math.abs(estimate.value() - truth) ? 1 : 0;
    }
    assertTrue(covered >= 0.93 * sets, "covered " + covered + " of " + sets);
    assertTrue(counted >= 0.6 * sets, "nearer than counting " + counted + " of " + sets);
  }

  private static Calibration labelled(SplitMix64 random, int labels) {
    long[] counts = new long[9];
    for (int i = 0; i < labels; i++) {
      int actual = i % 3;
      counts[actual * 3 + draw(random, ERRORS[actual])]++;
    }
    Calibration calibration = Calibration.of(counts, 3);
    assertNotNull(calibration);
    return calibration;
  }

  /** Half of an author's later mentions repeat the first one's opinion. */
  private static void addAuthor(AuthorSentiments said, SplitMix64 random, double[] mix) {
    int[] counts = new int[3];
    int mentions = 1 + (int) (uniform(random) * 5);
    int first = draw(random, mix);
    for (int i = 0; i < mentions; i++) {
      int opinion = uniform(random) < 0.5 ? first : draw(random, mix);
      counts[draw(random, ERRORS[opinion])]++;
    }
    said.add(counts[2], counts[1], counts[0], 1);
  }

  private static int draw(SplitMix64 random, double[] shares) {
    double u = uniform(random);
    int k = 0;
    while (k < shares.length - 1 && u >= shares[k]) {
      u -= shares[k];
      k++;
    }
    return k;
  }

  private static double uniform(SplitMix64 random) {
    return (random.next() >>> 11) * 0x1.0p-53;
  }
}
