package dev.earshot.pipelines.facts;

import java.util.Comparator;

/**
 * Where a record stands in the input; in the order of files, and of places in one.
 *
 * @param source index of its file
 * @param byteOffset its place in the file
 */
public record RecordPlace(int source, long byteOffset) implements Comparable<RecordPlace> {
  private static final Comparator<RecordPlace> ORDER =
      Comparator.comparingInt(RecordPlace::source).thenComparingLong(RecordPlace::byteOffset);

  @Override
  public int compareTo(RecordPlace other) {
    return ORDER.compare(this, other);
  }
}
