package dev.earshot.models.statistics.basics;

import org.hipparchus.distribution.continuous.TDistribution;

/** The upper 2.5 % points that two-sided 95 % intervals need. */
public final class Quantiles {
  /** The 0.975 quantile of the standard normal distribution. */
  public static final double NORMAL = 1.959963984540054;

  /** Error probability in each tail. */
  public static final double TAIL = 0.025;

  private static final int TABLE_SIZE = 256;
  private static final double[] STUDENT = studentTable();

  private Quantiles() {}

  /**
   * The 0.975 quantile of Student's t. Below 256 degrees of freedom tabulated where they are whole;
   * above, the expansion of Abramowitz and Stegun (1964) 26.7.5, whose error there is below 1e-9.
   *
   * @param degreesOfFreedom from 1 on, also a fraction
   */
  public static double student(double degreesOfFreedom) {
    if (!(degreesOfFreedom >= 1)) {
      throw new IllegalArgumentException("degrees of freedom: " + degreesOfFreedom);
    }
    if (degreesOfFreedom < TABLE_SIZE) {
      int whole = (int) degreesOfFreedom;
      return whole == degreesOfFreedom ? STUDENT[whole] : quantile(degreesOfFreedom);
    }
    double z = NORMAL;
    double square = z * z;
    double v = degreesOfFreedom;
    double g1 = (square + 1) * z / 4;
    double g2 = ((5 * square + 16) * square + 3) * z / 96;
    double g3 = (((3 * square + 19) * square + 17) * square - 15) * z / 384;
    return z + (g1 + (g2 + g3 / v) / v) / v;
  }

  private static double[] studentTable() {
    double[] table = new double[TABLE_SIZE];
    for (int v = 1; v < TABLE_SIZE; v++) {
      table[v] = quantile(v);
    }
    return table;
  }

  private static double quantile(double degreesOfFreedom) {
    return new TDistribution(degreesOfFreedom, 1e-13).inverseCumulativeProbability(1 - TAIL);
  }
}
