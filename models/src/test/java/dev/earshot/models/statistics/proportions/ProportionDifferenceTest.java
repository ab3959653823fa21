package dev.earshot.models.statistics.proportions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.statistics.basics.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10. */
class ProportionDifferenceTest {
  private static final double PRINTED = 0.00005;

  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.0582, 0.8062",
    "5, 56, 0, 29, -0.0381, 0.1926",
    "0, 10, 0, 20, -0.1611, 0.2775",
    "0, 10, 0, 10, -0.2775, 0.2775",
    "10, 10, 0, 20, 0.6791, 1.0000",
    "10, 10, 0, 10, 0.6075, 1.0000",
  })
  void asNewcombePrintsIt(
      long successes, long trials, long others, long otherTrials, double lower, double upper) {
    Estimate estimate = ProportionDifference.of(successes, trials, others, otherTrials);
    assertNotNull(estimate);
    assertEquals(
        (double) successes / trials - (double) others / otherTrials, estimate.value(), 1e-15);
    assertEquals(lower, estimate.interval().lower(), PRINTED);
    assertEquals(upper, estimate.interval().upper(), PRINTED);
  }

  @Test
  void noTrialGivesNoDifference() {
    assertNull(ProportionDifference.of(0, 0, 1, 2));
    assertNull(ProportionDifference.of(1, 2, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> ProportionDifference.of(3, 2, 1, 2));
  }
}
