package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables that an older version wrote, which had no {@code automated_by_repetition_count} in {@code
 * pipeline_runs}: four days of a brand, in {@code testdata/tables/previous}.
 */
class PreviousVersionTest {
  private static final Path PREVIOUS = Path.of("../testdata/tables/previous");

  @TempDir Path folder;

  private Path output;

  @BeforeEach
  void copy() {
    output = DemoRuns.copy(PREVIOUS.resolve("out"), folder.resolve("out"));
  }

  private EarshotRun query(String sql) {
    return EarshotRun.of("query", "--tables", output.toString(), "--format", "csv", sql);
  }

  private void assertHolds() {
    EarshotRun check = EarshotRun.of("check", "--tables", output.toString());
    assertEquals(0, check.exitCode(), check.out() + check.err());
  }

  @Test
  void aColumnThatCameLaterIsNull() {
    assertHolds();
    EarshotRun asked =
        query(
            """
            select source_name, accepted_count, automated_by_repetition_count
            from pipeline_runs order by all\
            """);
    assertEquals(0, asked.exitCode(), asked.err());
    assertEquals(
        List.of(
            "source_name,accepted_count,automated_by_repetition_count",
            "messages.jsonl,8,",
            "posts.jsonl,12,"),
        asked.out().lines().toList());
    EarshotRun page =
        EarshotRun.of(
            "report",
            "--tables",
            output.toString(),
            "--brand",
            "veltrano",
            "--output",
            folder.resolve("page.html").toString());
    assertEquals(0, page.exitCode(), page.err());
  }

  /** A run of one day leaves the files of the others alone, and all are read together. */
  @Test
  void aNewRunStandsBesideOldPartitions() {
    Map<String, String> before = EarshotRun.bytes(output);
    EarshotRun run =
        EarshotRun.Arguments.run(PREVIOUS.resolve("brands.yaml"), output, folder)
            .with("--posts", PREVIOUS.resolve("posts.jsonl").toString())
            .with("--messages", PREVIOUS.resolve("messages.jsonl").toString())
            .with("--from", "2026-03-04", "--to", "2026-03-04", "--runner", "direct")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    Map<String, String> after = EarshotRun.bytes(output);
    before.forEach(
        (file, bytes) -> {
          if (file.contains("dt=2026-03-01/")) {
            assertEquals(bytes, after.get(file), file);
          }
        });
    assertHolds();
    assertEquals(
        List.of("run_count,unknown", "2,2"),
        query(
                """
                select count(distinct run_id) as run_count,
                  count(*) filter (where automated_by_repetition_count is null) as unknown
                from pipeline_runs\
                """)
            .out()
            .lines()
            .toList());
    assertTrue(
        query("select count(*) from brand_mentions").out().contains("12"),
        "all mentions are there");
  }
}
