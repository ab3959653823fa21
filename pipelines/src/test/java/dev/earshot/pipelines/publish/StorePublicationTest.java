package dev.earshot.pipelines.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.listen.DateScope;
import dev.earshot.pipelines.stores.FakeStore;
import dev.earshot.pipelines.stores.FakeStore.Killed;
import dev.earshot.pipelines.stores.Stores;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Publication where nothing can be renamed, lists come late, and a run may die before any write.
 */
class StorePublicationTest {
  private static final String OUTPUT = "fake://tables/out";
  private static final DateScope SECOND_TO_THIRD =
      new DateScope(
          (int) LocalDate.of(2026, 3, 2).toEpochDay(), (int) LocalDate.of(2026, 3, 3).toEpochDay());
  private static final DateScope ALL_DATES = new DateScope(null, null);

  private static final Map<String, String> OLD =
      new TreeMap<>(
          Map.of(
              "brand_mentions/dt=2026-03-01", "old 1",
              "brand_mentions/dt=2026-03-02", "old 2",
              "brand_mentions/dt=2026-03-03", "old 3",
              "conversations/dt=2026-03-02", "old conversations",
              "metric_definitions", "old definitions",
              "pipeline_runs/run_id=old", "old run"));

  /** A run over the second and third day, which has nothing for the third. */
  private static final Map<String, String> STAGED =
      new TreeMap<>(
          Map.of(
              "brand_mentions/dt=2026-03-02", "new 2",
              "conversations/dt=2026-03-02", "new conversations",
              "metric_definitions", "new definitions",
              "pipeline_runs/run_id=new", "new run"));

  private static final Map<String, String> NEW =
      new TreeMap<>(
          Map.of(
              "brand_mentions/dt=2026-03-01", "old 1",
              "brand_mentions/dt=2026-03-02", "new 2",
              "conversations/dt=2026-03-02", "new conversations",
              "metric_definitions", "new definitions",
              "pipeline_runs/run_id=old", "old run",
              "pipeline_runs/run_id=new", "new run"));

  @TempDir Path folder;
  private Path objects;
  private FakeStore bucket;
  private Instant now = Instant.parse("2026-03-05T00:00:00Z");

  @BeforeEach
  void makeBucket() {
    objects = folder;
    bucket = FakeStore.bucket("tables", folder);
  }

  private Output open() throws IOException {
    return Output.open(
        OUTPUT,
        Stores.open(List.of(OUTPUT), PipelineOptionsFactory.create()).of(OUTPUT),
        () -> now);
  }

