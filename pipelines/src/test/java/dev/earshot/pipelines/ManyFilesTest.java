package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of many small files of several formats: each has its account and its place. */
class ManyFilesTest {
  private static final int FILES = 3_000;
  private static final int BROKEN_EVERY = 150;

  @TempDir Path folder;

  private static String post(int file) {
    return SmallInput.post(
        Integer.toString(file), "a" + file % 100, "2026-03-01T10:00:00Z", "Veltrano " + file);
  }

  private static String status(int file) {
    return """
    [{"id":"%d","created_at":"2026-03-02T10:00:00.000Z","visibility":"public",
      "content":"<p>Veltrano %d</p>","account":{"id":"1","acct":"kim"}}]
    """
        .formatted(file, file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void eachHasItsAccount(String runner) throws IOException {
    SmallInput input = SmallInput.in(folder);
    for (int file = 0; file < FILES; file++) {
      String name = "posts/%d/%04d.json".formatted(file % 7, file);
      if (file % 2 == 1) {
        input.file(name, status(file));
      } else if (file % BROKEN_EVERY == 0) {
        input.lines(name, post(file), "{broken");
      } else {
        input.lines(name, post(file));
      }
    }
    EarshotRun run =
        EarshotRun.Arguments.run(input.brands(), input.output(), folder)
            .with("--posts", folder + "/posts", "--runner", runner)
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("mastodon-api|1|1|0|1500", "posts-jsonl|1|1|0|1480", "posts-jsonl|2|1|1|20"),
          sql.rows(
              """
              SELECT format, read_count, accepted_count, rejected_count, count(*)
              FROM pipeline_runs GROUP BY ALL ORDER BY ALL"""));
      assertEquals(
          List.of("2|20|20"),
          sql.rows(
              """
              SELECT line_number, count(*), count(DISTINCT source_name)
              FROM rejected_records GROUP BY ALL"""));
      assertEquals(
          List.of("mastodon|1500", "x|1500"),
          sql.rows("SELECT network, count(*) FROM brand_mentions GROUP BY ALL ORDER BY ALL"));
    }
  }
}
