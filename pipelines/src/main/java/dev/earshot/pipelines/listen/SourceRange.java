package dev.earshot.pipelines.listen;

import java.util.ArrayList;
import java.util.List;

/** A stretch of one input file; {@code end} is {@link Long#MAX_VALUE} for a file read whole. */
record SourceRange(SourceFile file, long start, long end) {
  private static final long BYTES = 8L << 20;

  /** The ranges that a file is read in. */
  static List<SourceRange> of(SourceFile file) {
    if (!file.isSplittable() || file.bytes() <= BYTES) {
      return List.of(new SourceRange(file, 0, Long.MAX_VALUE));
    }
    List<SourceRange> ranges = new ArrayList<>();
    for (long start = 0; start < file.bytes(); start += BYTES) {
      long end = start + BYTES >= file.bytes() ? Long.MAX_VALUE : start + BYTES;
      ranges.add(new SourceRange(file, start, end));
    }
    return ranges;
  }
}
