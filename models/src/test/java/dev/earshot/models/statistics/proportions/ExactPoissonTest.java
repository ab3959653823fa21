package dev.earshot.models.statistics.proportions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import org.junit.jupiter.api.Test;

class ExactPoissonTest {
  /** Pearson and Hartley (1966), "Biometrika Tables for Statisticians" I, table 40. */
  @Test
  void publishedLimits() {
    assertInterval(0, 3.69, ExactPoisson.interval(0), 0.005);
    assertInterval(0.0253, 5.57, ExactPoisson.interval(1), 0.005);
    assertInterval(0.619, 8.77, ExactPoisson.interval(3), 0.005);
    assertInterval(4.80, 18.39, ExactPoisson.interval(10), 0.005);
    assertInterval(37.11, 65.92, ExactPoisson.interval(50), 0.005);
    assertThrows(IllegalArgumentException.class, () -> ExactPoisson.interval(-1));
  }

  /**
   * 10 events, and 3 in seven times the period: 10 - 3/7 = 9.571; from the limits above, down by
   * the root of 5.20^2 + (5.77/7)^2 = 5.27, up by that of 8.39^2 + (2.381/7)^2 = 8.40.
   */
  @Test
  void theExcessOverAnotherPeriod() {
    Estimate excess = ExactPoisson.excess(10, 3, 7);
    assertEquals(67 / 7.0, excess.value());
    assertInterval(9.571 - 5.27, 9.571 + 8.40, excess.interval(), 0.01);
  }

  private static void assertInterval(double lower, double upper, Interval found, double tolerance) {
    assertEquals(lower, found.lower(), tolerance);
    assertEquals(upper, found.upper(), tolerance);
  }
}
