package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Input that stops coming removes nothing that is published, and neither does anything else but
 * {@code --replace-empty}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedRowsStayTest {
  private static final String SECOND_BRAND =
      """
        - id: larkwell
          name: Larkwell
          time_zone: Europe/London
      """;

  @TempDir static Path folder;

  private SmallInput input;
  private Path output;

  @BeforeAll
  void writeInput() {
    input = SmallInput.in(folder);
    input.file("brands.yaml", SmallInput.BRANDS + SECOND_BRAND);
    input.lines("empty.jsonl");
    input.lines(
        "veltrano.jsonl",
        SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Veltrano is great"),
        SmallInput.post("2", "bob", "2026-03-03T10:00:00Z", "Veltrano was late again today"));
    input.lines(
        "larkwell.jsonl",
        SmallInput.post("3", "cem", "2026-03-01T11:00:00Z", "Larkwell sells good shoes"),
        SmallInput.post("4", "dan", "2026-03-03T11:00:00Z", "Larkwell has nice socks"));
    input.lines(
        "messages.jsonl",
        SmallInput.message("1", "cem", "700000000", "2026-03-01T10:00:00Z", "Where is my bag?"),
        SmallInput.message("2", "700000000", "cem", "2026-03-01T10:30:00Z", "Here it is"));
  }

  @BeforeEach
  void publish() {
    output = folder.resolve("out-" + System.nanoTime());
    EarshotRun run = whole().execute();
    assertEquals(0, run.exitCode(), run.err());
  }

  private Arguments run(String... posts) {
    Arguments run =
        Arguments.run(input.brands(), output, folder).with("--runner", "direct").with("--posts");
    for (String file : posts) {
      run.with(folder.resolve(file).toString());
    }
    return run;
  }

  private String messages() {
    return folder.resolve("messages.jsonl").toString();
  }

  private Arguments whole() {
    return run("veltrano.jsonl", "larkwell.jsonl").with("--messages", messages());
  }

  private Map<String, String> published() {
    Map<String, String> files = new TreeMap<>(EarshotRun.bytes(output));
    files.remove("_lock");
    return files;
  }

  private void assertRefused(int exitCode, Arguments arguments, String... said) {
    Map<String, String> before = published();
    EarshotRun run = arguments.execute();
    assertEquals(exitCode, run.exitCode(), run.err());
    for (String text : said) {
      assertTrue(run.err().contains(text), run.err());
    }
    assertEquals("", run.out());
    assertEquals(before, published());
  }

  @Test
  void aRunOverNothingChangesNothing() {
    assertRefused(
        99,
        run("empty.jsonl").with("--from", "2026-03-01", "--to", "2026-03-03"),
        "nothing was published");
    output = folder.resolve("new");
    EarshotRun run = run("empty.jsonl").execute();
    assertEquals(99, run.exitCode(), run.err());
    assertEquals(Map.of(), published());
  }

  /** Orders of before the dates are accepted, as they tell who comes back, and give no row. */
  @Test
  void ordersOfOtherDatesAreNothing() {
    Path orders =
        input.file(
            "orders.jsonl",
            "{\"order_id\":\"o1\",\"line_id\":\"1\",\"customer_id\":\"c1\",\"brand_id\":\"veltrano\","
                + "\"amount\":10,\"currency\":\"EUR\",\"ordered_at\":\"2026-01-05T10:00:00Z\"}\n");
    assertRefused(
        99,
        Arguments.run(input.brands(), output, folder)
            .with("--runner", "direct", "--orders", orders.toString())
            .with("--from", "2027-06-03", "--to", "2027-06-05"),
        "nothing for these dates; nothing was published");
  }

  @Test
  void anEarlierClockRemovesNoLaterDate() {
    assertRefused(
        65,
        whole().with("--as-of", "2026-03-02T12:00:00Z"),
        "brand_reputation_daily of larkwell: 2026-03-03\n",
        "brand_reputation_daily of veltrano: 2026-03-03\n",
        "--replace-empty");
  }

  /** Under two keys the same person would be two. */
  @Test
  void rowsUnderAnotherKeyAreNotAddedTo() {
    Path key = input.file("other.key", "another key, also for tests alone");
    Arguments other =
        Arguments.withKey(input.brands(), output, key)
            .with("--runner", "direct", "--messages", messages())
            .with("--posts", folder + "/veltrano.jsonl", folder + "/larkwell.jsonl");
    Arguments aDay = Arguments.copyOf(other).with("--from", "2026-03-03", "--to", "2026-03-03");
    assertRefused(
        65,
        aDay,
        "under another pseudonymisation key",
        "another --output",
        "nothing was published");
    EarshotRun whole = other.execute();
    assertEquals(0, whole.exitCode(), whole.err());
    EarshotRun again = aDay.execute();
    assertEquals(0, again.exitCode(), again.err());
    assertRefused(65, whole().with("--from", "2026-03-03"), "under another pseudonymisation key");
  }

  @Test
  void theBrandWhoseInputFailedKeepsItsRows() {
    Arguments outage =
        run("veltrano.jsonl")
            .with("--messages", messages())
            .with("--from", "2026-03-01", "--to", "2026-03-03");
    assertRefused(
        65,
        outage,
        "brand_mentions of larkwell: 2026-03-01, 2026-03-03\n",
        "brand_reputation_daily of larkwell: 2026-03-01, 2026-03-02, 2026-03-03\n",
        "--replace-empty",
        "nothing was published");
    EarshotRun run = outage.with("--replace-empty").execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(output)) {
      assertEquals(
          List.of("veltrano|2"),
          sql.rows("SELECT brand_id, count(*) FROM brand_mentions GROUP BY ALL"));
    }
  }

  @Test
  void theDateThatARunIsNotOfStays() {
    EarshotRun run =
        run("veltrano.jsonl").with("--from", "2026-03-04", "--to", "2026-03-05").execute();
    assertEquals(99, run.exitCode(), run.err());
    run =
        run("veltrano.jsonl", "larkwell.jsonl")
            .with("--from", "2026-03-03", "--to", "2026-03-03")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(output)) {
      assertEquals(List.of("1"), sql.rows("SELECT count(*) FROM conversations"));
    }
  }

  @Test
  void directMessagesStayWithoutTheirInput() {
    assertRefused(
        65,
        run("veltrano.jsonl", "larkwell.jsonl"),
        "conversations of veltrano (direct_message): 2026-03-01\n",
        "brand_inbox of veltrano (direct_message): 2026-03-01, 2026-03-02\n");
  }

  @Test
  void datesAreEmptiedWhereThatIsSaid() {
    EarshotRun run =
        run("empty.jsonl")
            .with("--from", "2026-03-03", "--to", "2026-03-03", "--replace-empty")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(output)) {
      assertEquals(
          List.of("larkwell|2026-03-01", "veltrano|2026-03-01"),
          sql.rows("SELECT brand_id, dt FROM brand_mentions ORDER BY ALL"));
    }
  }

  @Test
  void filesOfOthersEndTheRunBeforeItsWork() throws IOException {
    Path precious = output.resolve("customers/important.csv");
    Files.createDirectories(precious.getParent());
    Files.writeString(precious, "precious");
    assertRefused(73, whole(), precious + ": was not written by Earshot");
    Files.delete(precious);
    Path nested = output.resolve("brand_mentions/dt=2026-03-01/copy/part-00000.parquet");
    Files.createDirectories(nested.getParent());
    Files.writeString(nested, "precious");
    assertRefused(73, whole(), nested + ": was not written by Earshot");
    Files.delete(nested);
    Files.writeString(output.resolve("brand_mentions/.DS_Store"), "left by a file manager");
    assertEquals(0, whole().execute().exitCode());
  }

  @Test
  void aFolderThatIsNoOutputIsNotTouched() throws IOException {
    output = folder.resolve("of-others");
    Files.createDirectories(output.resolve("orders"));
    Files.writeString(output.resolve("orders/2025.csv"), "precious");
    Files.writeString(output.resolve("notes.txt"), "no table's");
    assertRefused(73, whole(), output.resolve("orders/2025.csv").toString());
    assertFalse(Files.exists(output.resolve("_SUCCESS")));
  }
}
