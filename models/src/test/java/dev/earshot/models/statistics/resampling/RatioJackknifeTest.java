package dev.earshot.models.statistics.resampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import org.junit.jupiter.api.Test;

class RatioJackknifeTest {
  /**
   * The populations of ten cities in 1920 and 1930: A. C. Davison and D. V. Hinkley (1997),
   * "Bootstrap Methods and their Application", table 1.3, where the ratio is 1.520.
   */
  private static final long[] IN_1920 = {138, 93, 61, 179, 48, 37, 29, 23, 30, 2};

  private static final long[] IN_1930 = {143, 104, 69, 260, 75, 63, 50, 48, 111, 50};

  /** The ends by the formulas of the class, calculated with NumPy and SciPy's quantile of t. */
  @Test
  void ratioOfTheCityData() {
    Estimate estimate = RatioJackknife.of(IN_1930, IN_1920);
    assertNotNull(estimate);
    assertEquals(1.520, estimate.value(), 0.0005);
    assertEquals(1.0557360336033184, estimate.interval().lower(), 1e-9);
    assertEquals(2.189325763342009, estimate.interval().upper(), 1e-9);
  }

  @Test
  void orderOfTheUnitsDoesNotMatter() {
    long[] numerators = new long[10];
    long[] denominators = new long[10];
    for (int i = 0; i < 10; i++) {
      numerators[i] = IN_1930[9 - i];
      denominators[i] = IN_1920[9 - i];
    }
    assertEquals(RatioJackknife.of(IN_1930, IN_1920), RatioJackknife.of(numerators, denominators));
  }

  @Test
  void oneUnitBoundsNothing() {
    Interval unbounded = new Interval(0, Double.POSITIVE_INFINITY);
    assertEquals(new Estimate(0.25, unbounded), RatioJackknife.of(new long[] {1}, new long[] {4}));
    assertEquals(
        new Estimate(1.25, unbounded), RatioJackknife.of(new long[] {1, 4}, new long[] {4, 0}));
  }

  /** The exact upper ends of a Poisson count of 0 and 1 are 3.689 and 5.572 (Garwood, table I). */
  @Test
  void atMostOneUnitWithANumerator() {
    long[] twenty = {20, 20, 20, 20, 20, 20, 20, 20, 20, 20};
    Estimate none = RatioJackknife.of(new long[10], twenty);
    assertNotNull(none);
    assertEquals(0, none.value());
    assertEquals(0, none.interval().lower());
    assertEquals(3.689 / 200, none.interval().upper(), 0.0005 / 200);
    Estimate one = RatioJackknife.of(new long[] {0, 0, 7, 0, 0, 0, 0, 0, 0, 0}, twenty);
    assertNotNull(one);
    assertEquals(0.035, one.value(), 1e-15);
    assertEquals(0, one.interval().lower());
    assertEquals(5.572 * 7 / 200, one.interval().upper(), 0.0005 * 7 / 200);
  }

  /** Four times three: as one count of 12, so 3 times exp(t(3) / sqrt(12)). */
  @Test
  void unitsThatAgreeCountAsPoisson() {
    Estimate estimate = RatioJackknife.of(new long[] {3, 3, 3, 3}, new long[] {1, 1, 1, 1});
    assertNotNull(estimate);
    assertEquals(7.51803953760174, estimate.interval().upper(), 1e-9);
    assertEquals(9 / 7.51803953760174, estimate.interval().lower(), 1e-9);
  }

  @Test
  void noRatioOverNothing() {
    assertNull(RatioJackknife.of(new long[0], new long[0]));
    assertNull(RatioJackknife.of(new long[] {3, 4}, new long[] {0, 0}));
    assertThrows(
        IllegalArgumentException.class, () -> RatioJackknife.of(new long[] {-1}, new long[] {1}));
  }
}
