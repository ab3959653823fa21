package dev.earshot.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Expected times are reckoned by hand: reading at an even pace, writing twice as long. */
class RunProgressTest {
  /** A quarter in 30 s: 90 s more of it, then 240 s. */
  @Test
  void whileReading() {
    assertEquals(
        "1,000 records, 25 % of the input read, after 30 s, about 5:30 min to go",
        new RunProgress(25, 100, 1_000, 0, 0, 30, 0).line(2));
  }

  /** 120 s of reading want 240 s, of which 200 s have passed. */
  @Test
  void whileGroupingAndWriting() {
    assertEquals(
        "4,000 records, 100 % of the input read; grouping and writing, 90 rows in 7 files, after"
            + " 5:20 min, about 40 s to go",
        new RunProgress(100, 100, 4_000, 90, 7, 120, 200).line(2));
  }

  @Test
  void longerThanExpected() {
    assertEquals(
        "4 records, 100 % of the input read; grouping and writing, 9 rows in 7 files, after"
            + " 1:02:00 h, longer than expected",
        new RunProgress(100, 100, 4, 9, 7, 120, 3_600).line(2));
  }

  @Test
  void beforeTheFirstRangeIsRead() {
    assertEquals(
        "0 records, 0 % of the input read, after 6 s",
        new RunProgress(0, 100, 0, 0, 0, 6, 0).line(2));
  }
}
