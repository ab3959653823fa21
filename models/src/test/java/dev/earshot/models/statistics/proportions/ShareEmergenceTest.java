package dev.earshot.models.statistics.proportions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.BenjaminiHochberg;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareEmergenceTest {
  /** Worked out with numpy, and scipy.stats.binom.sf. */
  @ParameterizedTest
  @CsvSource({
    "20, 100, 0, 2800, 0.0, 4.911723280347482, 5.649890644932793e-30",
    "6, 120, 28, 3360, 0.01, 4.024084159518916, 0.0009835574070988222",
    "5, 60, 140, 1680, 0.0833, 0.15519403239726787, 0.5625909016801579",
    "0, 50, 30, 1400, 0.02, -0.5099877907847858, 1.0",
    "90, 100, 1200, 2800, 0.4, 7.455310728930065, 5.880673735008127e-10",
  })
  void hasTheOddsAndTheChanceOfAnIndependentCalculation(
      long count, long of, long before, long ofBefore, double background, double z, double p) {
    assertEquals(z, ShareEmergence.zScore(count, of, before, ofBefore, background), 1e-9);
    assertEquals(p, ShareEmergence.pValue(count, of, before, ofBefore), 1e-9);
  }

  @Test
  void countsMustFit() {
    assertThrows(IllegalArgumentException.class, () -> ShareEmergence.zScore(5, 4, 0, 10, 0.1));
    assertThrows(IllegalArgumentException.class, () -> ShareEmergence.pValue(1, 4, 11, 10));
  }

  /**
   * A thousand phrases by Zipf's law that nobody uses more than before, of which only those of five
   * authors are looked at, over 1,000 days: on how many days is any called.
   */
  @Test
  void isQuietWhereNothingRises() {
    Random random = new Random(20260301);
    int days = 1_000;
    int phrases = 1_000;
    int authors = 150;
    int alarms = 0;
    for (int day = 0; day < days; day++) {
      double[] pValues = new double[phrases];
      boolean[] isShown = new boolean[phrases];
      for (int phrase = 0; phrase < phrases; phrase++) {
        double share = 0.1 / (phrase + 1);
        long now = binomial(authors, share, random);
        pValues[phrase] =
            ShareEmergence.pValue(
                now, authors, binomial(28 * authors, share, random), 28L * authors);
        isShown[phrase] = now >= 5;
      }
      double[] qValues = BenjaminiHochberg.qValues(pValues);
      if (IntStream.range(0, phrases).anyMatch(i -> isShown[i] && qValues[i] <= 0.05)) {
        alarms++;
      }
    }
    assertTrue(alarms <= 0.05 * days, alarms + " of " + days + " days");
  }

  private static long binomial(int trials, double chance, Random random) {
    long successes = 0;
    double next = Math.log1p(-random.nextDouble()) / Math.log1p(-chance);
    for (double at = next; at < trials; at += 1 + Math.floor(next)) {
      successes++;
      next = Math.log1p(-random.nextDouble()) / Math.log1p(-chance);
    }
    return successes;
  }
}
