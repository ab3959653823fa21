package dev.earshot.pipelines.sources.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.canonical.PostsJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompressionTest {
  private static final class Decoded {
    final byte[] bytes;
    final @Nullable RejectionReason fault;

    Decoded(byte[] bytes, @Nullable RejectionReason fault) {
      this.bytes = bytes;
      this.fault = fault;
    }
  }

  /** Text-like bytes of several Zstandard blocks, hard enough to compress to make them differ. */
  private static byte[] content(int length) {
    Random random = new Random(7);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ('a' + random.nextInt(16));
    }
    return bytes;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(content);
    }
    return compressed.toByteArray();
  }

  private static byte[] zstd(byte[] content) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (ZstdOutputStream out = new ZstdOutputStream(compressed)) {
      out.setChecksum(true);
      out.write(content);
    }
    return compressed.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static Decoded decode(byte[] file) throws IOException {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    Compression compression = Compression.detect(file, file.length);
    byte[] chunk = new byte[10_007];
    try (ReadableByteChannel channel =
        compression.open(new ByteArrayChannel(file, file.length), ReadLimits.DEFAULT)) {
      while (true) {
        ByteBuffer target = ByteBuffer.wrap(chunk);
        int count = channel.read(target);
        if (count < 0) {
          return new Decoded(decoded.toByteArray(), null);
        }
        decoded.write(chunk, 0, count);
      }
    } catch (FileFaultException fault) {
      return new Decoded(decoded.toByteArray(), fault.reason());
    }
  }

  private static void assertDecodes(byte[] wanted, @Nullable RejectionReason fault, byte[] file)
      throws IOException {
    Decoded decoded = decode(file);
    assertEquals(fault, decoded.fault);
    assertArrayEquals(wanted, decoded.bytes);
  }

  @Test
  void membersAndFramesFollowOneAnother() throws IOException {
    byte[] one = content(500_000);
    byte[] two = content(3);
    byte[] both = join(one, two);
    assertDecodes(both, null, join(gzip(one), gzip(new byte[0]), gzip(two), new byte[512]));
    byte[] skippable = {0x5a, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9};
    assertDecodes(both, null, join(skippable, zstd(one), zstd(new byte[0]), skippable, zstd(two)));
    assertDecodes(one, null, one);
  }

  @Test
  void garbageBehindTheEndIsCorrupt() throws IOException {
    byte[] one = content(1_000);
    assertDecodes(one, RejectionReason.FILE_CORRUPT, join(gzip(one), content(9)));
    assertDecodes(one, RejectionReason.FILE_CORRUPT, join(zstd(one), content(9)));
  }

  @Test
  void aWrongChecksumIsToldAfterAllBytes() throws IOException {
    byte[] content = content(300_000);
    byte[] gzip = gzip(content);
    gzip[gzip.length - 8] ^= 1;
    assertDecodes(content, RejectionReason.FILE_CORRUPT, gzip);
    byte[] zstd = zstd(content);
    zstd[zstd.length - 1] ^= 1;
    assertDecodes(content, RejectionReason.FILE_CORRUPT, zstd);
  }

  @Test
  void aTruncatedFileGivesABeginningAndNeverMore() throws IOException {
    byte[] content = content(300_000);
    for (byte[] whole : new byte[][] {gzip(content), zstd(content)}) {
      int previous = 0;
      for (int length = 4; length < whole.length; length += 997) {
        Decoded decoded = decode(Arrays.copyOf(whole, length));
        assertEquals(RejectionReason.FILE_TRUNCATED, decoded.fault, "at " + length);
        assertArrayEquals(Arrays.copyOf(content, decoded.bytes.length), decoded.bytes);
        assertTrue(decoded.bytes.length >= previous, "more input gives no less");
        previous = decoded.bytes.length;
      }
      Decoded withoutLastByte = decode(Arrays.copyOf(whole, whole.length - 1));
      assertEquals(RejectionReason.FILE_TRUNCATED, withoutLastByte.fault);
      assertArrayEquals(content, withoutLastByte.bytes);
    }
  }

  @Test
  void aBrokenBlockCostsNothingBeforeIt() throws IOException {
    // Zstandard blocks hold 128 KiB; the third block's header gets the reserved type.
    byte[] content = content(400_000);
    byte[] file = zstd(content);
    int block = thirdBlock(file);
    file[block] |= 6;
    assertDecodes(Arrays.copyOf(content, 2 << 17), RejectionReason.FILE_CORRUPT, file);
  }

  /** RFC 8878: magic, descriptor, window; then blocks with a header of three bytes. */
  private static int thirdBlock(byte[] file) {
    boolean hasNoContentSize = (file[4] & 0xe0) == 0;
    assertTrue(hasNoContentSize, "a stream of unknown length");
    int block = 6;
    for (int i = 0; i < 2; i++) {
      int header =
          (file[block] & 0xff) | (file[block + 1] & 0xff) << 8 | (file[block + 2] & 0xff) << 16;
      block += 3 + (header >>> 3);
    }
    return block;
  }

  /** A frame with a window of 2 to the power of 10 + exponent, plus eighths of it. */
  private static byte[] frame(int exponent, int eighths, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
    // Magic, descriptor without sizes, window; then a raw block, the last one.
    int block = bytes.length << 3 | 1;
    byte window = (byte) (exponent << 3 | eighths);
    byte[] head = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, window, (byte) block, 0, 0};
    return join(head, bytes);
  }

  @Test
  void windowsUpTo2GibibytesAreRead() throws IOException {
    byte[] usual = content(200_000);
    assertDecodes(
        join("tern".getBytes(StandardCharsets.US_ASCII), usual, new byte[] {'g', 'u', 'l', 'l'}),
        null,
        join(frame(21, 0, "tern"), zstd(usual), frame(18, 0, "gull")));
    assertDecodes(
        "terngu".getBytes(StandardCharsets.US_ASCII),
        RejectionReason.FILE_TRUNCATED,
        Arrays.copyOf(join(frame(21, 0, "tern"), frame(21, 0, "gull")), 24));
    assertDecodes(
        "tern".getBytes(StandardCharsets.US_ASCII),
        RejectionReason.FILE_CORRUPT,
        join(frame(21, 0, "tern"), content(9)));
  }

  @Test
  void largerWindowsAreRefused() throws IOException {
    assertDecodes(new byte[0], RejectionReason.FILE_UNREADABLE, frame(21, 1, "tern"));
    assertDecodes(new byte[0], RejectionReason.FILE_UNREADABLE, frame(22, 0, "tern"));
  }

  @Test
  void detectsByContent() {
    assertEquals(Compression.NONE, Compression.detect(new byte[0], 0));
    assertEquals(Compression.NONE, Compression.detect(new byte[] {'{'}, 1));
    assertEquals(Compression.GZIP, Compression.detect(new byte[] {0x1f, (byte) 0x8b}, 2));
    assertEquals(
        Compression.ZSTD, Compression.detect(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}, 4));
  }

  @Test
  void aFileMayNotDecompressToMoreThanTheLimit() throws IOException {
    byte[] file = gzip(content(1 << 20));
    ReadLimits limits = new ReadLimits(1_000, 2_000, 100_000);
    Collected<?> read =
        Collected.whole(
            new PostsJson(limits),
            Compression.GZIP.open(new ByteArrayChannel(file, file.length), limits));
    assertEquals(1, read.rejections.size());
    assertEquals(RejectionReason.EXPANSION_LIMIT, read.rejections.get(0).reason());
  }
}
