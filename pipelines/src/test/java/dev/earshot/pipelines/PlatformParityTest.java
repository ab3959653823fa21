package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folder of all hand-made files of platforms, given as posts and as messages, on both engines.
 */
class PlatformParityTest {
  private static final Path FOLDER = Path.of("../testdata/platforms");

  @TempDir Path folder;

  private Path run(SmallInput input, String runner) {
    Path output = folder.resolve(runner);
    EarshotRun run =
        EarshotRun.Arguments.run(input.brands(), output, folder)
            .with("--posts", FOLDER.toString(), "--messages", FOLDER.toString())
            .with("--runner", runner, "--max-rejected-rate", "1", "--keep-text")
            .with("--from", "2026-02-27", "--to", "2026-03-03", "--day-order", "month-first")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    return output;
  }

  private static Map<String, String> tables(Path output) {
    Map<String, String> files = new TreeMap<>(EarshotRun.bytes(output));
    files.keySet().removeIf(name -> !name.endsWith(".parquet"));
    return files;
  }

  @Test
  void bothEnginesWriteTheSameTables() {
    SmallInput input = SmallInput.in(folder);
    input.file("brands.yaml", SmallInput.BRANDS.replace("\"700000000\"", "\"201\""));
    Path flink = run(input, "flink");
    Map<String, String> expected = tables(flink);
    Map<String, String> found = tables(run(input, "direct"));
    assertEquals(expected.keySet(), found.keySet());
    for (Map.Entry<String, String> file : expected.entrySet()) {
      assertEquals(file.getValue().length(), found.get(file.getKey()).length(), file.getKey());
      assertEquals(file.getValue().hashCode(), found.get(file.getKey()).hashCode(), file.getKey());
    }
    try (Sql sql = Sql.over(flink)) {
      assertEquals(
          List.of("0"),
          sql.rows(
              """
              SELECT count_if(read_count != accepted_count + rejected_count + duplicate_count
                + out_of_scope_count) FROM pipeline_runs"""));
      assertEquals(
          List.of("messages|telegram-messages", "posts|telegram-posts"),
          sql.rows(
              """
              SELECT kind, format FROM pipeline_runs
              WHERE source_name LIKE '%telegram.json' ORDER BY kind"""),
          "an export of all chats is read as both");
    }
  }
}
