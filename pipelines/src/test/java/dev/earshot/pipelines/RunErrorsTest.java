package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import dev.earshot.pipelines.publish.OutputFolder;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user reads when input or output keep a run from going on, and the code that a scheduler
 * sees.
 */
class RunErrorsTest extends FailingRuns {
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
    Path export = Files.createDirectory(folder.resolve("download"));
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

  /** The rest goes on; what was not read is named, and the exit code says so. */
  @Test
  void aFolderWithAnErrorOfTheApiBesideItsAnswers() throws IOException {
    Path export = Files.createDirectory(folder.resolve("collected"));
    Files.copy(folder.resolve("good.jsonl"), export.resolve("a.jsonl"));
    Files.writeString(
        export.resolve("b.json"),
        "{\"error\":{\"message\":\"(#4) limit\",\"type\":\"OAuthException\",\"code\":4}}");
    Files.writeString(
        export.resolve("c.jsonl"),
        Files.readString(folder.resolve("good.jsonl"))
            + """
            {"network":"x","message_id":"1","sender_id":"a","recipient_id":"b","text":"t","sent_at":"2026-03-01T00:00:00Z"}
            """);
    EarshotRun run = input.run().with("--posts", export.toString()).execute();
    assertEquals(3, run.exitCode(), run.err());
    assertTrue(
        run.err()
            .contains(
                export
                    + ": files of unknown content, which are not read: 2\n  "
                    + export.resolve("b.json")
                    + ": is an error that an API answered, no data; ask the API again\n  "
                    + export.resolve("c.jsonl")
                    + ": holds lines of several formats: posts-jsonl in line"),
        run.err());
    assertTrue(
        run.err().contains("published, but nothing was read of files named above: 2"), run.err());
    assertTrue(run.out().contains("manifest.json"), run.out());
  }

  /** An answer of an API without what was meant, given by its name. */
  @Test
  void aFileThatHoldsNothingOfItsFormat() throws IOException {
    Files.writeString(
        folder.resolve("deleted.json"), "{\"limit\":{\"track\":5,\"timestamp_ms\":\"1\"}}\n");
    EarshotRun run =
        input.run().with("--posts", folder + "/good.jsonl", folder + "/deleted.json").execute();
    assertEquals(3, run.exitCode(), run.err());
    assertTrue(
        run.err().contains(folder + "/deleted.json: holds nothing but what is no record"),
        run.err());
    EarshotRun alone =
        EarshotRun.of(
            "validate", "--brands", input.brands().toString(), "--posts", folder + "/deleted.json");
    assertInvalid(folder + "/deleted.json: holds nothing that is read as x-api-v1", alone);
  }

  /** What a platform puts beside the data is no mistake of the user's. */
  @Test
  void validateTakesWhatAFolderHoldsBesidesAsItIs() throws IOException {
    Path export = Files.createDirectory(folder.resolve("beside"));
    Files.copy(folder.resolve("good.jsonl"), export.resolve("good.jsonl"));
    Files.writeString(
        export.resolve("deleted.json"), "{\"limit\":{\"track\":5,\"timestamp_ms\":\"1\"}}\n");
    EarshotRun run =
        EarshotRun.of(
            "validate", "--brands", input.brands().toString(), "--posts", export.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("no record; besides 1 other"), run.out());
  }

  @Test
  void validateFindsAFileOfBadRecordsOnly() {
    input.file("bad.jsonl", "{\"post_id\":\"1\"}\n".repeat(1_200));
    EarshotRun run =
        EarshotRun.of(
            "validate", "--brands", input.brands().toString(), "--posts", folder + "/bad.jsonl");
    assertInvalid(
        folder + "/bad.jsonl: the first 1,000 records are bad, none can be read as posts-jsonl",
        run);
    assertTrue(run.out().contains("line 1: missing_field network; expected "), run.out());
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
        "no input: name files with --posts, --messages, --orders, --profiles or --web-logs",
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
  void tooManyBadRecords() {
    input.lines(
        "bad.jsonl",
        SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Veltrano is great"),
        SmallInput.post("2", "bob", "2026-03-03T10:00:00Z", "Veltrano was late again today"),
        "{\"post_id\":");
    assertFails(
        65,
        "1 of 3 records are bad, more than --max-rejected-rate 0.1; nothing was published\n"
            + "  invalid_json: 1, first in "
            + folder
            + "/bad.jsonl line 3; expected one JSON object on the line",
        input.run().with("--posts", folder + "/bad.jsonl").execute());
  }

  @Test
  void rowsThatWouldVanish() {
    input.lines(
        "fewer.jsonl", SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Veltrano is great"));
    assertFails(
        65,
        input.output()
            + " holds rows of dates that this run replaces, and this input has none for them:\n"
            + "  brand_mentions of veltrano: 2026-03-03\n"
            + "  brand_reputation_daily of veltrano: 2026-03-02, 2026-03-03\n"
            + "  brand_scorecards_weekly of veltrano: 2026-03-01\n"
            + "  source_coverage_daily of veltrano: 2026-03-02, 2026-03-03\n"
            + "name all files that they came from, or fewer dates with --from and --to; to remove"
            + " these rows, add --replace-empty; nothing was published",
        input.run().with("--posts", folder + "/fewer.jsonl").execute());
  }

  @Test
  void anEmptyFileIsAnEmptyAccount(@TempDir Path other) {
    SmallInput empty = SmallInput.in(other);
    Path file = empty.lines("empty.jsonl");
    EarshotRun run = empty.run().with("--posts", file.toString(), "--replace-empty").execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(empty.output())) {
      assertEquals(
          Tables.ALL.stream().map(TableSchema::name).sorted().toList(), Sql.tables(empty.output()));
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
    assertTrue(run.out().contains(" bytes: 2 records of 2026-03-01 to 2026-03-03"), run.out());
  }
}
