package dev.earshot.pipelines.measure.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.measure.coverage.CoveredDays.Stretch;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoveredDaysTest {
  private static CoveredDays of(Integer... recordDays) {
    return CoveredDays.of(new TreeSet<>(List.of(recordDays)));
  }

  @Test
  void daysBetweenTheFirstRecordAndTheLastAreCovered() {
    CoveredDays days = of(100, 103, 110);
    assertEquals(List.of(new Stretch(100, 110)), days.stretches());
    assertEquals(11, days.count(0, 1_000));
    assertEquals(1, days.count(110, 116));
    assertEquals(0, days.count(111, 117));
  }

  @Test
  void aSilenceOfMoreThanNinetyDaysIsNot() {
    assertEquals(List.of(new Stretch(0, 90)), of(0, 90).stretches());
    assertEquals(List.of(new Stretch(0, 0), new Stretch(91, 91)), of(0, 91).stretches());
    assertEquals(2, of(0, 91).count(0, 91));
  }

  /** A day of 1990 before a week of 2026. */
  @Test
  void oneRecordOfDecadesAgoCoversItsOwnDay() {
    CoveredDays days = of(7_305, 20_510, 20_516);
    assertEquals(8, days.count(0, 30_000));
    assertEquals(7, days.window(28, 20_516).days());
  }

  @Test
  void aWindowIsWholeWhereAllOfItIsCovered() {
    CoveredDays days = of(100, 110);
    assertTrue(days.window(7, 106).isWhole());
    assertFalse(days.window(7, 105).isWhole());
    assertFalse(days.window(7, 111).isWhole());
    assertTrue(days.window(11, 110).isWhole());
    assertEquals(new Covered(0, 7), CoveredDays.NONE.window(7, 110));
  }

  @Test
  void whatEitherCoversIsAddedUpInAnyOrder() {
    CoveredDays one = of(0, 5, 200);
    CoveredDays other = of(6, 9, 120, 198);
    List<Stretch> both = List.of(new Stretch(0, 9), new Stretch(120, 198), new Stretch(200, 200));
    assertEquals(both, one.plus(other).stretches());
    assertEquals(both, other.plus(one).stretches());
    assertEquals(List.of(new Stretch(0, 9)), of(0, 9).plus(of(3, 4)).stretches());
  }
}
