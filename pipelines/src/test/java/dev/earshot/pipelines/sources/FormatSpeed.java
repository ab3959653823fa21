package dev.earshot.pipelines.sources;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.earshot.models.domain.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints how fast each format is read, beside Jackson that reads the same bytes and keeps nothing.
 * A program, to be run with the test class path: each fixture of {@code testdata/platforms} is
 * repeated to eight megabytes and read until it is warm, then five times; the fastest counts. Time
 * is that of the processor, so that other work on the machine does not count.
 */
final class FormatSpeed {
  private static final int BYTES = 8_000_000;
  private static final int WARM_ROUNDS = 6;
  private static final int ROUNDS = 5;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ChatAccounts ACCOUNTS =
      new ChatAccounts(LocalTimes.UNKNOWN, (network, account) -> false);

  private FormatSpeed() {}

  /** Takes the folder of the fixtures, or none for the repository's. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length == 0 ? "../testdata/platforms" : arguments[0]);
    System.out.println("| format | MB/s | records/s | Jackson MB/s | part of Jackson's speed |");
    System.out.println("|---|---:|---:|---:|---:|");
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      Optional<Format> format = format(content);
      if (format.isPresent()) {
        print(format.get(), repeated(content));
      }
    }
  }

  private static Optional<Format> format(byte[] content) throws IOException {
    try {
      return FileHead.read(new ByteArrayChannel(content, content.length), ReadLimits.DEFAULT)
          .format(null);
    } catch (UnknownFormatException several) {
      boolean isTelegram = String.valueOf(several.getMessage()).startsWith("may be telegram");
      return isTelegram ? Optional.of(Format.TELEGRAM_MESSAGES) : Optional.empty();
    }
  }

  /** The items of the document's first array again and again, or all lines. */
  private static byte[] repeated(byte[] content) throws IOException {
    try {
      JsonNode root = MAPPER.readTree(content);
      ArrayNode items = array(root, 0);
      if (items != null) {
        int size = items.size();
        int copies = BYTES / Math.max(1, items.toString().length());
        for (int i = 0; i < copies * size; i++) {
          items.add(items.get(i % size));
        }
        return MAPPER.writeValueAsBytes(root);
      }
    } catch (JsonProcessingException lines) {
      // Lines, an assignment or text: the file is repeated as it is.
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (all.size() < BYTES) {
      all.write(content);
      all.write('\n');
    }
    return all.toByteArray();
  }

  private static @Nullable ArrayNode array(JsonNode node, int depth) {
    if (node.isArray() && !node.isEmpty() && node.get(0).size() > 2) {
      return (ArrayNode) node;
    }
    for (Iterator<JsonNode> members = node.elements(); depth < 2 && members.hasNext(); ) {
      ArrayNode found = array(members.next(), depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static final class Counter<T> implements RecordSink<T> {
    private long records;

    @Override
    public void accept(T record, long byteOffset) {
      records++;
    }

    @Override
    public void reject(Rejection rejection) {
      records++;
    }
  }

  private interface Pass {
    long run() throws IOException;
  }

  private static void print(Format format, byte[] content) throws IOException {
    long[] records = new long[1];
    Pass read =
        () ->
            records[0] =
                format.kind() == RecordKind.POSTS
                    ? read(Platforms.posts(format, null, ACCOUNTS, ReadLimits.DEFAULT), content)
                    : read(Platforms.messages(format, null, ACCOUNTS, ReadLimits.DEFAULT), content);
    double seconds = seconds(read);
    double jackson = format == Format.WHATSAPP_EXPORT ? 0 : seconds(() -> tokens(content));
    System.out.printf(
        Locale.ROOT,
        "| `%s` | %.0f | %,.0f | %s | %s |%n",
        format.code(),
        content.length / 1e6 / seconds,
        records[0] / seconds,
        jackson == 0 ? "" : String.format(Locale.ROOT, "%.0f", content.length / 1e6 / jackson),
        jackson == 0 ? "" : String.format(Locale.ROOT, "%.2f", jackson / seconds));
  }

  private static <T> long read(Source<T> source, byte[] content) throws IOException {
    Source<T> ready = source;
    if (source.needsSurvey()) {
      ready = source.surveyed(new ByteArrayChannel(content, content.length));
    }
    Counter<T> counter = new Counter<>();
    ready.read(new ByteArrayChannel(content, content.length), Range.WHOLE, counter);
    return counter.records;
  }

  private static long tokens(byte[] content) throws IOException {
    long tokens = 0;
    try (JsonParser parser = new JsonFactory().createParser(content)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    } catch (JsonProcessingException assignment) {
      return tokens;
    }
    return tokens;
  }

  private static double seconds(Pass pass) throws IOException {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      pass.run();
      long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      best = round < WARM_ROUNDS ? best : Math.min(best, taken);
    }
    return best / 1e9;
  }
}
