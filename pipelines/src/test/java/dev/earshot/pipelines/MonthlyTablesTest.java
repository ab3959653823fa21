package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A table that lies in months: a run over days leaves the other days of their months as they are.
 */
class MonthlyTablesTest {
  @TempDir Path folder;

  private SmallInput input;

  @BeforeEach
  void publishThreeMonths() {
    input = SmallInput.in(folder);
    orders(
        order("1", "ann", "2026-01-31T10:00:00Z", "10.00"),
        order("2", "ann", "2026-02-01T10:00:00Z", "20.00"),
        order("3", "bob", "2026-02-15T10:00:00Z", "30.00"),
        order("4", "cem", "2026-02-28T10:00:00Z", "40.00"),
        order("5", "cem", "2026-03-01T10:00:00Z", "50.00"));
    assertPublished(run());
  }

  private static String order(String id, String customer, String orderedAt, String amount) {
    return """
    {"order_id":"%s","customer_id":"%s","ordered_at":"%s","status":"completed","amount":"%s","currency":"EUR"}
    """
        .formatted(id, customer, orderedAt, amount)
        .strip();
  }

  private void orders(String... orders) {
    input.lines("orders.jsonl", orders);
  }

  private Arguments run(String... arguments) {
    return input.run().with("--orders", "veltrano=" + folder + "/orders.jsonl").with(arguments);
  }

  private static void assertPublished(Arguments arguments) {
    EarshotRun run = arguments.execute();
    assertEquals(0, run.exitCode(), run.err());
  }

  private List<String> amounts() {
    try (Sql sql = Sql.open()) {
      sql.execute(Files.readString(input.output().resolve("views.sql")));
      return sql.rows("SELECT dt, amount_minor_count FROM orders ORDER BY ALL");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> folders(String table) throws IOException {
    try (Stream<Path> folders = Files.list(input.output().resolve(table))) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aMonthIsAFolderAndAFile() throws IOException {
    assertEquals(List.of("month=2026-01", "month=2026-02", "month=2026-03"), folders("orders"));
    try (Stream<Path> files = Files.walk(input.output().resolve("orders"))) {
      assertEquals(3, files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void aRunOverDaysReplacesTheseAndKeepsTheOthers() {
    orders(
        order("1", "ann", "2026-01-31T10:00:00Z", "11.00"),
        order("2", "ann", "2026-02-01T10:00:00Z", "21.00"),
        order("3", "bob", "2026-02-15T10:00:00Z", "31.00"),
        order("6", "dan", "2026-02-15T12:00:00Z", "61.00"),
        order("4", "cem", "2026-02-28T10:00:00Z", "41.00"),
        order("5", "cem", "2026-03-01T10:00:00Z", "51.00"));
    assertPublished(run("--from", "2026-02-02", "--to", "2026-02-28"));
    List<String> expected =
        List.of(
            "2026-01-31|1000",
            "2026-02-01|2000",
            "2026-02-15|3100",
            "2026-02-15|6100",
            "2026-02-28|4100",
            "2026-03-01|5000");
    assertEquals(expected, amounts());
    Map<String, String> before = EarshotRun.bytes(input.output().resolve("orders"));
    assertPublished(run("--from", "2026-02-02", "--to", "2026-02-28"));
    assertEquals(expected, amounts());
    assertEquals(before, EarshotRun.bytes(input.output().resolve("orders")));
  }

  @Test
  void aDayThatLosesItsRowsIsNamed() {
    orders(
        order("3", "bob", "2026-02-15T10:00:00Z", "31.00"),
        order("5", "cem", "2026-03-01T10:00:00Z", "51.00"));
    EarshotRun run = run("--from", "2026-02-10", "--to", "2026-02-28").execute();
    assertEquals(65, run.exitCode(), run.err());
    assertTrue(run.err().contains("orders of veltrano: 2026-02-28\n"), run.err());
    assertPublished(run("--from", "2026-02-10", "--to", "2026-02-28", "--replace-empty"));
    assertEquals(
        List.of("2026-01-31|1000", "2026-02-01|2000", "2026-02-15|3100", "2026-03-01|5000"),
        amounts());
  }

  /** As they lay before they lay in months. */
  @Test
  void daysOfAnEarlierVersionAreTakenIntoMonths() throws IOException {
    Path orders = input.output().resolve("orders");
    Path manifest = runManifest();
    String listed = Files.readString(manifest);
    String before = null;
    for (String day : List.of("2026-01-31", "2026-02-28")) {
      Path month = orders.resolve("month=" + day.substring(0, 7) + "/part-00000.parquet");
      Path old = Files.createDirectories(orders.resolve("dt=" + day)).resolve("part-00000.parquet");
      try (Sql sql = Sql.open()) {
        sql.execute(
            "COPY (SELECT * EXCLUDE (dt) FROM read_parquet('%s', hive_partitioning = false) WHERE dt = '%s') TO '%s'"
                .formatted(month, day, old));
      }
      before = listed;
      listed = listed.replace("orders/month=" + day.substring(0, 7), "orders/dt=" + day);
      assertTrue(!listed.equals(before), "the manifest lists it");
      Files.delete(month);
      Files.delete(month.getParent());
    }
    Files.writeString(manifest, listed);
    assertPublished(run("--from", "2026-03-01", "--to", "2026-03-01"));
    assertEquals(List.of("month=2026-01", "month=2026-02", "month=2026-03"), folders("orders"));
    assertEquals(List.of("2026-01-31|1000", "2026-02-28|4000", "2026-03-01|5000"), amounts());
  }

  private Path runManifest() throws IOException {
    try (Stream<Path> runs = Files.list(input.output().resolve("_runs"))) {
      return runs.findFirst().orElseThrow().resolve("manifest.json");
    }
  }
}
