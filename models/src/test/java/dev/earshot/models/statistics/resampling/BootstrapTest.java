package dev.earshot.models.statistics.resampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.location.ValueHistogram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    RatioUnits units = RatioUnits.of(PATCH_Y, PATCH_Z);
    assertEquals(-0.0713, units.ratio(), 0.00005);
    Interval interval = RatioBootstrap.interval(units);
    assertBetween(-0.24624, -0.22136187656570258, interval.lower());
    assertBetween(0.13879268773837183, 0.2070326225033109, interval.upper());
  }

  @Test
  void sameDoublesInAnyOrderOfUnits() {
    long[] numerators = PATCH_Y.clone();
    long[] denominators = PATCH_Z.clone();
    for (int i = 0; i < 4; i++) {
      numerators[i] = PATCH_Y[7 - i];
      numerators[7 - i] = PATCH_Y[i];
      denominators[i] = PATCH_Z[7 - i];
      denominators[7 - i] = PATCH_Z[i];
    }
    Interval expected = RatioBootstrap.interval(RatioUnits.of(PATCH_Y, PATCH_Z));
    assertEquals(expected, RatioBootstrap.interval(RatioUnits.of(numerators, denominators)));
    assertEquals(expected, RatioBootstrap.interval(RatioUnits.of(PATCH_Y, PATCH_Z)));
  }

  /** More cells than are kept, so that each place is taken by several in turn. */
  @Test
  void whatIsKeptIsWhatWouldBeDrawnAgain() {
    List<Interval> first = intervals();
    assertEquals(first, intervals());
    assertTrue(new HashSet<>(first).size() > 100, "cells differ");
  }

  private static List<Interval> intervals() {
    List<Interval> intervals = new ArrayList<>();
    for (int ours = 1; ours <= 30; ours++) {
      for (int others = 1; others <= 30; others++) {
        for (int denominator = 1; denominator <= 20; denominator++) {
          intervals.add(
              RatioBootstrap.interval(
                  RatioUnits.of(
                      new long[] {0, 1}, new long[] {denominator, 1}, new long[] {ours, others})));
        }
      }
    }
    return intervals;
  }

  @Test
  void rejectsUnitsThatDoNotPair() {
    long[] one = {1};
    assertThrows(IllegalArgumentException.class, () -> RatioUnits.of(one, new long[] {1, 2}));
    assertThrows(IllegalArgumentException.class, () -> RatioUnits.of(one, new long[] {-1}));
  }

  /** A quarter of the samples of (0/1, 1/0) has no denominator; the others have ratio 0 or 1. */
  @Test
  void samplesWithoutDenominatorAreLeftOut() {
    assertEquals(
        new Interval(0, 1),
        RatioBootstrap.interval(RatioUnits.of(new long[] {0, 1}, new long[] {1, 0})));
  }

  /** Mean of a 0/1 variable: the bootstrap distribution is Bin(n, p)/n, here Bin(1000, 0.3). */
  @Test
  void meanOfManyUnitsHasTheBinomialQuantiles() {
    RatioUnits units = RatioUnits.of(new long[] {0, 1}, new long[] {1, 1}, new long[] {700, 300});
    Interval interval = RatioBootstrap.interval(units);
    double error = Math.sqrt(0.3 * 0.7 / 1000);
    assertBetween(0.3 - 2.24 * error - 0.001, 0.3 - 1.78 * error, interval.lower());
    assertBetween(0.3 + 1.78 * error, 0.3 + 2.24 * error + 0.001, interval.upper());
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
