package dev.earshot.models.statistics.basics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  /** The 15 tests of myocardial infarction in Benjamini and Hochberg (1995), section 4. */
  private static final double[] INFARCTION = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0
  };

  @Test
  void rejectsTheFourOfThePaper() {
    double[] qValues = BenjaminiHochberg.qValues(INFARCTION);
    assertEquals(4, Arrays.stream(qValues).filter(q -> q <= 0.05).count());
    assertEquals(0.0015, qValues[0], 1e-15);
    assertEquals(0.0095 * 15 / 4, qValues[3], 1e-15);
    assertEquals(0.0298 * 15 / 7, qValues[5], 1e-15); // the seventh test's is smaller
    assertEquals(1, qValues[14]);
  }

  @Test
  void keepsTheOrderOfTheTests() {
    assertArrayEquals(
        new double[] {0.04, 0.03, 0.04},
        BenjaminiHochberg.qValues(new double[] {0.03, 0.01, 0.04}));
    assertArrayEquals(new double[0], BenjaminiHochberg.qValues(new double[0]));
  }

  @Test
  void rejectsWhatIsNoProbability() {
    double[] notANumber = {0.5, Double.NaN};
    assertThrows(IllegalArgumentException.class, () -> BenjaminiHochberg.qValues(notANumber));
  }
}