  private static void put(String location, String content) throws IOException {
    try (OutputStream out =
        Channels.newOutputStream(
            FileSystems.create(FileSystems.matchNewResource(location, false), "text/plain"))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Writes a file for each partition, and one that no result names, as a second attempt does. */
  private static RunSummary stage(Output output, String runId, Map<String, String> partitions)
      throws IOException {
    String staging = output.stage(runId);
    List<WrittenFile> files = new ArrayList<>();
    for (Map.Entry<String, String> partition : partitions.entrySet()) {
      String path = partition.getKey() + "/part-00000-a.parquet";
      put(staging + "/" + path, partition.getValue());
      String table = path.substring(0, path.indexOf('/'));
      files.add(new WrittenFile(table, path, 1, partition.getValue().length(), ""));
    }
    put(staging + "/brand_mentions/dt=2026-03-02/part-00000-b.parquet", "of a lost worker");
    return new RunSummary(files, List.of(), null);
  }

  private static String publish(
      Output output, String runId, Map<String, String> partitions, DateScope dates)
      throws IOException {
    RunSummary summary = stage(output, runId, partitions);
    return output.publish(
        runId,
        output.plan(summary, dates),
        summary,
        written -> new Manifest(runId, Map.of(), List.of(), written).toJson());
  }

  private void publishOld() throws IOException {
    try (Output output = open()) {
      publish(output, "old", OLD, ALL_DATES);
    }
  }

  private void publishNew() throws IOException {
    try (Output output = open()) {
      publish(output, "new", STAGED, SECOND_TO_THIRD);
    }
  }

  /**
   * What a reader finds who goes from the pointer to the manifest to the files, and lists nothing.
   */
  private Map<String, String> read() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path root = objects.resolve("out");
    Map<String, String> partitions = new TreeMap<>();
    if (!Files.exists(root.resolve("_current.json"))) {
      return partitions;
    }
    JsonNode pointer = json.readTree(root.resolve("_current.json").toFile());
    for (JsonNode file :
        json.readTree(root.resolve(pointer.get("manifest").asText()).toFile()).get("files")) {
      String path = file.get("path").asText();
      String partition = path.split("/", 3)[2].replaceAll("/part-[^/]*$", "");
      assertEquals(
          null, partitions.put(partition, Files.readString(root.resolve(path))), partition);
    }
    return partitions;
  }

  /** Objects below the attempts' folders that are data. */
  private Set<String> dataFiles() {
    Set<String> files = new TreeSet<>(bucket.keys());
    files.removeIf(name -> !name.endsWith(".parquet"));
    return files;
  }

  @Test
  void onlyTheDatesOfTheRunAreReplaced() throws IOException {
    publishOld();
    assertEquals(OLD, read());
    publishNew();
    assertEquals(NEW, read());
  }

  @Test
  void datesThatWouldVanishAreFound() throws IOException {
    publishOld();
    try (Output output = open()) {
      RunSummary summary = stage(output, "new", STAGED);
      assertEquals(
          Set.of("dt=2026-03-01", "dt=2026-03-03"), output.plan(summary, ALL_DATES).missingDates());
    }
    assertEquals(OLD, read());
    assertEquals(OLD.size(), dataFiles().size(), "what was not published is gone");
  }

  @Test
  void whatWasReplacedStaysForOneMorePublication() throws IOException {
    publishOld();
    Set<String> before = dataFiles();
    assertEquals(OLD.size(), before.size(), "the file of the lost worker is gone");
    publishNew();
    assertTrue(dataFiles().containsAll(before), "who reads the state before still can");
    assertEquals(OLD.size() + STAGED.size(), dataFiles().size());
    publishNew();
    assertEquals(NEW, read());
    Set<String> kept = new TreeSet<>(before);
    kept.retainAll(dataFiles());
    assertEquals(2, kept.size(), "of the first state: 1 March and its run");
    assertEquals(2 + 2 * STAGED.size(), dataFiles().size());
  }

  @Test
  void listsThatAreLateChangeNothing() throws IOException {
    bucket.listLate();
    publishOld();
    publishNew();
    publishNew();
    assertEquals(NEW, read());
    bucket.listAll();
    publishNew();
    assertEquals(NEW, read());
    assertEquals(2 + 2 * STAGED.size(), dataFiles().size(), "a later run clears away the rest");
  }

  @Test
  void listsThatShowWhatIsGoneChangeNothing() throws IOException {
    publishOld();
    publishNew();
    bucket.listLate();
    publishNew();
    publishNew();
    assertEquals(NEW, read());
  }

  /** A run is killed before its first, second, ... write or deletion, and the next one resumes. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRunThatDiesBeforeAnyWriteLeavesOneStateWhole(boolean isListLate) throws IOException {
    useBucket("whole", isListLate);
    bucket.revive();
    publishNew();
    List<String> writes = bucket.revive();
    int commit = writes.indexOf("out/_current.json");
    assertTrue(writes.indexOf("out/_lease.json") == 0 && commit > STAGED.size(), writes::toString);
    assertEquals(
        OLD.size() + (isListLate ? 1 : 2),
        writes.stream().filter(write -> write.startsWith("-")).count(),
        "the state before the one before with its manifest, and the lost worker's where listed");
    for (int write = 0; write < writes.size(); write++) {
      useBucket("killed-" + write, isListLate);
      bucket.dieBefore(write + 1);
      assertThrows(Killed.class, this::publishNew);
      bucket.revive();
      assertEquals(write <= commit ? OLD : NEW, read(), "killed before " + writes.get(write));
      if (write > 0) {
        assertThrows(OutputInUseException.class, this::open, "still held by the run that died");
      }
      now = now.plus(Lease.DURATION);
      publishNew();
      assertEquals(NEW, read(), "killed before " + writes.get(write));
      bucket.listAll();
      publishNew();
      publishNew();
      assertEquals(NEW, read());
      assertEquals(2 + 2 * STAGED.size(), dataFiles().size(), "nothing of the dead run is left");
    }
  }

  /** A bucket in which the old tables were published twice. */
  private void useBucket(String name, boolean isListLate) throws IOException {
    objects = folder.resolve(name);
    bucket = FakeStore.bucket("tables", Files.createDirectories(objects));
    publishOld();
    publishOld();
    if (isListLate) {
      bucket.listLate();
    }
  }

  @Test
  void oneRunAtATime() throws IOException {
    publishOld();
    try (Output held = open()) {
      stage(held, "held", STAGED);
      now = now.plus(Lease.DURATION).minusSeconds(1);
      OutputInUseException e = assertThrows(OutputInUseException.class, this::open);
      assertEquals(
          OUTPUT + ": another run is writing here; try again when it has ended", e.getMessage());
    }
    publishNew();
    assertEquals(NEW, read());
  }

  /** The lease of a run that seemed dead runs out; both go on, and who publishes first prevails. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofTwoRunsAtOnceTheFirstToPublishPrevails(boolean isSecondFirst) throws IOException {
    publishOld();
    try (Output first = open()) {
      RunSummary firstSummary = stage(first, "new", STAGED);
      now = now.plus(Lease.DURATION);
      try (Output second = open()) {
        RunSummary secondSummary = stage(second, "new", STAGED);
        Output winner = isSecondFirst ? second : first;
        Output loser = isSecondFirst ? first : second;
        publish(winner, isSecondFirst ? secondSummary : firstSummary);
        OutputInUseException e =
            assertThrows(
                OutputInUseException.class,
                () -> publish(loser, isSecondFirst ? firstSummary : secondSummary));
        assertEquals(
            OUTPUT
                + "/: another run has published here since this one began; nothing was published",
            e.getMessage());
        assertEquals(NEW, read());
      }
    }
    assertEquals(NEW, read());
    publishNew();
    publishNew();
    assertEquals(NEW, read());
    assertEquals(2 + 2 * STAGED.size(), dataFiles().size(), "nothing of the loser is left");
  }

  private static void publish(Output output, RunSummary summary) throws IOException {
    output.publish(
        "new",
        output.plan(summary, SECOND_TO_THIRD),
        summary,
        written -> new Manifest("new", Map.of(), List.of(), written).toJson());
  }

  @Test
  void aStoreThatIgnoresConditionsIsAskedBeforeThePointerIsWritten() throws IOException {
    bucket.ignoreConditions();
    publishOld();
    try (Output first = open()) {
      RunSummary summary = stage(first, "new", STAGED);
      now = now.plus(Lease.DURATION);
      publishOld();
      assertThrows(OutputInUseException.class, () -> publish(first, summary));
    }
    assertEquals(OLD, read());
  }

  @Test
  void anAnswerThatIsLostDoesNotUndoThePublication() throws IOException {
    publishOld();
    bucket.loseAnswer("_current.json");
    publishNew();
    assertEquals(NEW, read());
  }

  @Test
  void aJobThatWasLeftBehindIsHandedToTheNextRun() throws IOException {
    try (Output output = open()) {
      assertEquals(List.of(), output.abandonedJobs());
      output.noteJob("new", "127.0.0.1:8081 4f");
      bucket.dieBefore(1);
    } catch (Killed e) {
      bucket.revive();
    }
    now = now.plus(Lease.DURATION);
    try (Output output = open()) {
      assertEquals(List.of("127.0.0.1:8081 4f"), output.abandonedJobs());
    }
    try (Output output = open()) {
      assertEquals(List.of(), output.abandonedJobs());
    }
  }
}
