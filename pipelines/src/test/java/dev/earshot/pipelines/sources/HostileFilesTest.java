package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import com.sun.management.ThreadMXBean;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.Compression;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.canonical.PostsJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Small files that expand to very much. */
class HostileFilesTest {
  private static final int LINE_BYTES = 300_000_000;
  private static final String GOOD =
      "{\"network\":\"x\",\"post_id\":1,\"author_id\":2,\"text\":\"t\","
          + "\"posted_at\":\"2025-01-01T00:00:00Z\"}\n";

  private static void writeLongLine(OutputStream out) throws IOException {
    out.write(Collected.bytes(GOOD));
    byte[] chunk = new byte[1_000_000];
    Arrays.fill(chunk, (byte) 'a');
    for (int written = 0; written < LINE_BYTES; written += chunk.length) {
      out.write(chunk);
    }
    out.write(Collected.bytes("\n" + GOOD));
  }

  private static long allocatedBytes() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  private static Collected<Post> read(byte[] file) throws IOException {
    Source<Post> source = new PostsJson(ReadLimits.DEFAULT);
    Compression compression = Compression.detect(file, file.length);
    long before = allocatedBytes();
    try (ReadableByteChannel channel =
        compression.open(new ByteArrayChannel(file, file.length), ReadLimits.DEFAULT)) {
      Collected<Post> read = Collected.whole(source, channel);
      long allocated = allocatedBytes() - before;
      assertTrue(allocated < 16 << 20, allocated + " bytes were allocated");
      return read;
    }
  }

  @Test
  void aLineOf300MegabytesInGzipIsOneRejectionInConstantMemory() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(file)) {
      writeLongLine(out);
    }
    assertTrue(file.size() < LINE_BYTES / 1_000, "a bomb");
    Collected<Post> read = read(file.toByteArray());
    assertEquals(2, read.records.size());
    assertEquals(1, read.rejections.size());
    assertEquals(RejectionReason.LINE_TOO_LONG, read.rejections.get(0).reason());
    assertEquals(GOOD.length(), read.rejections.get(0).byteOffset());
    assertEquals(3, read.lineFeeds);
  }

  @Test
  void aBombInZstandardIsStopped() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(file)) {
      writeLongLine(out);
    }
    assertTrue(file.size() < LINE_BYTES / 9_000, "a bomb");
    Collected<Post> read = read(file.toByteArray());
    assertEquals(1, read.records.size());
    assertEquals(1, read.rejections.size());
    assertEquals(RejectionReason.EXPANSION_LIMIT, read.rejections.get(0).reason());
    assertEquals(1, read.rejections.get(0).lineInRange());
  }
}
