package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import dev.earshot.pipelines.publish.OutputFolder;
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
 * What a user reads when a run cannot go on, and the code that a scheduler sees; the tables of the
 * run before stay as they are, byte for byte.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunErrorsTest {
  @TempDir static Path folder;

  private SmallInput input;
  private Map<String, String> before;

  @BeforeAll
  void publish() {
    input = SmallInput.in(folder);
    input.lines(
        "good.jsonl",
        SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Veltrano is great"),
        SmallInput.post("2", "bob", "2026-03-03T10:00:00Z", "Veltrano was late again today"));
    EarshotRun run = good().execute();
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        Files.exists(Path.of(run.out().strip())), "the last line names the manifest: " + run.out());
  }

  @BeforeEach
  void remember() {
    before = published();
  }

  private Arguments good() {
    return input.run().with("--posts", folder + "/good.jsonl");
  }

  private Map<String, String> published() {
    Map<String, String> files = new TreeMap<>(EarshotRun.bytes(input.output()));
    files.remove("_lock");
    return files;
  }

  /** The run ends with this code and, among progress, exactly this message. */
  private void assertFails(int exitCode, String message, EarshotRun run) {
    List<String> said =
        run.err().lines().filter(line -> !line.contains(" % of the input read")).toList();
    String expected = "earshot: " + message;
    assertTrue(String.join("\n", said).contains(expected), run.err());
    assertEquals(exitCode, run.exitCode(), run.err());
    assertEquals("", run.out());
    assertEquals(before, published());
  }

  @Test
  void aMissingFile() {
    assertFails(
        66,
        folder + "/absent*.jsonl: no such file",
        input.run().with("--posts", folder + "/absent*.jsonl").execute());
    assertFails(
        66,
        folder + "/absent.jsonl: no such file",
        input.run().with("--posts", folder + "/absent.jsonl").execute());
  }

  @Test
  void aFolderWithAnUnknownFile() throws IOException {
    Path export = Files.createDirectory(folder.resolve("export"));
    Files.writeString(export.resolve("unknown.json"), "{\"colour\":\"blue\"}");
    assertFails(
        65,
        export
            + ": files of unknown content: 1; name the files to read, or state their format\n  "
            + export.resolve("unknown.json")
            + ": is JSON of no known format (scripts/earshot formats lists them); state the format,"
            + " as in posts-jsonl:FILE",
        input.run().with("--posts", export.toString()).execute());
  }

  @Test
  void aFolderWithAnArchive() throws IOException {
    Path export = Files.createDirectory(folder.resolve("archive"));
    Files.write(export.resolve("all.zip"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
    assertFails(
        65,
        export
            + ": files of unknown content: 1; name the files to read, or state their format\n  "
            + export.resolve("all.zip")
            + ": is a ZIP archive; unpack it and name its folder, or save a spreadsheet as CSV",
        input.run().with("--posts", export.toString()).execute());
  }

  @Test
  void aFolderAsSystemsLeaveIt() throws IOException {
    Path export = Files.createDirectories(folder.resolve("found/.git/objects")).getParent();
    Path root = export.getParent();
    Files.copy(folder.resolve("good.jsonl"), root.resolve("posts.jsonl"));
    Files.write(root.resolve(".DS_Store"), new byte[] {0, 0, 0, 1, 'B', 'u', 'd', '1'});
    Files.write(export.resolve("objects/1"), new byte[] {1, 2, 3, 4});
    Files.writeString(root.resolve("_SUCCESS"), "");
    Files.writeString(root.resolve("README.md"), "# Posts, and what they are\n\nOne a line.\n");
    Files.writeString(
        root.resolve("note.txt"), "This folder holds what was exported in May, and nothing else.");
    EarshotRun run =
        EarshotRun.of(
            "validate", "--brands", input.brands().toString(), "--posts", root.toString());
    assertEquals(0, run.exitCode(), run.err());
    String expected =
        "%s: 1 posts-jsonl read as posts; not posts: no file, 0 empty, 0 media files and pages,"
            + " 3 hidden, 2 texts (%s, %s)";
    assertTrue(
        run.err()
            .contains(
                expected.formatted(root, root.resolve("README.md"), root.resolve("note.txt"))),
        run.err());
  }

  @Test
  void noInputAtAll() {
    assertFails(
        66,
        "no input: name files with --posts, --messages, --orders or --web-logs",
        input.run().with("--posts", "-").execute());
  }

  @Test
  void theFileHoldsTheOtherKind() {
    assertFails(
        2,
        folder + "/good.jsonl: holds posts, but was given with --messages",
        input.run().with("--posts", "-", "--messages", folder + "/good.jsonl").execute());
  }

  @Test
  void neitherPostsNorMessages() {
    input.lines("other.jsonl", "{\"sku\":1}");
    assertFails(
        65,
        folder + "/other.jsonl: ",
        input.run().with("--posts", folder + "/other.jsonl").execute());
  }

  @Test
  void csvWithoutMapping() {
    input.lines("table.csv", "id,text", "1,a");
    EarshotRun run = input.run().with("--posts", "posts-csv:" + folder + "/table.csv").execute();
    assertFails(2, folder + "/table.csv: posts-csv needs --mapping FILE", run);
  }

  @Test
  void anUnknownFormat() {
    String file = "posts-xml:" + folder + "/good.jsonl";
    assertFails(
        2,
        file
            + ": No filesystem found for scheme posts-xml; formats are posts-jsonl, messages-jsonl,"
            + " posts-csv, messages-csv",
        input.run().with("--posts", file).execute());
    assertFails(
        2,
        "no format post-jsonl in post-jsonl:good.jsonl; known are posts-jsonl",
        input.run().with("--posts", "post-jsonl:good.jsonl").execute());
  }

  @Test
  void twoMistakesInTheBrandFileAtOnce() {
    Path brands =
        input.file(
            "wrong.yaml",
            """
            brands:
              - id: veltrano
                name: Veltrano
                handels: [veltrano]
                time_zone: Europe/Londn
            """);
    EarshotRun run =
        Arguments.run(brands, input.output(), folder)
            .with("--posts", folder + "/good.jsonl")
            .execute();
    assertEquals(78, run.exitCode(), run.err());
    assertTrue(run.err().contains("wrong.yaml:4"), run.err());
    assertTrue(run.err().contains("handels"), run.err());
    assertTrue(run.err().contains("wrong.yaml:5"), run.err());
    assertTrue(run.err().contains("Europe/Londn"), run.err());
    assertEquals(before, published());
  }

  @Test
  void noBrandFile() {
    Path absent = folder.resolve("absent.yaml");
    assertFails(
        78,
        absent + ": no such file",
        Arguments.run(absent, input.output(), folder)
            .with("--posts", folder + "/good.jsonl")
            .execute());
  }

  @Test
  void outputBelowAFile() {
    Path output = folder.resolve("good.jsonl/out");
    EarshotRun run =
        Arguments.run(input.brands(), output, folder)
            .with("--posts", folder + "/good.jsonl")
            .execute();
    assertFails(74, folder + "/good.jsonl", run);
  }

  @Test
  void aSecondRunAtTheSameTime() throws IOException {
    try (OutputFolder held = OutputFolder.open(input.output().toAbsolutePath().normalize())) {
      assertFails(
          75,
          held.root() + ": another run is writing here; try again when it has ended",
          good().execute());
    }
  }

  @Test
  void noKey() {
    assertFails(78, folder + "/absent.key: no such file", withKey(folder.resolve("absent.key")));
  }

  @Test
  void aShortKey() {
    Path key = input.file("short.key", "0123456789abcde\n");
    assertFails(
        78, key + ": the pseudonymisation key has 15 bytes, expected at least 16", withKey(key));
  }

  private EarshotRun withKey(Path key) {
    return Arguments.withKey(input.brands(), input.output(), key)
        .with("--posts", folder + "/good.jsonl")
        .execute();
  }

  @Test
  void fromAfterTo() {
    assertFails(
        2,
        "--from 2026-03-02 is after --to 2026-03-01",
        good().with("--from", "2026-03-02", "--to", "2026-03-01").execute());
  }

  @Test
  void mistakesInTopics() {
    Path taxonomy = input.file("topics.yaml", "topics:\n  - id: delivery\n    phrase: [parcel]\n");
    EarshotRun run = good().with("--taxonomy", taxonomy.toString()).execute();
    assertFails(78, taxonomy + " has 3 mistake(s):", run);
    assertTrue(run.err().contains("phrase"), run.err());
  }

  @Test
  void validateTellsExamplesThatDoNotHold() {
    Path taxonomy =
        input.file(
            "topics.yaml",
            """
            topics:
              - id: delivery
                name: Delivery
                phrases: {en: [deliver]}
                examples: {en: ["Where is my parcel?", "Delivered at last"]}
                counter_examples: {en: ["He delivered a speech"]}
            """);
    EarshotRun run =
        EarshotRun.of(
            "validate",
            "--brands",
            input.brands().toString(),
            "--posts",
            folder + "/good.jsonl",
            "--taxonomy",
            taxonomy.toString());
    assertFails(
        78,
        taxonomy
            + ": delivery: does not occur in its example \"Where is my parcel?\"\n"
            + taxonomy
            + ": delivery: occurs in its counter-example \"He delivered a speech\"",
        run);
  }

  @Test
  void anUnknownOption() {
    assertFails(2, "Unknown option: '--form'", good().with("--form", "2026-03-02").execute());
    EarshotRun run =
        input.run().with("--frm", "2026-03-02", "--posts", folder + "/good.jsonl").execute();
    assertFails(2, "Unknown option: '--frm'", run);
    assertTrue(
        run.err().contains("Possible solutions: --from"), "suggests the right one: " + run.err());
    assertTrue(run.err().contains("Try 'earshot run --help'."), run.err());
  }

  @Test
  void anUnknownBeamOption() {
    EarshotRun run = good().with("--", "--paralelism=2").execute();
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("after --: "), run.err());
    assertTrue(run.err().contains("paralelism"), run.err());
  }

  @Test
  void aWrongTime() {
    assertFails(
        2,
        "--as-of yesterday: expected a time as 2026-03-31T23:59:59Z",
        good().with("--as-of", "yesterday").execute());
  }

  @Test
  void tooManyBadRecords() {
    input.lines(
        "bad.jsonl",
        SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Veltrano is great"),
        SmallInput.post("2", "bob", "2026-03-03T10:00:00Z", "Veltrano was late again today"),
        "{\"post_id\":");
    assertFails(
        65,
        "1 of 3 records are bad, more than --max-rejected-rate 0.1; nothing was published",
        input.run().with("--posts", folder + "/bad.jsonl").execute());
  }

  @Test
  void datesThatWouldVanish() {
    input.lines(
        "fewer.jsonl", SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Veltrano is great"));
    assertFails(
        65,
        input.output()
            + " holds dates that this input does not (dt=2026-03-02, dt=2026-03-03); say with"
            + " --from and --to which dates to replace; nothing was published",
        input.run().with("--posts", folder + "/fewer.jsonl").execute());
  }

  @Test
  void anEmptyFileIsAnEmptyAccount(@TempDir Path other) {
    SmallInput empty = SmallInput.in(other);
    Path file = empty.lines("empty.jsonl");
    EarshotRun run = empty.run().with("--posts", file.toString()).execute();
    assertEquals(99, run.exitCode(), run.err());
    try (Sql sql = Sql.over(empty.output())) {
      assertEquals(List.of("metric_definitions", "pipeline_runs"), Sql.tables(empty.output()));
      assertEquals(
          List.of(file + "|posts|0|0|0|0|0|0|null"),
          sql.rows(
              """
              SELECT source_name, kind, byte_count, read_count, accepted_count, rejected_count,
                duplicate_count, out_of_scope_count, as_of_at
              FROM pipeline_runs"""));
    }
  }

  @Test
  void validateSaysWhatIsRead() {
    EarshotRun run =
        EarshotRun.of(
            "validate", "--brands", input.brands().toString(), "--posts", folder + "/good.jsonl");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains(input.brands() + ": 1 brands, no mistakes"), run.out());
    assertTrue(run.out().contains(folder + "/good.jsonl: posts-jsonl, "), run.out());
  }
}
