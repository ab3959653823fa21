package dev.earshot.pipelines.sources.tabular;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The cells of one CSV record, without quotes, one behind the other; used again for the next. */
public final class CsvCells {
  /** More cells are counted but not kept. */
  public static final int MAX_CELLS = 1 << 14;

  private byte[] bytes = new byte[4 << 10];
  private int length;
  private int cellStart;
  private int[] ends = new int[32];
  private int count;

  void clear() {
    length = 0;
    cellStart = 0;
    count = 0;
  }

  void append(byte[] from, int start, int end) {
    int added = end - start;
    if (length + added > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + added, 2 * bytes.length));
    }
    System.arraycopy(from, start, bytes, length, added);
    length += added;
  }

  /** Takes a carriage return from the end of the open cell: it belongs to the line end. */
  void dropCarriageReturn() {
    if (length > cellStart && bytes[length - 1] == '\r') {
      length--;
    }
  }

  void endCell() {
    if (count < MAX_CELLS) {
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, 2 * ends.length);
      }
      ends[count] = length;
    }
    count++;
    cellStart = length;
  }

  /** Whether the open cell holds nothing. */
  boolean isCellEmpty() {
    return length == cellStart;
  }

  int count() {
    return count;
  }

  /** Whether no cell holds anything. */
  boolean isEmpty() {
    return length == 0;
  }

  String cell(int index) {
    int start = index == 0 ? 0 : ends[index - 1];
    return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
  }
}
