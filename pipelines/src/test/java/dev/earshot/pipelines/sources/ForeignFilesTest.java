package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.FileHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of other programs, in the shapes that they document: none is taken for a format's. */
class ForeignFilesTest {
  private static final Path FILES = Path.of("../testdata/foreign/files.txt");
  private static final Path FIXTURES = Path.of("../testdata/platforms");

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

  /** What is read is a document of its own: wrapped in what nobody knows, nothing would be read. */
  @Test
  void anEnvelopeIsNotTakenForWhatItHolds() throws IOException {
    List<String> taken = new ArrayList<>();
    int count = 0;
    try (Stream<Path> all = Files.walk(FIXTURES)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
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
}
