package dev.earshot.pipelines.beam;

import java.util.concurrent.atomic.LongAdder;

/** What this process has written, for the eyes of whoever waits; no result depends on it. */
public final class Written {
  private static final LongAdder FILES = new LongAdder();
  private static final LongAdder ROWS = new LongAdder();

  private Written() {}

  static void add(WrittenFile file) {
    FILES.increment();
    ROWS.add(file.rows());
  }

  /** Files of tables so far. */
  public static long files() {
    return FILES.sum();
  }

  /** Rows in them. */
  public static long rows() {
    return ROWS.sum();
  }
}
