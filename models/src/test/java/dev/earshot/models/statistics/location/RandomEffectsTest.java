package dev.earshot.models.statistics.location;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.statistics.location.RandomEffects.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomEffectsTest {
  /**
   * The thirteen trials of BCG vaccine of G. A. Colditz et al. (1994, JAMA 271, 698-702): ill and
   * well of the vaccinated, ill and well of the others.
   */
  private static final int[][] TRIALS = {
    {4, 119, 11, 128},
    {6, 300, 29, 274},
    {3, 228, 11, 209},
    {62, 13_536, 248, 12_619},
    {33, 5_036, 47, 5_761},
    {180, 1_361, 372, 1_079},
    {8, 2_537, 10, 619},
    {505, 87_886, 499, 87_892},
    {29, 7_470, 45, 7_232},
    {17, 1_699, 65, 1_600},
    {186, 50_448, 141, 27_197},
    {5, 2_493, 3, 2_338},
    {27, 16_886, 29, 17_825},
  };

  /**
   * Of their log risk ratios the R package metafor gives tau^2 = 0.3181 by the same estimator (W.
   * Viechtbauer, 2010, Journal of Statistical Software 36(3); its method "PM"). The mean and its
   * error were worked out apart.
   */
  @Test
  void givesThePublishedVariance() {
    List<Sample> samples = new ArrayList<>();
    for (int[] trial : TRIALS) {
      double vaccinated = trial[0] + trial[1];
      double others = trial[2] + trial[3];
      samples.add(
          new Sample(
              Math.log(trial[0] / vaccinated / (trial[2] / others)),
              1.0 / trial[0] - 1 / vaccinated + 1.0 / trial[2] - 1 / others));
    }
    RandomEffects effects = RandomEffects.of(samples);
    assertEquals(0.3181, effects.variance(), 5e-5);
    assertEquals(-0.7150, effects.mean(), 5e-4);
    assertEquals(0.1809, Math.sqrt(effects.meanVariance()), 5e-4);
  }

  /** Two values that differ by less than their errors show no spread: their weighted mean. */
  @Test
  void hasNoVarianceWhereErrorsExplainAll() {
    RandomEffects effects = RandomEffects.of(List.of(new Sample(1, 1), new Sample(2, 3)));
    assertEquals(0, effects.variance());
    assertEquals(1.25, effects.mean(), 1e-12);
    assertEquals(0.75, effects.meanVariance(), 1e-12);
  }
}
