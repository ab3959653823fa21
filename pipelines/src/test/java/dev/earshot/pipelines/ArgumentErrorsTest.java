package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
