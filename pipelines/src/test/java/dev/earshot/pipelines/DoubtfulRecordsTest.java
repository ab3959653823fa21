package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was read but is in doubt stands in the tables, and they say so. */
class DoubtfulRecordsTest {
  @TempDir Path folder;

  private SmallInput input() {
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "posts.jsonl",
        SmallInput.post("1", "ann", "2024-05-01T10:00:00Z", "Veltrano isnâ€™t\\u0000 good"),
        SmallInput.post("2", "bob", "2024-05-01T10:00:00Z", "Veltr\\u202eano is\\ud800 late"),
        SmallInput.post("3", "cy", "2024-05-01T10:00:00Z", "Veltrano isn’t late"));
    input.lines(
        "chat.txt",
        "31/12/2023, 23:58 - Marl: hi",
        "01/02/2024, 00:04 - Veltrano Desk: \ufeffhello");
    return input;
  }

  private List<String> rows(SmallInput input, String runner) {
    Path output = folder.resolve(runner);
    EarshotRun run =
        EarshotRun.Arguments.run(input.brands(), output, folder)
            .with("--runner", runner)
            .with("--posts", folder + "/posts.jsonl", "--messages", folder + "/chat.txt")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(output)) {
      List<String> mentions =
          HashedIds.withPosts(
              sql.rows("SELECT post_id, issues FROM brand_mentions"), "1", "2", "3");
      assertEquals(
          List.of("1|[mojibake, control_character]", "2|[lone_surrogate, bidi_control]", "3|[]"),
          mentions);
      return sql.rows(
          "SELECT kind, read_count, flagged_count, day_order FROM pipeline_runs ORDER BY kind");
    }
  }

  @Test
  void issuesAreListedAndCountedOnBothEngines() {
    SmallInput input = input();
    List<String> expected = List.of("messages|2|1|day-first", "posts|3|2|null");
    assertEquals(expected, rows(input, "direct"));
    assertEquals(expected, rows(input, "flink"));
  }
}
