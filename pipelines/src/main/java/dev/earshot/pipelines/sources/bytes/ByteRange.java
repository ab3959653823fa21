package dev.earshot.pipelines.sources.bytes;

import java.io.Serializable;

/**
 * A stretch of a file in bytes. It owns the records that <em>begin</em> in it, so that adjoining
 * ranges of one file own each record exactly once.
 *
 * @param start first byte, inclusive
 * @param end last byte, exclusive
 */
public record ByteRange(long start, long end) implements Serializable {
  /** The whole of a file of any length. */
  public static final ByteRange WHOLE = new ByteRange(0, Long.MAX_VALUE);

  /** Checks {@code 0 <= start <= end}. */
  public ByteRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no range: " + start + " to " + end);
    }
  }

  /**
   * Where a channel must stand before this range is read: one byte before {@code start}, because
   * only that byte tells whether a line begins at {@code start}.
   */
  public long channelPosition() {
    return Math.max(0, start - 1);
  }
}
