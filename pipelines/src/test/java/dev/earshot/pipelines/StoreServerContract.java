package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.stores.ConflictException;
import dev.earshot.pipelines.stores.ObjectStore;
import dev.earshot.pipelines.stores.ObjectStore.Versioned;
import dev.earshot.pipelines.stores.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs from and to a server that speaks as an object store does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoreServerContract {
  private static final int IO = 74;
  private static final int NO_INPUT = 66;

  @TempDir static Path folder;
  private StoreServer server;
  private StoreRuns runs;

  /** Starts the server; it may keep files in the folder. */
  protected abstract StoreServer start(Path folder) throws Exception;

  @BeforeAll
  void start() throws Exception {
    server = start(folder);
    runs = new StoreRuns(folder, server);
  }

  @AfterAll
  void stop() throws InterruptedException {
    if (server != null) {
      server.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void theTablesAreThoseOfARunOverFolders(String runner) throws IOException {
    runs.assertTablesOfARunOverFolders(runner, "--runner", runner);
  }

  @Test
  void aBackfillKeepsTheOtherDatesAndClearsAwayWhatNobodyNames() throws IOException {
    String in = runs.location("in/");
    EarshotRun whole = runs.run(in, runs.location("backfill/"), "--runner", "direct");
    assertEquals(0, whole.exitCode(), whole.err());
    List<String> before = runs.tables("backfill").get("brand_mentions");
    assertEquals(2, before.size());
    for (int i = 0; i < 2; i++) {
      EarshotRun run =
          runs.run(in, runs.location("backfill"), "--runner", "direct", "--from", "2026-03-02");
      assertEquals(0, run.exitCode(), run.err());
    }
    List<String> after = runs.tables("backfill").get("brand_mentions");
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
  void anErasureLeavesNoObjectOfBefore() throws IOException {
    EarshotRun whole =
        runs.run(runs.location("in/"), runs.location("erased"), "--runner", "direct");
    assertEquals(0, whole.exitCode(), whole.err());
    EarshotRun erased = runs.erase(runs.location("erased"), "x,ada");
    assertEquals(0, erased.exitCode(), erased.err());
    assertTrue(erased.err().contains("removed 2 of brand_mentions"), erased.err());
    // She was alone on the first day, and ben remains on the second.
    assertEquals(
        1,
        server.keys("erased/data/").stream()
            .filter(key -> key.contains("/brand_mentions/"))
            .count());
    try (Sql sql = Sql.open()) {
      assertEquals(
          List.of(HashedIds.keyed("x\0ben")),
          sql.rows(
              "SELECT author_id FROM read_parquet("
                  + runs.tables("erased").get("brand_mentions")
                  + ")"));
    }
  }

  @Test
  void anObjectIsReplacedOnlyWhereNobodyElseHas() throws IOException {
    String location = runs.location("conditions/100 % new.json");
    String[] options = server.options();
    String[] ofBeam = List.of(options).subList(1, options.length).toArray(String[]::new);
    ObjectStore store =
        Stores.open(List.of(location), PipelineOptionsFactory.fromArgs(ofBeam).create())
            .of(location);
    assertNotNull(store);
    assertEquals(null, store.read(location));
    assertThrows(ConflictException.class, () -> store.write(location, "0", server.absentVersion()));
    String first = store.write(location, "1", null);
    assertThrows(ConflictException.class, () -> store.write(location, "2", null));
    String second = store.write(location, "3", first);
    assertThrows(ConflictException.class, () -> store.write(location, "4", first));
    assertEquals(new Versioned("3", second), store.read(location));
  }

  @Test
  void aBucketThatIsMissing() {
    String output = server.scheme() + "://absent/out";
    EarshotRun run = runs.runFromFolder(output);
    assertEquals(IO, run.exitCode(), run.err());
    assertTrue(run.err().contains(output + "/_lease.json: "), run.err());
  }

  @Test
  void anInputThatIsMissing() {
    String in = runs.location("none/");
    EarshotRun run = runs.run(in, folder + "/none");
    assertEquals(NO_INPUT, run.exitCode(), run.err());
    assertTrue(run.err().contains(in + "posts-*.jsonl: no such file"), run.err());
  }
}
