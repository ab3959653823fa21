package dev.earshot.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.Compression;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiskEstimateTest {
  private static SourceFile file(long bytes, Compression compression) {
    return new SourceFile(
        0, "f", "/f", Format.POSTS_JSONL, compression, bytes, null, null, null, null);
  }

  /** The figures of scale.md: a million posts of 400 bytes. */
  @Test
  void aMillionPosts() {
    DiskEstimate plain = DiskEstimate.of(List.of(file(400_000_000, Compression.NONE)), true);
    assertEquals("about 2,800 MB for temporary files and 120 MB for tables", plain.text());
    DiskEstimate compressed = DiskEstimate.of(List.of(file(60_000_000, Compression.GZIP)), false);
    assertEquals("about 0 MB for temporary files and 108 MB for tables", compressed.text());
  }

  @Test
  void shortageIsTold() {
    assertNull(DiskEstimate.shortage(Path.of("/data"), 5_000_000, 5_000_000));
    assertEquals(
        "/data: about 5 MB are needed there, 4 MB are free; make room, or name another disk"
            + " (--output, or EARSHOT_JAVA_OPTIONS=-Djava.io.tmpdir=DIR)",
        DiskEstimate.shortage(Path.of("/data"), 4_500_001, 4_000_000));
  }
}
