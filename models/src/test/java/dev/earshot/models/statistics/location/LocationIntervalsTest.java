package dev.earshot.models.statistics.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import org.junit.jupiter.api.Test;

class LocationIntervalsTest {
  private static final Interval EVERYTHING =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** The ends as SciPy's stats.t.interval(0.95, 5, mean, sem) gives them. */
  @Test
  void studentsMean() {
    Estimate mean = StudentMean.of(ValueHistogram.of(new long[] {2, 1, 4, 2, 5, 1, 7, 1, 9, 1}));
    assertNotNull(mean);
    assertEquals(31 / 6.0, mean.value(), 1e-15);
    assertEquals(2.5606268548543683, mean.interval().lower(), 1e-9);
    assertEquals(7.772706478478966, mean.interval().upper(), 1e-9);
    assertEquals(new Estimate(7, EVERYTHING), StudentMean.of(ValueHistogram.of(new long[] {7, 1})));
    assertNull(StudentMean.of(new ValueHistogram()));
  }

  /**
   * The ranks are those of tables of the sign test: 1 and n for n of 6 to 8, 2 and 9 of 10, 6 and
   * 15 of 20 (W. J. Conover, 1999, "Practical Nonparametric Statistics", 3rd edition, table A3).
   */
  @Test
  void medianBetweenOrderStatistics() {
    assertEquals(new Estimate(3, EVERYTHING), median(5));
    assertEquals(new Estimate(3.5, new Interval(1, 6)), median(6));
    assertEquals(new Estimate(4.5, new Interval(1, 8)), median(8));
    assertEquals(new Estimate(5.5, new Interval(2, 9)), median(10));
    assertEquals(new Estimate(10.5, new Interval(6, 15)), median(20));
    assertNull(OrderStatisticMedian.of(new ValueHistogram()));
  }

  @Test
  void medianOfTiedValues() {
    assertEquals(
        new Estimate(2, new Interval(2, 2)),
        OrderStatisticMedian.of(ValueHistogram.of(new long[] {1, 10, 2, 80, 3, 10})));
  }

  /** The median of 1 to n. */
  private static Estimate median(int n) {
    ValueHistogram histogram = new ValueHistogram();
    for (int value = 1; value <= n; value++) {
      histogram.add(value, 1);
    }
    Estimate median = OrderStatisticMedian.of(histogram);
    assertNotNull(median);
    return median;
  }
}
