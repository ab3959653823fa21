package dev.earshot.pipelines.listen.read;

import java.util.concurrent.atomic.LongAdder;

/** How far this process has come, for the eyes of whoever waits; no result depends on it. */
public final class Progress {
  private static final LongAdder RECORDS = new LongAdder();
  private static final LongAdder BYTES = new LongAdder();

  private Progress() {}

  static void recordRead() {
    RECORDS.increment();
  }

  static void rangeRead(SourceRange range) {
    BYTES.add(range.bytes());
  }

  /** Records read so far. */
  public static long records() {
    return RECORDS.sum();
  }

  /** Bytes of input files read to the end of a range so far. */
  public static long bytes() {
    return BYTES.sum();
  }
}
