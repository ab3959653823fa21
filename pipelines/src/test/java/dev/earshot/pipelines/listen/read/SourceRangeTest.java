package dev.earshot.pipelines.listen.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.Compression;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRangeTest {
  private static SourceFile file(Format format, Compression compression, long bytes) {
    return new SourceFile(0, "f", "/f", format, compression, bytes);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 8 << 20, (8 << 20) + 1, 100_000_000, 5_000_000_000L})
  void rangesCoverAFileWithoutGapOrOverlap(long bytes) {
    List<SourceRange> ranges = SourceRange.of(file(Format.POSTS_JSONL, Compression.NONE, bytes));
    long next = 0;
    for (SourceRange range : ranges) {
      assertEquals(next, range.start());
      next = range.end();
    }
    assertEquals(Long.MAX_VALUE, next, "the last range reads what was appended meanwhile");
    assertEquals(Math.max(1, (bytes + (8 << 20) - 1) / (8 << 20)), ranges.size());
  }

  @Test
  void compressedFilesAndTablesAreReadWhole() {
    assertEquals(
        1, SourceRange.of(file(Format.POSTS_JSONL, Compression.GZIP, 1_000_000_000)).size());
    assertEquals(1, SourceRange.of(file(Format.POSTS_CSV, Compression.NONE, 1_000_000_000)).size());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000, 100_000, 5_000_000, 20_000_000})
  void batchesHoldEachRangeOnceAndInOrder(long bytes) {
    List<SourceRange> ranges =
        Collections.nCopies(1_000, file(Format.POSTS_JSONL, Compression.NONE, bytes)).stream()
            .flatMap(file -> SourceRange.of(file).stream())
            .toList();
    List<SourceRange.Batch> batches = SourceRange.batches(ranges);
    assertEquals(ranges, batches.stream().flatMap(batch -> batch.ranges().stream()).toList());
  }

  /** Each counts its bytes and 64 KiB for opening it, against 8 MiB. */
  @ParameterizedTest
  @CsvSource({"0, 128", "1000, 126", "65536, 64", "4000000, 2", "4200000, 1", "8388608, 1"})
  void smallFilesShareABatch(long bytes, int filesInABatch) {
    SourceRange range = SourceRange.of(file(Format.X_API_V2, Compression.NONE, bytes)).get(0);
    List<SourceRange.Batch> batches = SourceRange.batches(Collections.nCopies(1_000, range));
    assertEquals(filesInABatch, batches.get(0).ranges().size());
  }
}
