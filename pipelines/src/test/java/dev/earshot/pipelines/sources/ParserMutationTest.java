package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.earshot.models.domain.Rejection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every parser of posts, messages, orders and identities on damaged files: the fixtures with seeded
 * mutations. None throws, none gives more records and rejections than the file has bytes, none asks
 * a channel that has ended again and again, none allocates more than a multiple of the file. {@code
 * -Dearshot.mutations=100000} reads that many for each fixture. Left out are web logs, and Parquet,
 * which a library decodes.
 */
class ParserMutationTest {
  private static final Path FOLDER = Path.of("../testdata/platforms");
  private static final int MUTATIONS = Integer.getInteger("earshot.mutations", 300);
  private static final int MAX_READS_AT_END = 100;
  private static final long MAX_ALLOCATED = 64L << 20;
  private static final long MAX_ALLOCATED_PER_BYTE = 1_000;
  private static final ReadLimits LIMITS = new ReadLimits(4_096, 2_000, 1L << 30);
  private static final ChatAccounts ACCOUNTS =
      new ChatAccounts(LocalTimes.UNKNOWN, (network, account) -> account.endsWith("0"));
  private static final String[] TELLING = {
    "null", "[]", "{}", "-1", "1e999", "1.5", "\"\"", "\"\\ud800\"", "true", "99999999999999999999",
    "{\"data\":", "[[[[[[[[[[", "}", "]", ",", "\"", "\u0000", "\ufeff", "\u202e",
        "1/2/2024, 1:2 - a: b\n",
    "\"id\":7,", "\"created_time\":[],", "\"text\":{\"text\":[]},", "\n\n", "\u200e[", ": ", "=",
        "\\u00e9"
  };

  private static final Map<Format, String> GENERIC =
      Map.of(
          Format.POSTS_JSONL,
          """
          {"network":"x","post_id":"1","author_id":"2","posted_at":"2026-03-01T10:00:00Z","text":"a"}
          """,
          Format.MESSAGES_JSONL,
          """
          {"network":"x","message_id":"1","sender_id":"2","recipient_id":"3","sent_at":1,"text":"a"}
          """,
          Format.ORDERS_JSONL,
          """
          {"order_id":"1","customer_id":"2","ordered_at":"2026-03-01T10:00:00Z","currency":"EUR","amount":"9.50"}
          """,
          Format.IDENTITIES_JSONL,
          """
          {"customer_id":"1","network":"x","account_id":"2","is_consented":true}
          """,
          Format.POSTS_CSV,
          "id,by,at,text\n1,2,2026-03-01T10:00:00Z,\"a, \"\"b\"\"\nc\"\n",
          Format.MESSAGES_CSV,
          "id,by,to,at,text\n1,2,3,2026-03-01T10:00:00Z,\"a\"\n",
          Format.ORDERS_CSV,
          "id,by,at,amount\n1,2.0,2026-03-01T10:00:00Z,9.50\n",
          Format.IDENTITIES_CSV,
          "customer,account,consent\n1,2,true\n");
  private static final Map<Format, Mapping> MAPPINGS =
      Map.of(
          Format.POSTS_CSV,
          mapping(
              """
              kind: posts
              constants: {network: x}
              columns: {post_id: id, author_id: by, posted_at: at, text: text}
              """),
          Format.MESSAGES_CSV,
          mapping(
              """
              kind: messages
              constants: {network: x}
              columns: {message_id: id, sender_id: by, recipient_id: to, sent_at: at, text: text}
              """),
          Format.ORDERS_CSV,
          mapping(
              """
              kind: orders
              constants: {currency: EUR}
              columns: {order_id: id, customer_id: by, ordered_at: at, amount: amount}
              """),
          Format.IDENTITIES_CSV,
          mapping(
              """
              kind: identities
              constants: {network: x}
              columns: {customer_id: customer, account_id: account, is_consented: consent}
              """));

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
    public void skip(Skipped reason) {
      count();
    }

    private void count() {
      assertTrue(++calls <= length + 10L, "more records than bytes");
    }
  }

  private static Map<Format, List<byte[]>> fixtures() throws IOException {
    Map<Format, List<byte[]>> fixtures = new EnumMap<>(Format.class);
    List<Path> files;
    try (Stream<Path> all = Files.walk(FOLDER)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      for (Format format : formats(file)) {
        fixtures.computeIfAbsent(format, one -> new ArrayList<>()).add(Files.readAllBytes(file));
      }
    }
    GENERIC.forEach((format, text) -> fixtures.put(format, List.of(Collected.bytes(text))));
    return fixtures;
  }

  private static List<Format> formats(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return FileHead.read(channel, ReadLimits.DEFAULT).format(null, null, file.toString()).stream()
          .toList();
    } catch (UnknownFormatException several) {
      String message = String.valueOf(several.getMessage());
      return message.startsWith("may be telegram")
          ? List.of(Format.TELEGRAM_POSTS, Format.TELEGRAM_MESSAGES)
          : List.of();
    }
  }

  @Test
  void noParserThrowsHangsOrGrows() throws IOException {
    Map<Format, List<byte[]>> fixtures = fixtures();
    Set<Format> expected = EnumSet.allOf(Format.class);
    expected.removeIf(one -> one.kind() == RecordKind.WEB_LOGS || one.code().endsWith("-parquet"));
    assertEquals(expected, fixtures.keySet(), "every format has a fixture");
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
      FileHead.read(new Bytes(file), LIMITS).format(null);
    } catch (UnknownFormatException expected) {
      assertTrue(String.valueOf(expected.getMessage()).length() < 2_000);
    }
    try {
      read(source(format), file);
    } catch (RuntimeException unexpected) {
      throw new AssertionError(format + ", mutation " + number, unexpected);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(
        allocated < MAX_ALLOCATED + MAX_ALLOCATED_PER_BYTE * file.length,
        () -> format + ", mutation " + number + ": " + allocated + " bytes allocated");
  }

  private static Mapping mapping(String yaml) {
    return Mapping.parse(yaml, "m.yaml");
  }

  private static Source<?> source(Format format) {
    Mapping mapping = MAPPINGS.get(format);
    return switch (format.kind()) {
      case POSTS ->
          mapping == null
              ? Platforms.posts(format, null, ACCOUNTS, LIMITS)
              : MappedCsv.posts(mapping, LIMITS);
      case MESSAGES ->
          mapping == null
              ? Platforms.messages(format, null, ACCOUNTS, LIMITS)
              : MappedCsv.messages(mapping, LIMITS);
      case ORDERS ->
          mapping == null ? new OrdersJson(LIMITS, "b") : MappedCsv.orders(mapping, LIMITS, "b");
      case IDENTITIES ->
          mapping == null
              ? new IdentitiesJson(LIMITS, "b")
              : MappedCsv.identities(mapping, LIMITS, "b");
      case WEB_LOGS -> throw new IllegalArgumentException("not mutated here: " + format);
    };
  }

  private static <T> void read(Source<T> source, byte[] file) throws IOException {
    Source<T> ready = source.needsSurvey() ? source.surveyed(new Bytes(file)) : source;
    ready.read(new Bytes(file), Range.WHOLE, new Counter<>(file.length));
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
