package dev.earshot.pipelines.sources;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ChannelInputFile;
import dev.earshot.pipelines.sources.bytes.Utf8;
import dev.earshot.pipelines.sources.bytes.Utf8Channel;
import dev.earshot.pipelines.sources.json.DocumentHead;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Prints how fast each format is read, beside Jackson that reads the same bytes and keeps nothing;
 * beside Java's reader of lines for what is no JSON, and beside the library for Parquet. A program,
 * to be run with the test class path: the largest fixture of a format is repeated to eight
 * megabytes and read until it is warm, then five times; the fastest counts. Time is that of the
 * processor, so that other work on the machine does not count.
 */
final class FormatSpeed {
  private static final int BYTES = 8_000_000;
  private static final int ROWS = 400_000;
  private static final int WARM_ROUNDS = 6;
  private static final int ROUNDS = 5;
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FormatSpeed() {}

  /** Takes the names of formats, or none for all. */
  public static void main(String[] arguments) throws IOException {
    List<String> wanted = List.of(arguments);
    System.out.println(
        "| format | MB/s | records/s | beside | MB/s | part of its speed |\n"
            + "|---|---:|---:|---|---:|---:|");
    Path folder = Files.createTempDirectory("speed");
    for (Map.Entry<Format, List<byte[]>> one : FormatFixtures.all(folder).entrySet()) {
      Format format = one.getKey();
      if (wanted.isEmpty() || wanted.contains(format.code())) {
        byte[] largest =
            Collections.max(one.getValue(), Comparator.comparingInt(file -> file.length));
        print(format, large(format, largest, folder));
      }
    }
  }

  private static byte[] large(Format format, byte[] content, Path folder) throws IOException {
    if (format == Format.GA4_PARQUET) {
      return FormatFixtures.ga4Parquet(folder.resolve(format.code()), ROWS);
    }
    if (format.code().endsWith("-parquet")) {
      return FormatFixtures.parquet(folder.resolve(format.code()), ROWS);
    }
    return format.code().endsWith("-csv") || format == Format.W3C_LOG
        ? rows(content)
        : repeated(content);
  }

  /** What stands before the last line once, and the last line again and again. */
  private static byte[] rows(byte[] content) {
    Charset charset = Utf8Channel.charset(content, content.length, StandardCharsets.UTF_8);
    String text = new String(content, charset).strip();
    int last = text.startsWith("#") ? text.lastIndexOf('\n') : text.indexOf('\n');
    String row = text.substring(last + 1) + "\n";
    return Collected.bytes(text.substring(0, last + 1) + row.repeat(BYTES / row.length()));
  }

  /** The items of the document's array again and again, or all lines. */
  private static byte[] repeated(byte[] content) throws IOException {
    try {
      int start = start(content);
      JsonNode root = MAPPER.readTree(content, start, content.length - start);
      ArrayNode items = array(root, 0);
      if (items != null) {
        int size = items.size();
        int copies = BYTES / Math.max(1, items.toString().length());
        for (int i = 0; i < copies * size; i++) {
          items.add(items.get(i % size));
        }
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.write(content, 0, start);
        document.write(MAPPER.writeValueAsBytes(root));
        return document.toByteArray();
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

  /** The largest array near the root: others hold links or what is asked for next. */
  private static @Nullable ArrayNode array(JsonNode node, int depth) {
    if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
      return (ArrayNode) node;
    }
    ArrayNode largest = null;
    for (Iterator<JsonNode> members = node.elements(); depth < 2 && members.hasNext(); ) {
      ArrayNode found = array(members.next(), depth + 1);
      boolean isLarger =
          found != null
              && (largest == null || found.toString().length() > largest.toString().length());
      largest = isLarger ? found : largest;
    }
    return largest;
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
    double seconds =
        seconds(() -> records[0] = read(FormatFixtures.source(format, Contexts.NOBODY), content));
    boolean isParquet = isParquet(format);
    boolean isJson = content[0] == '{' || content[0] == '[' || content[0] == 'w';
    String beside = isParquet ? "its library" : isJson ? "Jackson" : "lines";
    double other =
        seconds(() -> isParquet ? parquetRows(content) : isJson ? tokens(content) : lines(content));
    System.out.printf(
        Locale.ROOT,
        "| `%s` | %.0f | %,.0f | %s | %.0f | %.2f |%n",
        format.code(),
        content.length / 1e6 / seconds,
        records[0] / seconds,
        beside,
        content.length / 1e6 / other,
        other / seconds);
  }

  private static boolean isParquet(Format format) {
    return format.code().endsWith("-parquet");
  }

  private static <T> long read(Source<T> source, byte[] content) throws IOException {
    Source<T> ready = source;
    if (source.needsSurvey()) {
      ready = source.surveyed(channel(source.format(), content));
    }
    Counter<T> counter = new Counter<>();
    ready.read(channel(source.format(), content), ByteRange.WHOLE, counter);
    return counter.records;
  }

  private static ReadableByteChannel channel(Format format, byte[] content) {
    return isParquet(format)
        ? new SeekableBytes(content)
        : new ByteArrayChannel(content, content.length);
  }

  /** Every column of every row, as the library's own example does. */
  private static long parquetRows(byte[] content) throws IOException {
    long rows = 0;
    try (ParquetFileReader reader =
        ParquetFileReader.open(new ChannelInputFile(new SeekableBytes(content)))) {
      MessageType schema = reader.getFileMetaData().getSchema();
      MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        RecordReader<Group> records =
            columns.getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          rows += records.read() == null ? 0 : 1;
        }
      }
    }
    return rows;
  }

  private static long lines(byte[] content) throws IOException {
    long characters = 0;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        characters += line.length();
      }
    }
    return characters;
  }

  /** A document, or each line that is one. */
  private static long tokens(byte[] content) throws IOException {
    int start = start(content);
    try {
      return tokens(content, start, content.length);
    } catch (JsonProcessingException brokenLine) {
      long tokens = 0;
      for (int from = start; from < content.length; ) {
        int lineFeed = Utf8.indexOfLineFeed(content, from, content.length);
        int end = lineFeed < 0 ? content.length : lineFeed;
        try {
          tokens += tokens(content, from, end);
        } catch (JsonProcessingException broken) {
          tokens++;
        }
        from = end + 1;
      }
      return tokens;
    }
  }

  private static long tokens(byte[] content, int from, int end) throws IOException {
    long tokens = 0;
    try (JsonParser parser = FACTORY.createParser(content, from, end - from)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  private static int start(byte[] content) {
    return DocumentHead.assignment(content, 0, content.length);
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
