package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.recognise.FileHead;
import dev.earshot.pipelines.sources.spec.Siblings;
import dev.earshot.pipelines.sources.spec.SourceContext;
import dev.earshot.pipelines.sources.times.LocalTimes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every parser on damaged files: the fixtures with seeded mutations. None throws, none gives more
 * records and rejections than the file has bytes, none asks a channel that has ended again and
 * again, none allocates more than a multiple of the file. {@code -Dearshot.mutations=100000} reads
 * that many for each fixture.
 */
class ParserMutationTest {
  private static final int MUTATIONS = Integer.getInteger("earshot.mutations", 300);
  private static final int MAX_READS_AT_END = 100;
  private static final long MAX_ALLOCATED = 64L << 20;
  private static final long MAX_ALLOCATED_PER_BYTE = 1_000;
  private static final ReadLimits LIMITS = new ReadLimits(4_096, 2_000, 1L << 30);
  private static final SourceContext CONTEXT =
      new SourceContext(
          LIMITS,
          new ChatAccounts(LocalTimes.UNKNOWN, (network, account) -> account.endsWith("0")),
          null,
          null,
          null,
          null,
          Siblings.NONE);
  private static final String[] TELLING = {
    "null", "[]", "{}", "-1", "1e999", "1.5", "\"\"", "\"\\ud800\"", "true", "99999999999999999999",
    "{\"data\":", "[[[[[[[[[[", "}", "]", ",", "\"", "\u0000", "\ufeff", "\u202e",
        "1/2/2024, 1:2 - a: b\n",
    "\"id\":7,", "\"created_time\":[],", "\"text\":{\"text\":[]},", "\n\n", "\u200e[", ": ", "=",
        "\\u00e9"
  };

  @TempDir Path folder;

  private final Random random = new Random(20_240_501);

  /** Bytes that come in pieces; asking again at the end is counted. */
  private static final class Bytes implements ReadableByteChannel {
    private final ByteBuffer bytes;
    private int readsAtEnd;

    Bytes(byte[] bytes) {
      this.bytes = ByteBuffer.wrap(bytes);
    }

    @Override
    public int read(ByteBuffer target) {
      if (!bytes.hasRemaining()) {
        assertTrue(++readsAtEnd < MAX_READS_AT_END, "reads behind the end");
        return -1;
      }
      int count = Math.min(Math.min(bytes.remaining(), target.remaining()), 700);
      target.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  private static final class Counter<T> implements RecordSink<T> {
    private final int length;
    private long calls;

    Counter(int length) {
      this.length = length;
    }

    @Override
    public void accept(T record, long byteOffset) {
      count();
    }

    @Override
    public void reject(Rejection rejection) {
      assertTrue(rejection.byteOffset() >= 0 && rejection.lineInRange() >= 0);
      count();
    }

    @Override
    public void skip(SkipReason reason) {
      count();
    }

    private void count() {
      assertTrue(++calls <= length + 10L, "more records than bytes");
    }
  }

  @Test
  void noParserThrowsHangsOrGrows() throws IOException {
    Map<Format, List<byte[]>> fixtures = FormatFixtures.all(folder);
    assertEquals(EnumSet.allOf(Format.class), fixtures.keySet(), "every format has a fixture");
    long inputs = 0;
    for (Map.Entry<Format, List<byte[]>> one : fixtures.entrySet()) {
      for (byte[] original : one.getValue()) {
        for (int i = 0; i < MUTATIONS; i++) {
          read(one.getKey(), mutated(original), i);
          inputs++;
        }
      }
    }
    System.out.println("damaged files read: " + inputs + " of " + fixtures.keySet());
    assertEquals((long) MUTATIONS * fixtures.values().stream().mapToInt(List::size).sum(), inputs);
  }

  private void read(Format format, byte[] file, int number) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      FileHead head = FileHead.read(new Bytes(file), LIMITS);
      if (format.kind() == RecordKind.WEB_LOGS) {
        head.webLogFormat();
      } else {
        head.format(null);
      }
    } catch (UnknownFormatException expected) {
      assertTrue(String.valueOf(expected.getMessage()).length() < 2_000);
    }
    try {
      read(FormatFixtures.source(format, CONTEXT), file);
    } catch (RuntimeException unexpected) {
      throw new AssertionError(format + ", mutation " + number, unexpected);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(
        allocated < MAX_ALLOCATED + MAX_ALLOCATED_PER_BYTE * file.length,
        () -> format + ", mutation " + number + ": " + allocated + " bytes allocated");
  }

  private static <T> void read(Source<T> source, byte[] file) throws IOException {
    Source<T> ready = source.needsSurvey() ? source.surveyed(channel(source, file)) : source;
    ready.read(channel(source, file), ByteRange.WHOLE, new Counter<>(file.length));
  }

  private static ReadableByteChannel channel(Source<?> source, byte[] file) {
    boolean isParquet = source.format().code().endsWith("-parquet");
    return isParquet ? new SeekableBytes(file) : new Bytes(file);
  }

  /** One to six mutations: bits, telling words, values, copies, cuts, repetitions. */
  private byte[] mutated(byte[] original) {
    byte[] bytes = original;
    for (int count = 1 + random.nextInt(6); count > 0 && bytes.length > 1; count--) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(7)) {
            case 0 -> flipped(bytes, at);
            case 1, 2 -> with(bytes, at, at, telling());
            case 3 -> value(bytes, at);
            case 4 -> with(bytes, at, at, part(bytes));
            case 5 -> with(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), new byte[0]);
            default ->
                random.nextInt(4) == 0
                    ? Arrays.copyOf(bytes, at)
                    : with(bytes, at, at, part(bytes));
          };
    }
    return bytes;
  }

  private byte[] telling() {
    return Collected.bytes(TELLING[random.nextInt(TELLING.length)]);
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private byte[] part(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(300)));
  }

  /** Puts a value of another type in the place of the next one. */
  private byte[] value(byte[] bytes, int at) {
    int colon = at;
    while (colon < bytes.length && bytes[colon] != ':') {
      colon++;
    }
    int end = Math.min(bytes.length, colon + 1);
    while (end < bytes.length && bytes[end] != ',' && bytes[end] != '}' && bytes[end] != '\n') {
      end++;
    }
    return with(bytes, Math.min(bytes.length, colon + 1), end, telling());
  }

  private static byte[] with(byte[] bytes, int from, int to, byte[] inserted) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + inserted.length);
    System.arraycopy(inserted, 0, result, from, inserted.length);
    System.arraycopy(bytes, to, result, from + inserted.length, bytes.length - to);
    return result;
  }
}
