package dev.earshot.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.Interval;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Quality measures over rows that can be counted by hand. */
class TallyTest {
  private static final List<String> CLASSES = List.of("negative", "neutral", "positive");

  private static void add(SingleLabelTally tally, int rows, String actual, String predicted) {
    for (int i = 0; i < rows; i++) {
      tally.add(actual, predicted);
    }
  }

  /** Ten rows, seven of them right, one without an answer. */
  private static SingleLabelTally tenRows() {
    SingleLabelTally tally = new SingleLabelTally(CLASSES);
    add(tally, 3, "negative", "negative");
    add(tally, 1, "negative", "positive");
    add(tally, 1, "neutral", "neutral");
    add(tally, 1, "neutral", null);
    add(tally, 3, "positive", "positive");
    add(tally, 1, "positive", "neutral");
    return tally;
  }

  @Test
  void oneClassPerRow() {
    QualityReport report = QualityReport.of(tenRows(), new CalibrationBins());
    assertEquals(10, report.n());
    assertEquals(0.7, report.accuracy());
    // Wilson's interval of 7 of 10.
    assertEquals(0.39677, report.accuracyInterval().lower(), 1e-4);
    assertEquals(0.89222, report.accuracyInterval().upper(), 1e-4);
    assertEquals((3 / 4d + 1 / 2d + 3 / 4d) / 3, report.macroRecall(), 1e-12);
    // F1 is 2 hits / (rows of the class + rows taken for it).
    assertEquals((6 / 7d + 2 / 4d + 6 / 8d) / 3, report.macroF1(), 1e-12);
    assertNull(report.ece());
    assertEquals(
        List.of(
            new ClassQuality("negative", 4, 3, 3),
            new ClassQuality("neutral", 2, 2, 1),
            new ClassQuality("positive", 4, 4, 3)),
        report.classes());
    assertEquals(
        Map.of("negative", 0L, "neutral", 1L, "positive", 0L, SingleLabelTally.UNKNOWN, 1L),
        report.confusion().get("neutral"));
  }

  /** An interval of a mean holds it; where nothing is ever wrong there is nothing else. */
  @Test
  void intervalsOfMeans() {
    Interval mixed = tenRows().macroInterval(Tally.Macro.RECALL);
    assertTrue(mixed.lower() < 2 / 3d && 2 / 3d < mixed.upper(), mixed.toString());
    SingleLabelTally right = new SingleLabelTally(List.of("only"));
    add(right, 5, "only", "only");
    assertEquals(new Interval(1, 1), right.macroInterval(Tally.Macro.F1));
    assertNull(new SingleLabelTally(CLASSES).macroInterval(Tally.Macro.F1));
  }

  @Test
  void aClassThatNobodyKnowsIsAMistakeOfTheCaller() {
    SingleLabelTally tally = new SingleLabelTally(CLASSES);
    assertThrows(IllegalArgumentException.class, () -> tally.add("angry", "positive"));
    tally.add("positive", "angry");
    assertEquals(1, tally.confusion().get("positive").get(SingleLabelTally.UNKNOWN));
    assertEquals(CLASSES, tally.labels());
  }

  @Test
  void nothingIsKnownOfNoRows() {
    QualityReport report = QualityReport.of(new SingleLabelTally(CLASSES), new CalibrationBins());
    assertEquals(0, report.n());
    assertNull(report.accuracy());
    assertNull(report.macroRecall());
    assertNull(report.macroF1());
    ClassQuality absent = report.classes().get(0);
    assertNull(absent.precision());
    assertNull(absent.recall());
    assertNull(absent.f1());
  }

  /** Classes that the file does not have are passed over: the last row is right. */
  @Test
  void severalClassesPerRow() {
    MultiLabelTally tally = new MultiLabelTally(List.of("price", "order"));
    tally.add(Set.of("price"), Set.of("price"));
    tally.add(Set.of("price", "order"), Set.of("price"));
    tally.add(Set.of(), Set.of("order"));
    tally.add(Set.of("thanks"), Set.of("apology"));
    QualityReport report = QualityReport.of(tally, new CalibrationBins());
    assertEquals(4, report.n());
    assertEquals(0.5, report.accuracy());
    assertEquals(
        List.of(new ClassQuality("price", 2, 2, 2), new ClassQuality("order", 1, 1, 0)),
        report.classes());
    assertEquals(0.5, report.macroRecall());
    assertEquals(0.5, report.macroF1());
    assertNull(report.macroRecallInterval());
    assertEquals(
        Map.of(
            "true_positive", 0L, "false_positive", 1L, "false_negative", 1L, "true_negative", 2L),
        report.confusion().get("order"));
    assertEquals(List.of("price", "order"), tally.labels());
  }

  @Test
  void intervalsOfAClassAreWilsons() {
    ClassQuality quality = new ClassQuality("price", 10, 20, 7);
    assertEquals(0.35, quality.precision());
    assertEquals(0.39677, quality.recallInterval().lower(), 1e-4);
    assertNotNull(quality.precisionInterval());
    assertNull(new ClassQuality("price", 0, 0, 0).recallInterval());
  }

  /**
   * Of two rows of .9 one is right: the bin says 1.8 and has 1. A row of .5 that is right misses
   * .5, a sure one that is right nothing.
   */
  @Test
  void calibrationErrorIsTheMeanOverRows() {
    CalibrationBins bins = new CalibrationBins();
    bins.add(0.9, true);
    bins.add(0.9, false);
    bins.add(0.5, true);
    bins.add(1.0, true);
    assertEquals((0.8 + 0.5) / 4, bins.error(), 1e-12);
  }
}
