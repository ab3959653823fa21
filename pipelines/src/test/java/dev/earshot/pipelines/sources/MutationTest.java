package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.Compression;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.canonical.PostsJson;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.mapping.MappingException;
import dev.earshot.pipelines.sources.tabular.MappedCsv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged inputs end in records and rejections, never in an exception or a standstill. */
@Timeout(300)
class MutationTest {
  private static final String POST =
      "{\"network\":\"x\",\"post_id\":\"12\",\"author_id\":34,\"author_handle\":\"@a\","
          + "\"text\":\"caf\u00e9 \\ud83d\\ude00 \ud83d\ude00\",\"language\":\"en-GB\","
          + "\"posted_at\":\"2025-03-01T10:00:00.123+01:00\",\"more\":[1.5,{\"a\":null}],"
          + "\"engagement\":{\"observed_at\":\"2025-03-02T10:00:00Z\",\"like_count\":7}}\n";
  private static final String CSV =
      """
      tweet_id,name,retweet_count,text,tweet_created\r
      1,ann,0,"a ""b"" &amp; c\r
      d",2025-03-01 10:00:00 +0000\r
      2,bob,3.0,caf\u00e9,2025-03-01T10:00:00Z\r
      """;
  private static final byte[] TELLING = {
    '"', '\\', '{', '}', '[', ']', ',', ':', '\n', '\r', 0, '.', 'E', '-', (byte) 0xc3, (byte) 0xff
  };
  private static final ReadLimits LIMITS = new ReadLimits(400, 2_000, 1 << 20);

  private final Random random = new Random(20_250_301);

  private byte[] mutate(byte[] original) {
    byte[] bytes = original.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = TELLING[random.nextInt(TELLING.length)];
        case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 3 -> {
          int to = random.nextInt(bytes.length);
          int count = random.nextInt(bytes.length - Math.max(at, to));
          System.arraycopy(bytes, at, bytes, to, count);
        }
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
      }
    }
    return bytes;
  }

  private static void assertAccounted(Collected<Post> read, int length) {
    for (Rejection rejection : read.rejections) {
      assertTrue(rejection.byteOffset() >= 0 && rejection.byteOffset() <= length);
      assertTrue(rejection.lineInRange() >= 0 && rejection.lineInRange() <= read.lineFeeds);
    }
    long distinct = read.rejections.stream().map(Rejection::byteOffset).distinct().count();
    assertEquals(read.rejections.size(), distinct, "no place is rejected twice");
  }

  @Test
  void ofJson() throws IOException {
    byte[] original = Collected.bytes(POST + "\n" + POST);
    PostsJson source = new PostsJson(LIMITS);
    long accepted = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] file = mutate(original);
      Collected<Post> read = Collected.whole(source, file);
      assertAccounted(read, file.length);
      accepted += read.records.size();
    }
    assertTrue(accepted > 10_000, "mutations are not all fatal: " + accepted);
  }

  @Test
  void ofCsv() throws IOException {
    byte[] original = Collected.bytes(CSV);
    String mapping = Files.readString(Path.of("../testdata/mappings/airline.yaml"));
    Source<Post> source = MappedCsv.posts(Mapping.parse(mapping, "airline.yaml"), LIMITS);
    long accepted = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] file = mutate(original);
      Collected<Post> read = Collected.whole(source, file);
      assertAccounted(read, file.length);
      accepted += read.records.size();
    }
    assertTrue(accepted > 10_000, "mutations are not all fatal: " + accepted);
  }

  @Test
  void ofCompressedFiles() throws IOException {
    byte[] content = Collected.bytes(POST.repeat(20));
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(content);
    }
    PostsJson source = new PostsJson(LIMITS);
    for (byte[] original : new byte[][] {gzip.toByteArray(), Zstd.compress(content)}) {
      Compression compression = Compression.detect(original, original.length);
      for (int i = 0; i < 10_000; i++) {
        byte[] file = mutate(original);
        try (ReadableByteChannel channel =
            compression.open(new ByteArrayChannel(file, file.length), LIMITS)) {
          assertAccounted(Collected.whole(source, channel), Integer.MAX_VALUE);
        }
      }
    }
  }

  @Test
  void ofMappings() throws IOException {
    byte[] original = Files.readAllBytes(Path.of("../testdata/mappings/airline.yaml"));
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      String yaml = new String(mutate(original), StandardCharsets.UTF_8);
      try {
        Mapping.parse(yaml, "airline.yaml");
      } catch (MappingException mistakes) {
        refused++;
      }
    }
    assertTrue(refused > 1_000, "mutations do harm: " + refused);
  }
}
