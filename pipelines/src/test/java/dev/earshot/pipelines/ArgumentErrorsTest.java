package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user reads of mistakes in arguments, brand files, keys and topics. */
class ArgumentErrorsTest extends FailingRuns {
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
            + ": no such file, and no format posts-xml; formats are posts-jsonl, messages-jsonl,"
            + " posts-csv, messages-csv",
        input.run().with("--posts", file).execute());
    assertFails(
        2,
        "no format post-jsonl in post-jsonl:good.jsonl; known are posts-jsonl",
        input.run().with("--posts", "post-jsonl:good.jsonl").execute());
  }

  @Test
  void aWordThatIsNoOption() {
    EarshotRun run = good().with("--keep-text", "@arguments").execute();
    assertFails(2, "'@arguments' is no option; options of Earshot begin with --", run);
    assertFails(
        2,
        "Invalid value for option '--from': '2026-13-01' is no date; expected one as 2026-03-01",
        input.run().with("--from", "2026-13-01").execute());
    assertFails(2, "no command 'rnu'; commands are run, validate, ", EarshotRun.of("rnu"));
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

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "-0.1", "1.01"})
  void aRateThatIsNone(String rate) {
    assertFails(
        2,
        "--max-rejected-rate " + rate + ": expected a share from 0 to 1",
        good().with("--max-rejected-rate", rate).execute());
  }

  @Test
  void aClockInTheFuture() {
    assertFails(
        2,
        "--as-of 2999-01-01T00:00:00Z is more than a day in the future",
        good().with("--as-of", "2999-01-01T00:00:00Z").execute());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|--output names no folder",
        "a*|readers of the tables take '*' for a pattern",
        "a[1]/b|readers of the tables take '[' for a pattern",
        "day=1/out|readers of the tables take 'day=1' for a column"
      })
  void anOutputThatNobodyCouldRead(String output, String said) {
    String place = output.isEmpty() ? "" : folder.resolve(output).toString();
    EarshotRun run =
        EarshotRun.of(
            "run",
            "--brands",
            input.brands().toString(),
            "--posts",
            folder + "/good.jsonl",
            "--key-file",
            folder + "/earshot.key",
            "--output",
            place);
    assertFails(2, output.isEmpty() ? said : "--output " + place + ": " + said, run);
  }

  @Test
  void filesThatAreNotUtf8() throws IOException {
    Path brands = folder.resolve("latin.yaml");
    Files.write(
        brands,
        "brands:\n  - id: acme\n    name: Acm\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertFails(
        78,
        brands + ":3: is not UTF-8",
        Arguments.run(brands, input.output(), folder)
            .with("--posts", folder + "/good.jsonl")
            .execute());
    Path key = folder.resolve("binary.key");
    Files.write(key, new byte[] {-1, -2, -3, 7});
    assertFails(78, key + ": is not text in UTF-8", withKey(key));
  }

  /** Keys of files reach the terminal as text. */
  @Test
  void escapeSequencesAreShown() {
    Path brands =
        input.file(
            "escapes.yaml",
            """
            brands:
              - id: acme
                name: Acme
                "\\e]0;owned\\a": 1
            """);
    EarshotRun run =
        Arguments.run(brands, input.output(), folder)
            .with("--posts", folder + "/good.jsonl")
            .execute();
    assertEquals(78, run.exitCode(), run.err());
    assertTrue(run.err().contains("\\u001b]0;owned\\u0007"), run.err());
    assertEquals(-1, run.err().indexOf('\u001b'), run.err());
    assertEquals(-1, run.err().indexOf('\u0007'), run.err());
  }
}
