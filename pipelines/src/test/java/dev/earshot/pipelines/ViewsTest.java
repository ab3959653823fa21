package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code views.sql} of a run over posts alone, where it was written and where it is moved to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewsTest {
  private static final String MENTIONS = "SELECT count(*) FROM brand_mentions";

  @TempDir static Path folder;

  private SmallInput input;

  /** Where the tables were written; each test has a copy of its own there. */
  private Path output;

  @BeforeAll
  void publish() {
    input = SmallInput.in(folder);
    input.lines(
        "posts.jsonl",
        SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Veltrano is great"),
        SmallInput.post("2", "bob", "2026-03-03T10:00:00Z", "Veltrano was late again today"));
    EarshotRun run = input.run().with("--posts", folder + "/posts.jsonl").execute();
    assertEquals(0, run.exitCode(), run.err());
    DemoRuns.copy(input.output(), folder.resolve("kept"));
  }

  @BeforeEach
  void putBack() {
    output = input.output();
    DemoRuns.delete(output);
    DemoRuns.copy(folder.resolve("kept"), output);
  }

  private static String views(Path output) throws IOException {
    return Files.readString(output.resolve("views.sql"));
  }

  @Test
  void everyTableIsThere() throws IOException {
    try (Sql sql = Sql.open()) {
      sql.execute(views(output));
      for (TableSchema table : Tables.ALL) {
        boolean hasRows = !sql.rows("FROM " + table.name() + " LIMIT 1").isEmpty();
        assertTrue(table.needs().isEmpty() || !hasRows, table.name());
        List<String> columns =
            sql.rows("SELECT column_name FROM (DESCRIBE " + table.name() + ") ORDER BY ALL");
        List<String> declared = new ArrayList<>();
        table.columns().forEach(column -> declared.add(column.name()));
        if (table.partition() != null && !table.isByMonth()) {
          declared.add(table.partition().name());
        }
        assertEquals(declared.stream().sorted().toList(), columns, table.name());
        if (table.isDated()) {
          assertEquals(
              List.of(), sql.rows("FROM " + table.name() + " WHERE dt IS NULL"), table.name());
          sql.rows("SELECT max(dt) - 1 FROM " + table.name());
        }
      }
    }
  }

  @Test
  void anEmptyFileIsThereAsLongAsNothingElseIs() throws IOException {
    assertTrue(Files.exists(output.resolve("conversations/dt=__HIVE_DEFAULT_PARTITION__")));
    EarshotRun again =
        input.run().with("--posts", folder + "/posts.jsonl", "--from", "2026-03-03").execute();
    assertEquals(0, again.exitCode(), again.err());
    assertTrue(Files.exists(output.resolve("conversations/dt=__HIVE_DEFAULT_PARTITION__")));
    input.lines(
        "messages.jsonl",
        SmallInput.message("1", "cem", "700000000", "2026-03-03T10:00:00Z", "Where is my bag?"));
    EarshotRun run =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl", "--messages", folder + "/messages.jsonl")
            .with("--from", "2026-03-03")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    List<String> dates = List.of("dt=2026-03-03");
    assertEquals(dates, List.of(output.resolve("conversations").toFile().list()));
    EarshotRun ofOtherDates =
        input.run().with("--posts", folder + "/posts.jsonl", "--to", "2026-03-01").execute();
    assertEquals(0, ofOtherDates.exitCode(), ofOtherDates.err());
    assertEquals(dates, List.of(output.resolve("conversations").toFile().list()));
  }

  @Test
  void anOlderPartitionWithoutAColumn() throws IOException {
    Path old = output.resolve("brand_mentions/dt=2026-03-01/part-00000.parquet");
    try (Sql sql = Sql.open()) {
      sql.execute(
          "COPY (SELECT * EXCLUDE (language, dt) FROM '%s') TO '%s'"
              .formatted(folder.resolve("kept").resolve(output.relativize(old)), old));
      sql.execute(views(output));
      assertEquals(
          List.of("2026-03-01|null", "2026-03-03|en"),
          sql.rows("SELECT dt, language FROM brand_mentions ORDER BY dt"));
    }
  }

  @Test
  void aMovedFolderOpensWithinFromAboveAndByItsName() throws Exception {
    Path moved = Files.createDirectories(folder.resolve("elsewhere")).resolve("out");
    DemoRuns.delete(moved);
    Files.move(output, moved);
    assertEquals("[2]", ask(moved, "views.sql", ""));
    assertEquals("[2]", ask(moved.getParent(), "out/views.sql", ""));
    Path away = Files.createDirectories(folder.resolve("away"));
    String refusal = ask(away, moved + "/views.sql", "");
    assertTrue(refusal.contains("set variable earshot_folder = 'where they are'"), refusal);
    assertEquals(
        "[2]", ask(away, moved + "/views.sql", "set variable earshot_folder = '" + moved + "';"));
  }

  @Test
  void whereItWasWrittenItOpensFromAnywhere() throws Exception {
    assertEquals(
        "[2]", ask(Files.createDirectories(folder.resolve("away")), output + "/views.sql", ""));
  }

  /** Starts a process in a folder that reads the views and counts mentions. */
  private static String ask(Path folder, String views, String first) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName(),
                views,
                first)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.strip();
  }

  /** DuckDB in another working directory. */
  static final class Reader {
    private Reader() {}

    public static void main(String[] arguments) throws IOException {
      try (Sql sql = Sql.open()) {
        sql.execute(arguments[1] + Files.readString(Path.of(arguments[0])));
        System.out.println(sql.rows(MENTIONS));
      }
    }
  }

  /** The tables hold roll-ups and windows; the summaries add up to the posts themselves. */
  @Test
  void summariesAddUp() throws IOException {
    try (Sql sql = Sql.open()) {
      sql.execute(views(DemoRuns.output()));
      assertEquals(
          sql.rows(
              """
              SELECT brand_id, count(*) FROM brand_mentions
              WHERE is_canonical GROUP BY ALL ORDER BY ALL\
              """),
          sql.rows(
              "SELECT brand_id, sum(mention_count) FROM reputation_1d GROUP BY ALL ORDER BY ALL"));
      assertEquals(
          sql.rows("SELECT count(*) FROM site_sessions WHERE is_human"),
          sql.rows("SELECT sum(human_session_count) FROM referrals_1d"));
      for (String summary : List.of("reputation_7d", "referrals_28d", "engagement_1d")) {
        assertEquals(
            List.of(),
            sql.rows(
                "SELECT brand_id, date FROM %s GROUP BY ALL HAVING count(*) > 1"
                    .formatted(summary)),
            summary);
      }
      assertTrue(!sql.rows("FROM topics_28d").isEmpty() && !sql.rows("FROM inbox_1d").isEmpty());
    }
  }
}
