package dev.earshot.models.quantification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Worked examples, by hand. */
class QuantifiersTest {
  private static final double EXACT = 1e-12;

  @Test
  void countsPredictions() {
    assertArrayEquals(
        new double[] {0.2, 0.5, 0.3}, Quantifiers.classifyAndCount(new long[] {2, 5, 3}), EXACT);
    assertThrows(
        IllegalArgumentException.class, () -> Quantifiers.classifyAndCount(new long[] {0, 0}));
  }

  @Test
  void averagesProbabilities() {
    List<double[]> items = List.of(new double[] {0.9, 0.1}, new double[] {0.3, 0.7});
    assertArrayEquals(new double[] {0.6, 0.4}, Quantifiers.probabilisticCount(items), EXACT);
    assertThrows(IllegalArgumentException.class, () -> Quantifiers.probabilisticCount(List.of()));
  }

  /**
   * Forman's two-class case: p = (observed - fpr) / (tpr - fpr). Of the labelled, 160 of 199 and 40
   * of 199 are taken for the first class; with half an item in each cell that is tpr = 160.5 / 200
   * and fpr = 40.5 / 200. 50 % observed are (0.5 - 0.2025) / 0.6 = 0.495833...
   */
  @Test
  void adjustsTheCount() {
    Calibration calibration = calibration(new long[] {160, 39, 40, 159}, 2);
    double[] shares = Quantifiers.adjustedCount(new long[] {50, 50}, calibration);
    assertEquals((0.5 - 0.2025) / 0.6, shares[0], EXACT);
    assertEquals(1 - (0.5 - 0.2025) / 0.6, shares[1], EXACT);
  }

  /** Fewer than the false positives alone: no share below zero. */
  @Test
  void keepsAdjustedSharesInRange() {
    Calibration calibration = calibration(new long[] {160, 39, 40, 159}, 2);
    assertArrayEquals(
        new double[] {0, 1}, Quantifiers.adjustedCount(new long[] {1, 99}, calibration), EXACT);
  }

  /**
   * The adjusted share of 50 % is 0.495833 as above. Behind a prediction of the first class are 160
   * of 200 and of the second 39 of 198, with two items of the even mix 161 / 202 and 40 / 200.
   */
  @Test
  void blendsAdjustedAndExpectedShares() {
    Calibration calibration = calibration(new long[] {160, 39, 40, 159}, 2);
    double adjusted = (0.5 - 0.2025) / 0.6;
    double expected = 0.5 * 161 / 202 + 0.5 * 40 / 200;
    double[] shares = Quantifiers.blendedCount(new long[] {50, 50}, calibration);
    assertEquals((adjusted + expected) / 2, shares[0], EXACT);
  }

  /**
   * Mean probability of the first class: 0.7 for its items, 0.2 for the others; (0.4 - 0.2)/0.5.
   */
  @Test
  void adjustsProbabilities() {
    ProbabilityCalibration calibration =
        ProbabilityCalibration.of(
            List.of(
                new double[] {0.8, 0.2},
                new double[] {0.6, 0.4},
                new double[] {0.1, 0.9},
                new double[] {0.3, 0.7}),
            List.of(0, 0, 1, 1),
            2);
    assertNotNull(calibration);
    List<double[]> items = List.of(new double[] {0.5, 0.5}, new double[] {0.3, 0.7});
    double[] shares = Quantifiers.probabilisticAdjustedCount(items, calibration);
    assertArrayEquals(new double[] {0.4, 0.6}, shares, EXACT);
  }

  /**
   * Two kinds of items, of which a classifier calibrated for an even prior says 0.8 and 0.2. In a
   * set with a share q of the first class, 0.8 q + 0.2 (1 - q) of the items are of the first kind;
   * the maximum of the likelihood is q itself. With q = 0.3, that is 38 of 100.
   */
  @Test
  void findsTheSharesOfGreatestLikelihood() {
    List<double[]> items = new ArrayList<>();
    items.addAll(Collections.nCopies(38, new double[] {0.8, 0.2}));
    items.addAll(Collections.nCopies(62, new double[] {0.2, 0.8}));
    double[] shares = Quantifiers.expectationMaximisation(items, new double[] {0.5, 0.5});
    assertArrayEquals(new double[] {0.3, 0.7}, shares, 1e-5);
  }

  /** One step from an even prior is the mean of the probabilities; where they are sure, it ends. */
  @Test
  void countsWhatIsSure() {
    List<double[]> items =
        List.of(new double[] {1, 0}, new double[] {0, 1}, new double[] {0, 1}, new double[] {0, 1});
    double[] shares = Quantifiers.expectationMaximisation(items, new double[] {0.5, 0.5});
    assertArrayEquals(new double[] {0.25, 0.75}, shares, EXACT);
  }

  /** By hand: subtracting 0.1 from what stays above zero leaves 0.9 and 0.1. */
  @Test
  void findsTheNearestShares() {
    assertArrayEquals(
        new double[] {0.9, 0.1, 0}, Simplex.nearest(new double[] {1.0, 0.2, -0.2}), EXACT);
    assertArrayEquals(
        new double[] {0.2, 0.3, 0.5}, Simplex.nearest(new double[] {0.2, 0.3, 0.5}), EXACT);
  }

  @Test
  void refusesLabelsThatTellNothing() {
    assertNull(Calibration.of(new long[] {50, 50, 5, 4}, 2), "nine items of the second class");
    assertNull(Calibration.of(new long[] {50, 50, 50, 50}, 2), "predictions that tell nothing");
    assertNull(
        ProbabilityCalibration.of(List.of(new double[] {1, 0}), List.of(0), 2), "no second class");
  }

  @Test
  void readsWhatItWrote() {
    long[] counts = {31, 2, 0, 4, 50, 6, 7, 8, 90};
    CalibrationFile file = new CalibrationFile();
    file.put("en", "0123456789ab", counts);
    CalibrationFile read = CalibrationFile.parse("c.tsv", file.write());
    assertArrayEquals(counts, read.counts().get("en"));
    assertEquals(Map.of("en", "0123456789ab"), read.models());
    assertEquals("en\t0123456789ab\tnegative\tneutral\t2", file.write().lines().toList().get(2));
  }

  @Test
  void saysWhereACalibrationIsWrong() {
    String header = "language\tmodel\tactual\tpredicted\tcount\n";
    for (String line :
        List.of("en\tm\tgood\tneutral\t1", "en\tm\tneutral\tneutral\t-1", "en\tneutral")) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> CalibrationFile.parse("c.tsv", header + line));
      assertEquals(
          "c.tsv, line 2: expected language, model, two of [negative, neutral, positive] and a"
              + " count, by tabs",
          e.getMessage());
    }
    String twoModels = header + "en\tm\tneutral\tneutral\t1\nen\tn\tneutral\tneutral\t1\n";
    assertEquals(
        "c.tsv, line 3: expected the model m as above for en",
        assertThrows(
                IllegalArgumentException.class, () -> CalibrationFile.parse("c.tsv", twoModels))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> CalibrationFile.parse("c.tsv", "x"));
  }

  private static Calibration calibration(long[] counts, int classes) {
    Calibration calibration = Calibration.of(counts, classes);
    assertNotNull(calibration);
    return calibration;
  }
}
