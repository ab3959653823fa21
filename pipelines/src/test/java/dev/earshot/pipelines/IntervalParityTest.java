package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run over dates gives the rows of a whole run: every table, every row, every column. {@code
 * -Dearshot.parity.days=31} makes the runs of single days those of a month.
 */
class IntervalParityTest {
  private static final int POSTS = 1_200;
  private static final int DAYS = Integer.getInteger("earshot.parity.days", 5);

  @TempDir static Path shared;
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2026-03-01",
    "2026-03-25, 2026-04-02",
    "2026-07-12, 2026-07-12",
    "2026-10-01, 2026-10-31",
    "2026-10-25, 2026-10-25",
    "2026-11-08, 2026-11-20"
  })
  void aRangeGivesTheRowsOfAWholeRun(String from, String to) throws IOException {
    Path whole = whole("flink");
    Path part = run("flink", folder.resolve("part"), "--from", from, "--to", to);
    assertEquals(List.of(), differences(whole, part, from, to));
  }

  @Test
  void dayByDayGivesTheRowsOfAWholeRun() throws IOException {
    Path whole = whole("flink");
    Path days = folder.resolve("days");
    LocalDate first = LocalDate.parse("2026-09-30");
    LocalDate last = first.plusDays(DAYS - 1L);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      run("flink", days, "--from", day.toString(), "--to", day.toString());
    }
    assertEquals(List.of(), differences(whole, days, first.toString(), last.toString()));
  }

  @Test
  void theEngineForSmallInputsGivesThemToo() throws IOException {
    Path whole = whole("direct");
    Path part = run("direct", folder.resolve("part"), "--from", "2026-10-26", "--to", "2026-11-01");
    assertEquals(List.of(), differences(whole, part, "2026-10-26", "2026-11-01"));
  }

  private static Path whole(String runner) throws IOException {
    Path output = shared.resolve("whole-" + runner);
    return output.toFile().exists() ? output : run(runner, output);
  }

  /** A run on the engine for small inputs takes a part of the input. */
  private static Path run(String runner, Path output, String... dates) throws IOException {
    Path input = shared.resolve("input");
    if (!input.toFile().exists()) {
      IntervalInput.write(input, POSTS);
    }
    EarshotRun.Arguments arguments =
        runner.equals("direct")
            ? IntervalInput.runOverFew(input, output)
            : IntervalInput.run(input, output);
    EarshotRun run = arguments.with(dates).with(DemoRuns.engine(runner, 2)).execute();
    assertEquals(0, run.exitCode(), run.err());
    return output;
  }

  /** What differs: for each table its rows, and its columns with the rows that differ in them. */
  private static List<String> differences(Path whole, Path part, String from, String to)
      throws IOException {
    List<String> found = new ArrayList<>();
    try (Sql sql = Sql.open()) {
      int compared = 0;
      for (TableSchema table : Tables.ALL) {
        if (!table.name().equals("pipeline_runs")) {
          compared += compare(sql, table, whole, part, from, to, found);
        }
      }
      assertTrue(compared > 0, "there are rows to compare");
      String clock = "SELECT DISTINCT as_of_at FROM %s";
      assertEquals(
          sql.rows(clock.formatted(Sql.parquet(whole, "pipeline_runs"))),
          sql.rows(clock.formatted(Sql.parquet(part, "pipeline_runs"))));
    }
    return found;
  }

  /** Returns how many rows the whole run has of these dates. */
  private static int compare(
      Sql sql, TableSchema table, Path whole, Path part, String from, String to, List<String> found)
      throws IOException {
    if (!isWritten(whole, table)) {
      if (isWritten(part, table)) {
        found.add(table.name() + " is not in the whole run");
      }
      return 0;
    }
    String dates =
        table.isDated() ? " WHERE dt BETWEEN DATE '%s' AND DATE '%s'".formatted(from, to) : "";
    String columns = "*";
    if (table.name().equals("rejected_records")) {
      columns = "DISTINCT * EXCLUDE (run_id)"; // each run over a day rejects them anew
    } else if (table.columns().stream().anyMatch(column -> column.name().equals("run_id"))) {
      columns = "* EXCLUDE (run_id)";
    }
    sql.execute(
        "CREATE OR REPLACE TEMP TABLE a AS SELECT %s FROM %s%s"
            .formatted(columns, parquet(whole, table), dates));
    sql.execute(
        "CREATE OR REPLACE TEMP TABLE b AS "
            + (isWritten(part, table)
                ? "SELECT %s FROM %s".formatted(columns, parquet(part, table))
                : "FROM a LIMIT 0"));
    int missing = count(sql, "(FROM a) EXCEPT ALL (FROM b)");
    int additional = count(sql, "(FROM b) EXCEPT ALL (FROM a)");
    if (missing + additional > 0) {
      found.add(
          "%s: of %d rows %d not in part, %d only there; %s"
              .formatted(
                  table.name(), count(sql, "FROM a"), missing, additional, columns(sql, table)));
    }
    return count(sql, "FROM a");
  }

  /** The SQL that reads a table; where it is without rows, no date tells the type of dates. */
  private static String parquet(Path output, TableSchema table) {
    String sql = Sql.parquet(output, table.name());
    return table.isDated() && !table.isByMonth()
        ? sql.replace("hive_partitioning = true", "hive_types = {'dt': date}")
        : sql;
  }

  /** Whether a table has any file: one of dates without rows has none. */
  private static boolean isWritten(Path output, TableSchema table) throws IOException {
    if (!Files.isDirectory(output.resolve(table.name()))) {
      return false;
    }
    try (Stream<Path> files = Files.walk(output.resolve(table.name()))) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"));
    }
  }

  private static String columns(Sql sql, TableSchema table) {
    List<String> differing = new ArrayList<>();
    List<String> keys =
        table.key().stream().map(TableColumn::name).filter(name -> !name.equals("run_id")).toList();
    String key = String.join(", ", keys);
    for (TableColumn column : table.columns()) {
      String name = column.name();
      if (keys.contains(name) || name.equals("run_id")) {
        continue;
      }
      int rows =
          count(
              sql,
              "FROM a JOIN b USING (%s) WHERE a.%s IS DISTINCT FROM b.%s"
                  .formatted(key, name, name));
      if (rows > 0) {
        differing.add(name + " " + rows);
      }
    }
    return String.join(", ", differing);
  }

  private static int count(Sql sql, String from) {
    return Integer.parseInt(
        sql.rows("SELECT count(*) FROM (SELECT 1 AS one FROM (%s))".formatted(from)).get(0));
  }
}
