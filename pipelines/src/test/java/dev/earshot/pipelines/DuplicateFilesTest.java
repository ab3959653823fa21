package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold the same bytes are read once, whatever their names and compression. */
class DuplicateFilesTest {
  private static final String AGENT =
      "Mozilla/5.0 (X11; Linux x86_64; rv:136.0) Gecko/20100101 Firefox/136.0";

  @TempDir Path folder;
  private SmallInput input;
  private Path logs;

  @BeforeEach
  void brand() throws IOException {
    input = SmallInput.in(folder);
    input.file("brands.yaml", "brands:\n  - id: heron\n    name: Heron\n");
    logs = Files.createDirectory(folder.resolve("logs"));
  }

  /** Pages of as many visitors. */
  private static String log(int lines, String last) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      log.append("192.0.2.%d - - [02/Mar/2026:10:%02d:00 +0000] ".formatted(i % 250, i % 60))
          .append("\"GET /page HTTP/1.1\" 200 5 \"-\" \"" + AGENT + "\"\n");
    }
    return log + last;
  }

  private void gzip(String name, String content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(logs.resolve(name)))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private EarshotRun validate(String option, String pattern) {
    return EarshotRun.of("validate", "--brands", input.brands().toString(), option, pattern);
  }

  private void assertDuplicates(String log) throws IOException {
    Files.writeString(logs.resolve("access.log"), log);
    gzip("access.log.1.gz", log);
    Files.write(
        logs.resolve("access.log.2.zst"), Zstd.compress(log.getBytes(StandardCharsets.UTF_8)));
    Files.createSymbolicLink(logs.resolve("current.log"), logs.resolve("access.log"));
    EarshotRun run = validate("--web-logs", logs.toString());
    String first = logs + "/access.log";
    String told =
        """
        earshot: 3 files hold the same as another and are not read again:
          %1$s.1.gz: as %1$s
          %1$s.2.zst: as %1$s
          %2$s/current.log: as %1$s\
        """
            .formatted(first, logs);
    assertTrue(run.err().contains(told), run.err());
  }

  @Test
  void aShortLogAndItsCopies() throws IOException {
    assertDuplicates(log(3, ""));
  }

  /** Longer than what is looked at of every file. */
  @Test
  void aLongLogAndItsCopies() throws IOException {
    assertDuplicates(log(2_000, ""));
  }

  @Test
  void linksAlone() throws IOException {
    Files.writeString(logs.resolve("access.log"), log(2_000, ""));
    Files.createSymbolicLink(logs.resolve("current.log"), logs.resolve("access.log"));
    assertTrue(validate("--web-logs", logs.toString()).err().contains("1 files hold the same"));
  }

  @Test
  void filesThatBeginAlikeAndEndOtherwiseAreOthers() throws IOException {
    Files.writeString(logs.resolve("a.log"), log(2_000, "# 1\n"));
    Files.writeString(logs.resolve("b.log"), log(2_000, "# 2\n"));
    Files.writeString(logs.resolve("c.log"), log(2_000, "# 10\n"));
    gzip("d.log.gz", log(2_000, "# 3\n"));
    Files.writeString(logs.resolve("e.log"), "");
    Files.writeString(logs.resolve("f.log"), "");
    assertFalse(validate("--web-logs", logs.toString()).err().contains("the same"));
  }

  @Test
  void thePostsOfAnExportAndItsMessagesAreBothRead() throws IOException {
    input.lines("posts/a.jsonl", SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Heron"));
    input.lines("posts/b.jsonl", SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Heron"));
    assertTrue(validate("--posts", folder + "/posts").err().contains("1 files hold the same"));
  }

  @Test
  void theAccountOfTheRunNamesThem() throws IOException {
    Files.writeString(logs.resolve("access.log"), log(288, ""));
    gzip("access.log.1.gz", log(288, ""));
    EarshotRun run = input.run().with("--web-logs", logs.toString()).execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("access.log|288|null", "access.log.1.gz|0|" + logs + "/access.log"),
          sql.rows(
              """
              SELECT parse_filename(source_name), read_count, duplicate_of
              FROM pipeline_runs ORDER BY source_name\
              """));
      assertEquals(
          List.of("288"),
          sql.rows("SELECT CAST(sum(page_view_count) AS BIGINT) FROM site_sessions"));
    }
    assertTrue(
        Files.readString(Path.of(run.out().strip()))
            .contains("\"duplicate_of\" : \"" + logs + "/access.log\""));
  }
}
