package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.pipelines.EarshotRun.Arguments;
import dev.earshot.pipelines.stores.ConflictException;
import dev.earshot.pipelines.stores.ObjectStore;
import dev.earshot.pipelines.stores.ObjectStore.Versioned;
import dev.earshot.pipelines.stores.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs from and to a server that speaks S3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3RunTest {
  private static final String BUCKET = "s3://" + S3Server.BUCKET + "/";
  private static final int IO = 74;
  private static final int NO_INPUT = 66;

  @TempDir static Path folder;
  private SmallInput input;
  private S3Server server;

  @BeforeAll
  void start() throws Exception {
    input = SmallInput.in(folder);
    input.lines(
        "in/posts-1.jsonl",
        SmallInput.post("1", "ada", "2026-03-01T10:00:00Z", "Veltrano was late again"),
        SmallInput.post("2", "ben", "2026-03-02T10:00:00Z", "Love the new Veltrano app"));
    input.lines(
        "in/posts-2.jsonl",
        SmallInput.post("3", "ada", "2026-03-02T12:00:00Z", "Veltrano: great service"),
        "{}");
    input.lines(
        "in/messages.jsonl",
        SmallInput.message("1", "cem", "700000000", "2026-03-02T10:00:00Z", "Where is my bag?"),
        SmallInput.message("2", "700000000", "cem", "2026-03-02T10:30:00Z", "Here it is"));
    server = S3Server.start(folder);
    server.upload(folder.resolve("in"), "in/");
  }

  @AfterAll
  void stop() throws InterruptedException {
    if (server != null) {
      server.stop();
    }
  }

  /** A run from files in a folder or in the store. */
  private EarshotRun run(String in, String output, String... more) {
    return new Arguments()
        .with("run", "--brands", input.brands().toString(), "--output", output)
        .with("--key-file", EarshotRun.key(folder).toString(), "--max-rejected-rate", "0.5")
        .with("--posts", in + "posts-*.jsonl", "--messages", in + "messages.jsonl")
        .with(more)
        .with(server.options())
        .execute();
  }

  /** The files of each table, as who follows the pointer finds them. */
  private Map<String, List<String>> tables(String prefix) throws IOException {
    Path copy = folder.resolve(prefix);
    DemoRuns.delete(copy);
    server.download(prefix + "/", copy);
    ObjectMapper json = new ObjectMapper();
    String manifest =
        json.readTree(copy.resolve("_current.json").toFile()).get("manifest").asText();
    Map<String, List<String>> tables = new TreeMap<>();
    for (JsonNode file : json.readTree(copy.resolve(manifest).toFile()).get("files")) {
      tables
          .computeIfAbsent(file.get("table").asText(), table -> new ArrayList<>())
          .add("'" + copy.resolve(file.get("path").asText()) + "'");
    }
    return tables;
  }

  /** All rows but for what tells the run, which follows from the names of the input files. */
  private static List<String> rows(Sql sql, String source) {
    return sql.rows(
        "SELECT COLUMNS(c -> c NOT IN ('run_id', 'source_name')) FROM "
            + source
            + " ORDER BY ALL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void theTablesAreThoseOfARunOverFolders(String runner) throws IOException {
    Path local = folder.resolve("local-" + runner);
    EarshotRun here = run(folder + "/in/", local.toString(), "--runner", "direct");
    assertEquals(0, here.exitCode(), here.err());
    EarshotRun run = run(BUCKET + "in/", BUCKET + runner, "--runner", runner);
    assertEquals(0, run.exitCode(), run.err());
    Map<String, List<String>> tables = tables(runner);
    assertEquals(Sql.tables(local), List.copyOf(tables.keySet()));
    try (Sql sql = Sql.open()) {
      for (Map.Entry<String, List<String>> table : tables.entrySet()) {
        List<String> expected = rows(sql, Sql.parquet(local, table.getKey()));
        assertTrue(expected.size() > 0, table.getKey());
        assertEquals(
            expected,
            rows(sql, "read_parquet(" + table.getValue() + ", hive_partitioning = true)"),
            table.getKey());
      }
    }
  }

  @Test
  void aBackfillKeepsTheOtherDatesAndClearsAwayWhatNobodyNames() throws IOException {
    EarshotRun whole = run(BUCKET + "in/", BUCKET + "backfill/", "--runner", "direct");
    assertEquals(0, whole.exitCode(), whole.err());
    List<String> before = tables("backfill").get("brand_mentions");
    assertEquals(2, before.size());
    for (int i = 0; i < 2; i++) {
      EarshotRun run =
          run(BUCKET + "in/", BUCKET + "backfill", "--runner", "direct", "--from", "2026-03-02");
      assertEquals(0, run.exitCode(), run.err());
    }
    List<String> after = tables("backfill").get("brand_mentions");
    assertEquals(2, after.size());
    assertEquals(before.get(0), after.get(0), "1 March is the same object");
    assertEquals(
        2,
        server.keys("backfill/data/").stream()
            .filter(key -> key.contains("/brand_mentions/dt=2026-03-02/"))
            .count(),
        "of 2 March this state's and that of the one before; the first is gone");
  }

  @Test
  void anObjectIsReplacedOnlyWhereNobodyElseHas() throws IOException {
    String location = BUCKET + "conditions/pointer.json";
    ObjectStore store =
        Stores.open(
                List.of(location),
                PipelineOptionsFactory.fromArgs(server.options()[1]).create())
            .of(location);
    assertNotNull(store);
    assertEquals(null, store.read(location));
    assertThrows(ConflictException.class, () -> store.write(location, "0", "\"absent\""));
    String first = store.write(location, "1", null);
    assertThrows(ConflictException.class, () -> store.write(location, "2", null));
    String second = store.write(location, "3", first);
    assertThrows(ConflictException.class, () -> store.write(location, "4", first));
    assertEquals(new Versioned("3", second), store.read(location));
  }

  @Test
  void aBucketThatIsMissing() {
    EarshotRun run = run(folder + "/in/", "s3://absent/out");
    assertEquals(IO, run.exitCode(), run.err());
    assertTrue(run.err().contains("s3://absent/out/_lease.json: "), run.err());
  }

  @Test
  void anInputThatIsMissing() {
    EarshotRun run = run(BUCKET + "none/", folder + "/none");
    assertEquals(NO_INPUT, run.exitCode(), run.err());
    assertTrue(run.err().contains(BUCKET + "none/posts-*.jsonl: no such file"), run.err());
  }
}
