package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that cannot go on, over an output that holds tables: these stay as they are, byte for byte.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FailingRuns {
  @TempDir static Path folder;

  SmallInput input;
  Map<String, String> before;

  @BeforeAll
  void publish() {
    input = SmallInput.in(folder);
    input.lines(
        "good.jsonl",
        SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Veltrano is great"),
        SmallInput.post("2", "bob", "2026-03-03T10:00:00Z", "Veltrano was late again today"));
    EarshotRun run = good().execute();
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        Files.exists(Path.of(run.out().strip())), "the last line names the manifest: " + run.out());
  }

  @BeforeEach
  void remember() {
    before = published();
  }

  Arguments good() {
    return input.run().with("--posts", folder + "/good.jsonl");
  }

  Map<String, String> published() {
    Map<String, String> files = new TreeMap<>(EarshotRun.bytes(input.output()));
    files.remove("_lock");
    // Where a run that publishes nothing keeps what it rejected.
    files.keySet().removeIf(name -> name.startsWith("_failed/"));
    return files;
  }

  /** The run ends with this code and, among progress, exactly this message. */
  void assertFails(int exitCode, String message, EarshotRun run) {
    List<String> said =
        run.err().lines().filter(line -> !line.contains(" % of the input read")).toList();
    String expected = "earshot: " + message;
    assertTrue(String.join("\n", said).contains(expected), run.err());
    assertEquals(exitCode, run.exitCode(), run.err());
    assertEquals("", run.out());
    assertEquals(before, published());
  }

  static void assertInvalid(String message, EarshotRun run) {
    assertEquals(65, run.exitCode(), run.err());
    assertTrue(run.err().contains("earshot: " + message), run.err());
  }
}
