package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.FileHead;
import dev.earshot.pipelines.sources.recognise.Formats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Samples of other projects, which are not in the repository: what is read in each file. Formats
 * are told as a run tells them.
 */
class PlatformSamplesTest {
  private static final Path SAMPLES = Path.of("../../shared/data/platform_samples");
  private static final Path TABLE = Path.of("docs/platform-samples.md");

  @Test
  void everySampleIsRecognisedAndReadAsTheTableSays() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES), SAMPLES + " is not there");
    StringBuilder table =
        new StringBuilder(
            "| file | format | records | rejected | skipped |\n|---|---|---:|---|---|\n");
    try (Stream<Path> all = Files.walk(SAMPLES)) {
      List<Path> files = all.filter(PlatformSamplesTest::isSample).sorted().toList();
      files.forEach(file -> table.append(row(file)));
    }
    Path made = Path.of("target/platform-samples.md");
    Files.writeString(made, table);
    assertEquals(
        Files.readString(TABLE).substring(Files.readString(TABLE).indexOf("| file |")),
        table.toString());
  }

  private static boolean isSample(Path file) {
    return Files.isRegularFile(file) && !file.getParent().equals(SAMPLES);
  }

  private static String row(Path file) {
    try {
      FileHead head;
      try (FileChannel channel = FileChannel.open(file)) {
        head = FileHead.read(channel, ReadLimits.DEFAULT);
      }
      Optional<Format> format;
      try {
        format = head.format(null, null, SAMPLES.relativize(file).toString());
      } catch (UnknownFormatException e) {
        return "| %s | none | | | |%n".formatted(SAMPLES.relativize(file));
      }
      if (format.isEmpty()) {
        return "| %s | nothing in it | 0 | | |%n".formatted(SAMPLES.relativize(file));
      }
      Source<?> source = Formats.of(format.get()).open(Contexts.NOBODY);
      Collected<?> read = Collected.file(source, file, ReadLimits.DEFAULT);
      Map<String, Integer> rejected = new TreeMap<>();
      read.rejections.forEach(
          r -> rejected.merge(r.reason().code() + " " + r.field(), 1, Integer::sum));
      return "| %s | %s | %d | %s | %s |%n"
          .formatted(
              SAMPLES.relativize(file),
              format.get().code(),
              read.records.size(),
              counts(rejected),
              counts(
                  read.skipped.entrySet().stream()
                      .collect(
                          Collectors.toMap(
                              e -> e.getKey().code(),
                              Map.Entry::getValue,
                              (a, b) -> a,
                              TreeMap::new))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(Collectors.joining(", "));
  }
}
