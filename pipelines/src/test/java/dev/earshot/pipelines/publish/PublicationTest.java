package dev.earshot.pipelines.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.run.DateScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {
  private static final DateScope SECOND_TO_THIRD =
      new DateScope(
          (int) LocalDate.of(2026, 3, 2).toEpochDay(), (int) LocalDate.of(2026, 3, 3).toEpochDay());

  @TempDir Path folder;

  private static void put(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /** What an earlier run published: three days, the tables about runs, and a file of the user. */
  private static void publishedBefore(Path root) throws IOException {
    for (int day = 1; day <= 3; day++) {
      put(root.resolve("brand_mentions/dt=2026-03-0" + day + "/part-00000.parquet"), "old " + day);
    }
    put(root.resolve("conversations/dt=2026-03-02/part-00000.parquet"), "old conversations");
    put(root.resolve("conversations/dt=2026-03-02/part-00001.parquet"), "old conversations, too");
    put(root.resolve("metric_definitions/part-00000.parquet"), "old definitions");
    put(root.resolve("pipeline_runs/run_id=old/part-00000.parquet"), "old run");
    put(root.resolve("_runs/old/manifest.json"), OLD_MANIFEST);
    put(root.resolve("_SUCCESS"), "old\n");
    put(root.resolve("notes.txt"), "of the user");
  }

  /** A run over the second and third day, which has nothing for the third. */
  private static void stage(Path staging) throws IOException {
    put(staging.resolve("brand_mentions/dt=2026-03-02/part-00000.parquet"), "new 2");
    put(staging.resolve("conversations/dt=2026-03-02/part-00000.parquet"), "new conversations");
    put(staging.resolve("metric_definitions/part-00000.parquet"), "new definitions");
    put(staging.resolve("pipeline_runs/run_id=new/part-00000.parquet"), "new run");
  }

  private static WrittenFile file(String path) {
    String table = path.substring(0, path.indexOf('/'));
    return new WrittenFile(table, path, 1, 5, "", List.of("heron"));
  }

  private static final String OLD_MANIFEST =
      manifest(
          "2026-03-04T00:00:00Z",
          "brand_mentions/dt=2026-03-01/part-00000.parquet",
          "brand_mentions/dt=2026-03-02/part-00000.parquet",
          "brand_mentions/dt=2026-03-03/part-00000.parquet",
          "conversations/dt=2026-03-02/part-00000.parquet",
          "conversations/dt=2026-03-02/part-00001.parquet",
          "metric_definitions/part-00000.parquet",
          "pipeline_runs/run_id=old/part-00000.parquet");
  private static final String NEW_MANIFEST =
      manifest(
          "2026-03-05T00:00:00Z",
          "brand_mentions/dt=2026-03-02/part-00000.parquet",
          "conversations/dt=2026-03-02/part-00000.parquet",
          "metric_definitions/part-00000.parquet",
          "pipeline_runs/run_id=new/part-00000.parquet");

  private static String manifest(String publishedAt, String... paths) {
    List<WrittenFile> files = Stream.of(paths).map(PublicationTest::file).toList();
    try {
      return new Manifest(
              "run",
              Map.of(Manifest.PUBLISHED_AT, publishedAt),
              List.of(),
              List.of(),
              new RunSummary(files, List.of(), null))
          .toJson();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final RunSummary STAGED =
      new RunSummary(
          List.of(
              file("brand_mentions/dt=2026-03-02/part-00000.parquet"),
              file("conversations/dt=2026-03-02/part-00000.parquet"),
              file("metric_definitions/part-00000.parquet"),
              file("pipeline_runs/run_id=new/part-00000.parquet")),
          List.of(),
          null);

  private static PublicationPlan plan(OutputFolder output) throws IOException {
    return output.plan(STAGED, SECOND_TO_THIRD);
  }

  private static final Map<String, String> EXPECTED =
      Map.of(
          "brand_mentions/dt=2026-03-01/part-00000.parquet", "old 1",
          "brand_mentions/dt=2026-03-02/part-00000.parquet", "new 2",
          "conversations/dt=2026-03-02/part-00000.parquet", "new conversations",
          "metric_definitions/part-00000.parquet", "new definitions",
          "pipeline_runs/run_id=old/part-00000.parquet", "old run",
          "pipeline_runs/run_id=new/part-00000.parquet", "new run",
          "_runs/old/manifest.json", OLD_MANIFEST,
          "_runs/new/manifest.json", NEW_MANIFEST,
          "_SUCCESS", "new\n",
          "notes.txt", "of the user");

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString(), Files.readString(path));
      }
    }
    files.remove("_lock");
    return files;
  }

  @Test
  void onlyTheDatesOfTheRunAreReplaced() throws IOException {
    publishedBefore(folder);
    try (OutputFolder output = OutputFolder.open(folder)) {
      stage(output.staging("new"));
      String manifest = output.publish("new", plan(output), STAGED, summary -> NEW_MANIFEST);
      assertEquals(folder.resolve("_runs/new/manifest.json").toString(), manifest);
    }
    assertEquals(new TreeMap<>(EXPECTED), files(folder));
  }

  @Test
  void rowsThatWouldVanishAreFound() throws IOException {
    publishedBefore(folder);
    try (OutputFolder output = OutputFolder.open(folder)) {
      assertEquals(List.of("brand_mentions of heron: 2026-03-03"), plan(output).lost().lines());
      assertEquals(
          List.of("brand_mentions of heron: 2026-03-01, 2026-03-03"),
          output.plan(STAGED, DateScope.ALL).lost().lines());
    }
  }

  /** Manifests of before do not say which brands a file is about. */
  @Test
  void anOldManifestTellsTablesAndDates() throws IOException {
    publishedBefore(folder);
    Path manifest = folder.resolve("_runs/old/manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replaceAll(",\\s*\"subjects\"[^]]*]", ""));
    try (OutputFolder output = OutputFolder.open(folder)) {
      assertEquals(List.of("brand_mentions: 2026-03-03"), plan(output).lost().lines());
    }
  }

  @Test
  void whatCameDuringTheRunStaysToo() throws IOException {
    publishedBefore(folder);
    try (OutputFolder output = OutputFolder.open(folder)) {
      Path late = folder.resolve("brand_mentions/dt=2026-03-02/notes.txt");
      put(late, "of the user");
      ForeignFilesException e =
          assertThrows(ForeignFilesException.class, () -> output.plan(STAGED, SECOND_TO_THIRD));
      assertEquals(
          late
              + ": was not written by Earshot, as no manifest lists it; move it away, or choose"
              + " another --output; nothing was changed",
          e.getMessage());
    }
  }

  @Test
  void aManifestThatCannotBeReadIsNamed() throws IOException {
    publishedBefore(folder);
    Path manifest = folder.resolve("_runs/old/manifest.json");
    put(manifest, "{\"files\":");
    for (int attempt = 0; attempt < 2; attempt++) {
      IOException e = assertThrows(IOException.class, () -> OutputFolder.open(folder));
      assertEquals(
          manifest + ": is no manifest that can be read; restore it, or choose another --output",
          e.getMessage());
    }
  }

  /** The renames of a publication in their order; a run may die before and after each. */
  private static List<String[]> renames() {
    String staging = "_staging/new-attempt/";
    List<String[]> renames = new ArrayList<>();
    for (String replaced :
        List.of(
            "+brand_mentions/dt=2026-03-02",
            "-brand_mentions/dt=2026-03-03",
            "+conversations/dt=2026-03-02",
            "+metric_definitions/part-00000.parquet",
            "+pipeline_runs/run_id=new")) {
      String partition = replaced.substring(1);
      if (!partition.contains("run_id")) {
        renames.add(new String[] {partition, staging + "_replaced/" + partition});
      }
      if (replaced.startsWith("+")) {
        renames.add(new String[] {staging + partition, partition});
      }
    }
    renames.add(new String[] {staging + "manifest.json", "_runs/new/manifest.json"});
    renames.add(new String[] {staging + "_SUCCESS", "_SUCCESS"});
    return renames;
  }

  @Test
  void aRunThatDiesBetweenAnyTwoRenamesIsCompletedByTheNext() throws IOException {
    List<String[]> renames = renames();
    for (int done = 0; done <= renames.size(); done++) {
      Path root = folder.resolve("died-after-" + done);
      publishedBefore(root);
      Path staging = root.resolve("_staging/new-attempt");
      stage(staging);
      put(staging.resolve("manifest.json"), NEW_MANIFEST);
      put(staging.resolve("_SUCCESS"), "new\n");
      put(
          root.resolve("_publishing"),
          """
          new
          new-attempt
          +brand_mentions/dt=2026-03-02
          -brand_mentions/dt=2026-03-03
          +conversations/dt=2026-03-02
          +metric_definitions/part-00000.parquet
          +pipeline_runs/run_id=new
          """);
      Files.delete(root.resolve("_SUCCESS"));
      for (String[] rename : renames.subList(0, done)) {
        Files.createDirectories(root.resolve(rename[1]).getParent());
        Files.move(root.resolve(rename[0]), root.resolve(rename[1]));
      }
      try (OutputFolder output = OutputFolder.open(root)) {
        assertEquals(root, output.root());
      }
      assertEquals(new TreeMap<>(EXPECTED), files(root), "after " + done + " renames");
    }
  }

  /**
   * A process of its own is killed before its first, second, ... rename: in the place of a
   * partition is the old one whole, the new one whole, or, between two renames, nothing; the next
   * run completes what was planned, and a run that dies before there is a plan has done nothing.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void aKilledProcessLeavesWholePartitionsAndTheNextRunCompletesThem(int rename) throws Exception {
    publishedBefore(folder);
    Map<String, String> before = files(folder);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                KilledPublisher.class.getName(),
                folder.toString(),
                String.valueOf(rename))
            .inheritIO()
            .start();
    assertEquals(128 + 9, process.waitFor(), "killed, not ended");
    Map<String, String> after = files(folder);
    after.forEach(
        (name, content) -> {
          if (name.endsWith(".parquet") && !name.startsWith("_")) {
            assertTrue(
                content.equals(before.get(name)) || content.equals(EXPECTED.get(name)),
                name + ": " + content);
          }
        });
    boolean bothOld = after.containsKey("conversations/dt=2026-03-02/part-00001.parquet");
    if (bothOld) {
      assertEquals(
          "old conversations", after.get("conversations/dt=2026-03-02/part-00000.parquet"));
    }
    OutputFolder.open(folder).close();
    assertEquals(new TreeMap<>(rename == 1 ? before : EXPECTED), files(folder));
  }

  /** Publishes what it stages, and kills itself before a rename. */
  static final class KilledPublisher {
    public static void main(String[] arguments) throws Exception {
      int last = Integer.parseInt(arguments[1]);
      int[] renames = {0};
      OutputFolder output = OutputFolder.open(Path.of(arguments[0]));
      stage(output.staging("new"));
      Publication.publish(
          output,
          "new",
          plan(output),
          NEW_MANIFEST,
          (from, to) -> {
            if (++renames[0] == last) {
              String self = String.valueOf(ProcessHandle.current().pid());
              new ProcessBuilder("kill", "-9", self).start();
              while (true) {
                Thread.onSpinWait();
              }
            }
            Files.move(from, to);
          });
    }
  }

  @Test
  void aRunThatDiedBeforeItPublishedLeavesNothing() throws IOException {
    publishedBefore(folder);
    Map<String, String> before = files(folder);
    stage(folder.resolve("_staging/new-attempt"));
    OutputFolder.open(folder).close();
    assertEquals(before, files(folder));
    assertFalse(Files.exists(folder.resolve("_staging")));
  }

  @Test
  void oneRunAtATime() throws IOException {
    try (OutputFolder held = OutputFolder.open(folder)) {
      Files.createDirectories(held.staging("held"));
      OutputInUseException e =
          assertThrows(OutputInUseException.class, () -> OutputFolder.open(folder));
      assertEquals(
          folder + ": another run is writing here; try again when it has ended", e.getMessage());
      assertTrue(Files.exists(held.staging("held")), "the other run's work is left alone");
    }
    OutputFolder.open(folder).close();
  }
}
