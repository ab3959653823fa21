package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a run that publishes nothing leaves behind for whoever looks why. */
class FailedRunsTest extends FailingRuns {
  private static final String SECRET_TEXT = "Quagga4711 only in this message";

  /** Six reasons, of which the five most frequent are told; the counts are those of the lines. */
  @Test
  void theMostFrequentReasonsAndTheRecords() throws IOException {
    String good = SmallInput.post("9", "ann", "2026-03-01T10:00:00Z", "Veltrano is great");
    StringBuilder lines = new StringBuilder(good + "\n");
    lines.append("{\"post_id\":\n".repeat(7));
    lines.append("{\"network\":\"x\"}\n".repeat(6));
    lines.append((good.replace("\"2026-03-01T10:00:00Z\"", "\"yesterday\"") + "\n").repeat(5));
    lines.append((good.replace("\"9\"", "\"\"") + "\n").repeat(4));
    lines.append((good.replace("\"x\"", "\"\"") + "\n").repeat(3));
    lines.append((good.replace("2026", "2099") + "\n").repeat(2));
    lines.append(good.replace("\"ann\"", "\"\"")).append('\n');
    Path file = input.file("many.jsonl", lines.toString());
    EarshotRun run = input.run().with("--posts", "posts-jsonl:" + file).execute();
    assertEquals(65, run.exitCode(), run.err());
    List<String> said =
        run.err().lines().dropWhile(line -> !line.contains("records are bad, more than")).toList();
    assertTrue(said.get(0).contains("28 of 29 records are bad"), run.err());
    List<String> starts =
        List.of(
            "  missing_field post_id: 10, first in " + file + " line 9; expected ",
            "  invalid_json: 7, first in " + file + " line 2; expected ",
            "  invalid_timestamp posted_at: 5, first in " + file + " line 15; expected ");
    for (int i = 0; i < starts.size(); i++) {
      assertTrue(said.get(1 + i).startsWith(starts.get(i)), said.get(1 + i));
    }
    assertEquals("  and 1 more reason", said.get(6), run.err());
    String told = "the rejected records are in ";
    assertTrue(said.get(7).startsWith(told), run.err());
    Path kept = Path.of(said.get(7).substring(told.length()));
    assertEquals(input.output().resolve("_failed"), kept.getParent().getParent());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("28|7"),
          sql.rows(
              "SELECT count(*), count(*) FILTER (reason = 'invalid_json') FROM read_parquet('"
                  + kept
                  + "/**/*.parquet')"));
      assertEquals(List.of("0"), sql.rows("SELECT count(*) FROM rejected_records"));
    }
    assertEquals(before, published());
    assertEquals(
        0, EarshotRun.of("check", "--tables", input.output().toString()).exitCode(), "ignored");
  }

  /** As in the table: where they stand, and nothing of what they say. */
  @Test
  void noTextAndNoIdIsKept() throws IOException {
    Path file =
        input.lines(
            "dm.jsonl",
            SmallInput.message("1", "ann4711", "700000000", "never", SECRET_TEXT),
            SmallInput.message("2", "ann4711", "700000000", "2026-03-01T10:00:00Z", ""));
    EarshotRun run =
        input.run().with("--posts", "-", "--messages", "messages-jsonl:" + file).execute();
    assertTrue(run.err().contains("the rejected records are in "), run.err());
    try (Stream<Path> paths = Files.walk(input.output().resolve("_failed"))) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("Quagga4711") || bytes.contains("ann4711"), path.toString());
      }
    }
  }

  /** A night that fails again and again must not fill the disk; a good one must not hide why. */
  @Test
  void theFiveNewestAreKept() throws IOException {
    Path failed = input.output().resolve("_failed");
    String first = "";
    for (int i = 0; i < 7; i++) {
      Path file = input.lines("night-" + i + ".jsonl", "{\"post_id\":", "{\"post_id\":" + i);
      EarshotRun run = input.run().with("--posts", "posts-jsonl:" + file).execute();
      assertEquals(65, run.exitCode(), run.err());
      for (Path path : files(failed)) {
        // An hour earlier each night, as if they had passed.
        FileTime written = Files.getLastModifiedTime(path);
        Files.setLastModifiedTime(path, FileTime.fromMillis(written.toMillis() - 3_600_000));
      }
      first = i == 0 ? run.err().substring(run.err().indexOf("_failed/")).strip() : first;
    }
    assertEquals(5, runs(failed).size());
    assertFalse(Files.exists(input.output().resolve(first)), first);
    Arguments good = good();
    assertEquals(0, good.execute().exitCode());
    assertEquals(5, runs(failed).size());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> runs(Path failed) throws IOException {
    return files(failed).stream()
        .map(path -> failed.relativize(path).getName(0).toString())
        .distinct()
        .toList();
  }
}
