package dev.earshot.models.statistics.location;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import org.jspecify.annotations.Nullable;

/**
 * The mean of whole values over independent units with Student's interval ("Student", 1908, "The
 * probable error of a mean", Biometrika 6, 1-25). For values that are about symmetric, such as
 * logarithms. One unit bounds nothing: its interval is infinite.
 */
public final class StudentMean {
  private StudentMean() {}

  /** The mean and its interval, in the values' unit; null without units. */
  public static @Nullable Estimate of(ValueHistogram histogram) {
    long n = histogram.unitCount();
    if (n == 0) {
      return null;
    }
    long[] values = histogram.values();
    long[] counts = histogram.counts();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (double) counts[i] * values[i];
    }
    double mean = sum / n;
    if (n == 1) {
      return new Estimate(mean, new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += counts[i] * (values[i] - mean) * (values[i] - mean);
    }
    double half = Quantiles.student(n - 1.0) * Math.sqrt(squares / (n - 1) / n);
    return new Estimate(mean, new Interval(mean - half, mean + half));
  }
}
