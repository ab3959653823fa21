package dev.earshot.models.statistics.basics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The false discovery rate over many tests: of the tests whose q value is at most 0.05, at most 5 %
 * are expected to be false alarms.
 *
 * <p>Y. Benjamini and Y. Hochberg (1995), "Controlling the false discovery rate: a practical and
 * powerful approach to multiple testing", J. R. Statist. Soc. B 57, 289-300.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The q value (adjusted p value) of each test, in the order of the p values.
   *
   * @throws IllegalArgumentException unless every p value is in [0, 1]
   */
  public static double[] qValues(double[] pValues) {
    for (double p : pValues) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("p value " + p);
      }
    }
    int tests = pValues.length;
    int[] descending =
        IntStream.range(0, tests)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] qValues = new double[tests];
    double smallest = 1;
    for (int i = 0; i < tests; i++) {
      int test = descending[i];
      smallest = Math.min(smallest, pValues[test] * tests / (tests - i));
      qValues[test] = smallest;
    }
    return qValues;
  }
}
