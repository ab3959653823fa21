package dev.earshot.models.statistics.proportions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.proportions.RoganGladen.Proportion;
import org.junit.jupiter.api.Test;

/**
 * The example of the R package epiR, function epi.prev: 23 of 150 cows test positive, sensitivity
 * 96 %, specificity 89 %; 5.1 cases per 100 cows. The intervals, for tests measured on samples,
 * were computed from the paper's equations elsewhere.
 */
class RoganGladenTest {
  @Test
  void brucellosisInAHerd() {
    Estimate estimate =
        RoganGladen.of(new Proportion(23, 150), new Proportion(96, 100), new Proportion(89, 100));
    assertNotNull(estimate);
    assertEquals(0.051, estimate.value(), 0.0005);
    assertEquals(0, estimate.interval().lower());
    assertEquals(0.14566845761548583, estimate.interval().upper(), 1e-12);
  }

  @Test
  void awayFromTheEnds() {
    Estimate estimate =
        RoganGladen.of(new Proportion(60, 200), new Proportion(45, 50), new Proportion(190, 200));
    assertNotNull(estimate);
    assertEquals(0.25 / 0.85, estimate.value(), 1e-12);
    assertEquals(0.21707444024075134, estimate.interval().lower(), 1e-12);
    assertEquals(0.3898831909611911, estimate.interval().upper(), 1e-12);
  }

  @Test
  void nothingFoundIsNotCertainty() {
    Estimate estimate =
        RoganGladen.of(new Proportion(0, 50), new Proportion(45, 50), new Proportion(190, 200));
    assertNotNull(estimate);
    assertEquals(0, estimate.value());
    assertEquals(0.04611591717472514, estimate.interval().upper(), 1e-12);
  }

  @Test
  void aTestNoBetterThanChanceSaysNothing() {
    Proportion half = new Proportion(10, 20);
    assertNull(RoganGladen.of(half, half, half));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 0));
  }
}
