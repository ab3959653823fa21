package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.mapping.MissingColumns;
import dev.earshot.pipelines.sources.mapping.ShippedMappings;
import dev.earshot.pipelines.sources.recognise.FileHead;
import dev.earshot.pipelines.sources.tabular.TableColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of other programs, in the shapes that they document: none is taken for a format's. */
class ForeignFilesTest {
  private static final Path FILES = Path.of("../testdata/foreign/files.txt");
  private static final Path FIXTURES = Path.of("../testdata/platforms");
  private static final Path VISITS = Path.of("../testdata/weblogs");
  private static final Set<Format> ANALYTICS =
      EnumSet.of(
          Format.MATOMO_VISITS, Format.PLAUSIBLE_JSONL, Format.GA4_JSONL, Format.GA4_PARQUET);

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String part : Files.readString(FILES).split("(?m)^== ", -1)) {
      int lineFeed = part.indexOf('\n');
      if (lineFeed > 0) {
        files.put(part.substring(0, lineFeed), part.substring(lineFeed + 1));
      }
    }
    return files;
  }

  /** The code of the format that it is taken for. */
  private static String told(String content, RecordKind kind) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    FileHead head = FileHead.read(new ByteArrayChannel(bytes, bytes.length), ReadLimits.DEFAULT);
    try {
      return head.format(null, kind, "export/file").map(Format::code).orElse("empty");
    } catch (UnknownFormatException unknown) {
      return "unknown";
    }
  }

  @Test
  void filesOfOtherProgramsAreUnknown() throws IOException {
    Map<String, String> files = files();
    List<String> taken = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      for (RecordKind kind : List.of(RecordKind.POSTS, RecordKind.MESSAGES, RecordKind.ORDERS)) {
        String format = told(file.getValue(), kind);
        if (!format.equals("unknown")) {
          taken.add(file.getKey() + " as " + format);
        }
      }
    }
    assertEquals(List.of(), taken);
    assertTrue(files.size() >= 50, files.size() + " files");
  }

  /**
   * Downloads from Meta name the outermost member after what it holds: any name may be one. Of what
   * X's web site answers posts are read wherever they stand.
   */
  private static boolean isDocument(Path path) {
    String name = path.toString();
    return name.endsWith(".json") && !name.contains("meta-download") && !name.contains("x/web");
  }

  /** What is read is a document of its own: wrapped in what nobody knows, nothing would be read. */
  @Test
  void anEnvelopeIsNotTakenForWhatItHolds() throws IOException {
    List<String> taken = new ArrayList<>();
    int count = 0;
    try (Stream<Path> all = Files.walk(FIXTURES)) {
      for (Path file : all.filter(ForeignFilesTest::isDocument).sorted().toList()) {
        String wrapped = "{\"delivered\":{\"object\":" + Files.readString(file) + "}}\n";
        for (RecordKind kind : List.of(RecordKind.POSTS, RecordKind.MESSAGES)) {
          String format = told(wrapped, kind);
          count++;
          if (!format.equals("unknown")) {
            taken.add(file + " as " + format);
          }
        }
      }
    }
    assertEquals(List.of(), taken);
    assertTrue(count > 20, count + " files");
  }

  /** Visits and events of analytics tools are posts of nobody, and nobody's posts are visits. */
  @Test
  void visitsAndPostsAreToldApart() throws IOException {
    List<String> taken = new ArrayList<>();
    try (Stream<Path> all = Files.walk(VISITS)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        for (RecordKind kind : List.of(RecordKind.POSTS, RecordKind.MESSAGES, RecordKind.ORDERS)) {
          String format = told(Files.readString(file), kind);
          if (!format.equals("unknown")) {
            taken.add(file + " as " + format);
          }
        }
      }
    }
    Map<String, byte[]> others = new TreeMap<>();
    files().forEach((name, text) -> others.put(name, text.getBytes(StandardCharsets.UTF_8)));
    try (Stream<Path> all = Files.walk(FIXTURES)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        others.put(file.toString(), Files.readAllBytes(file));
      }
    }
    for (Map.Entry<String, byte[]> file : others.entrySet()) {
      byte[] bytes = file.getValue();
      FileHead head = FileHead.read(new ByteArrayChannel(bytes, bytes.length), ReadLimits.DEFAULT);
      try {
        head.webLogFormat()
            .filter(ANALYTICS::contains)
            .ifPresent(format -> taken.add(file.getKey() + " as " + format.code()));
      } catch (UnknownFormatException unknown) {
        // As it should be.
      }
    }
    assertEquals(List.of(), taken);
    assertTrue(others.size() > 100, others.size() + " files");
  }

  /** None has the columns that a mapping of ours asks for. */
  @Test
  void noShippedMappingReadsThem() throws IOException {
    List<String> read = new ArrayList<>();
    for (String name : ShippedMappings.NAMES) {
      String yaml = ShippedMappings.text(name).orElseThrow();
      for (Map.Entry<String, String> file : files().entrySet()) {
        byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
        List<String> columns =
            TableColumns.ofCsv(
                Mapping.parse(yaml, name), new ByteArrayChannel(bytes, bytes.length));
        if (!columns.isEmpty()
            && MissingColumns.messages(yaml, name, file.getKey(), columns).isEmpty()) {
          read.add(name + " " + file.getKey());
        }
      }
    }
    assertEquals(List.of(), read);
  }
}
