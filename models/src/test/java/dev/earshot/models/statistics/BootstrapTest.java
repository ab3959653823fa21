package dev.earshot.models.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BootstrapTest {
  /**
   * The patch data of B. Efron and R. Tibshirani (1993), "An Introduction to the Bootstrap", table
   * 10.1: the ratio of the means is -0.0713.
   */
  private static final long[] PATCH_Y = {-1200, 2601, -2705, 1982, -1290, 351, -638, -2719};

  private static final long[] PATCH_Z = {8406, 2342, 8187, 8459, 4795, 3516, 4796, 10238};

  /**
   * All 6,435 distinct samples of the patch data, enumerated with their multinomial weights, give
   * the exact bootstrap quantiles. The 25th smallest of 1,000 lies between the exact quantiles 1.25
   * % and 3.75 % (2.5 % and 2.5 standard errors of a share of 1,000).
   */
  @Test
  void ratioOfThePatchData() {
    Estimate estimate = RatioBootstrap.of(PATCH_Y, PATCH_Z, 1993);
    assertNotNull(estimate);
    assertEquals(-0.0713, estimate.value(), 0.00005);
    assertBetween(-0.24624, -0.22136187656570258, estimate.interval().lower());
    assertBetween(0.13879268773837183, 0.2070326225033109, estimate.interval().upper());
  }

  @Test
  void sameSeedSameDoublesInAnyOrderOfUnits() {
    long[] numerators = PATCH_Y.clone();
    long[] denominators = PATCH_Z.clone();
    for (int i = 0; i < 4; i++) {
      numerators[i] = PATCH_Y[7 - i];
      numerators[7 - i] = PATCH_Y[i];
      denominators[i] = PATCH_Z[7 - i];
      denominators[7 - i] = PATCH_Z[i];
    }
    Estimate expected = RatioBootstrap.of(PATCH_Y, PATCH_Z, 5);
    assertEquals(expected, RatioBootstrap.of(numerators, denominators, 5));
    assertEquals(expected, RatioBootstrap.of(PATCH_Y, PATCH_Z, 5));
  }

  @Test
  void noRatioOverNothing() {
    assertNull(RatioBootstrap.of(new long[0], new long[0], 1));
    assertNull(RatioBootstrap.of(new long[] {3, 4}, new long[] {0, 0}, 1));
    assertNull(HistogramBootstrap.mean(new ValueHistogram(), 1));
    assertNull(HistogramBootstrap.median(new ValueHistogram(), 1));
  }

  @Test
  void rejectsUnitsThatDoNotPair() {
    long[] one = {1};
    assertThrows(
        IllegalArgumentException.class, () -> RatioBootstrap.of(one, new long[] {1, 2}, 1));
    assertThrows(IllegalArgumentException.class, () -> RatioBootstrap.of(one, new long[] {-1}, 1));
  }

  /** A quarter of the samples of (0/1, 1/0) has no denominator; the others have ratio 0 or 1. */
  @Test
  void samplesWithoutDenominatorAreLeftOut() {
    assertEquals(
        new Estimate(1, new Interval(0, 1)),
        RatioBootstrap.of(new long[] {0, 1}, new long[] {1, 0}, 3));
  }

  /** Mean of a 0/1 variable: the bootstrap distribution is Bin(n, p)/n, here Bin(1000, 0.3). */
  @Test
  void meanOfManyUnitsHasTheBinomialQuantiles() {
    ValueHistogram histogram = new ValueHistogram();
    histogram.add(0, 700);
    histogram.add(1, 300);
    Estimate estimate = HistogramBootstrap.mean(histogram, 17);
    assertNotNull(estimate);
    assertEquals(0.3, estimate.value());
    double error = Math.sqrt(0.3 * 0.7 / 1000);
    assertBetween(0.3 - 2.24 * error - 0.001, 0.3 - 1.78 * error, estimate.interval().lower());
    assertBetween(0.3 + 1.78 * error, 0.3 + 2.24 * error + 0.001, estimate.interval().upper());
  }

  @Test
  void medianOfHistograms() {
    ValueHistogram three = ValueHistogram.of(new long[] {1, 1, 2, 1, 3, 1});
    assertEquals(new Estimate(2, new Interval(1, 3)), HistogramBootstrap.median(three, 1));
    ValueHistogram firm = ValueHistogram.of(new long[] {1, 10, 2, 80, 3, 10});
    assertEquals(new Estimate(2, new Interval(2, 2)), HistogramBootstrap.median(firm, 1));
    Estimate even =
        HistogramBootstrap.median(ValueHistogram.of(new long[] {1, 1, 2, 1, 3, 1, 10, 1}), 1);
    assertNotNull(even);
    assertEquals(2.5, even.value());
    assertEquals(new Interval(1, 10), even.interval());
  }

  @Test
  void histogramsMergeExactly() {
    ValueHistogram whole = ValueHistogram.of(new long[] {-3, 2, 5, 1});
    ValueHistogram part = new ValueHistogram();
    part.add(5, 1);
    part.add(-3, 1);
    part.merge(ValueHistogram.of(new long[] {-3, 1}));
    assertEquals(whole, part);
    assertEquals(3, part.unitCount());
  }

  private static void assertBetween(double minimum, double maximum, double actual) {
    assertTrue(minimum <= actual && actual <= maximum, () -> "was " + actual);
  }
}
