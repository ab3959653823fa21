package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code validate} and {@code run --dry-run} find before a run, with nothing written. */
class PreflightTest extends FailingRuns {
  /** Both say the same of the same. */
  private Arguments check(String how) {
    Arguments check = new Arguments();
    check.with(how.equals("validate") ? new String[] {"validate"} : new String[] {"run", how});
    return check
        .with("--brands", input.brands().toString())
        .with("--output", input.output().toString())
        .with("--key-file", folder + "/earshot.key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "--dry-run"})
  void whatIsWell(String how) {
    EarshotRun run = check(how).with("--posts", folder + "/good.jsonl").execute();
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains(" bytes: 2 records of 2026-03-01 to 2026-03-03"), run.out());
    assertTrue(run.out().contains("key: key_id "), run.out());
    assertTrue(
        run.out()
            .contains(
                input.output() + ": 3 published dates are replaced, 2026-03-01 to 2026-03-03\n"),
        run.out());
    assertTrue(run.out().contains("room: about 1 MB for temporary files and 1 MB for tables"));
    assertEquals(before, published());
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "--dry-run"})
  void datesThatWouldVanish(String how) {
    input.lines(
        "first.jsonl", SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Veltrano is great"));
    EarshotRun run = check(how).with("--posts", folder + "/first.jsonl").execute();
    assertEquals(65, run.exitCode(), run.out());
    assertTrue(
        run.err()
            .contains(
                input.output()
                    + " holds rows of dates that this run replaces, and this input has none for"
                    + " them:\n  brand_mentions of veltrano: 2026-03-03\nname all files"),
        run.err());
    assertEquals(before, published());
    for (List<String> more :
        List.of(
            List.of("--replace-empty"), List.of("--from", "2026-03-01", "--to", "2026-03-02"))) {
      EarshotRun meant =
          check(how)
              .with("--posts", folder + "/first.jsonl")
              .with(more.toArray(String[]::new))
              .execute();
      assertEquals(0, meant.exitCode(), meant.err());
    }
  }

  /** Only the run reads on; what it would lose is not guessed. */
  @Test
  void datesOfALongFileAreNotKnown() {
    String[] posts = new String[1_001];
    for (int i = 0; i < posts.length; i++) {
      posts[i] = SmallInput.post("p" + i, "ann", "2026-03-01T10:00:00Z", "Veltrano is great");
    }
    input.lines("long.jsonl", posts);
    EarshotRun run = check("validate").with("--posts", folder + "/long.jsonl").execute();
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("files go on behind what was read: "), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "--dry-run"})
  void severalProblemsAtOnce(String how, @TempDir Path other) throws IOException {
    input.lines("bad.jsonl", "{\"post_id\":\"1\"}", "{\"post_id\":\"2\"}");
    Path foreign = Files.createDirectories(other.resolve("out/brand_mentions"));
    Files.writeString(foreign.resolve("mine.parquet"), "");
    input.file("short.key", "short");
    Arguments check = new Arguments();
    check.with(how.equals("validate") ? new String[] {"validate"} : new String[] {"run", how});
    EarshotRun run =
        check
            .with("--brands", input.brands().toString())
            .with("--posts", folder + "/good.jsonl", "posts-jsonl:" + folder + "/bad.jsonl")
            .with("--output", other + "/out")
            .with("--key-file", folder + "/short.key")
            .execute();
    assertEquals(65, run.exitCode(), run.err());
    List<String> expected =
        List.of(
            "earshot: " + folder + "/bad.jsonl: all 2 records are bad, none can be read as posts-",
            "2 of 4 records are bad, more than --max-rejected-rate 0.1",
            folder + "/short.key: the pseudonymisation key has 5 bytes, expected at least 16",
            foreign.resolve("mine.parquet") + ": was not written by Earshot");
    List<String> said = run.err().lines().toList();
    assertEquals(expected.size(), said.size(), run.err());
    for (int i = 0; i < expected.size(); i++) {
      assertTrue(said.get(i).startsWith(expected.get(i)), said.get(i));
    }
    assertFalse(Files.exists(other.resolve("out/_lock")), "nothing is written");
  }

  @Test
  void anOutputBelowAFile() {
    EarshotRun run =
        new Arguments()
            .with("validate", "--brands", input.brands().toString())
            .with("--posts", folder + "/good.jsonl")
            .with("--key-file", folder + "/earshot.key")
            .with("--output", folder + "/good.jsonl/out")
            .execute();
    assertEquals(74, run.exitCode(), run.err());
    assertTrue(run.err().contains("good.jsonl: is a file, expected a folder"), run.err());
  }

  @Test
  void anotherKey() {
    Path key = input.file("other.key", "another key for tests, 32 bytes and more\n");
    EarshotRun run =
        new Arguments()
            .with("validate", "--brands", input.brands().toString())
            .with("--posts", folder + "/good.jsonl")
            .with("--key-file", key.toString(), "--output", input.output().toString())
            .with("--from", "2026-03-02")
            .execute();
    assertEquals(65, run.exitCode(), run.err());
    assertTrue(run.err().contains("holds rows under another pseudonymisation key"), run.err());
  }

  @Test
  void messagesThatAreNotNamed(@TempDir Path other) {
    SmallInput small = SmallInput.in(other);
    Path posts =
        small.lines("p.jsonl", SmallInput.post("1", "a", "2026-03-01T10:00:00Z", "Veltrano"));
    Path messages =
        small.lines(
            "m.jsonl",
            SmallInput.message("1", "b", "700000000", "2026-03-01T11:00:00Z", "Hello Veltrano"));
    EarshotRun first =
        small.run().with("--posts", posts.toString(), "--messages", messages.toString()).execute();
    assertEquals(0, first.exitCode(), first.err());
    EarshotRun run = small.run().with("--posts", posts.toString(), "--dry-run").execute();
    assertEquals(65, run.exitCode(), run.out());
    assertTrue(
        run.err().contains("conversations of veltrano (direct_message): 2026-03-01"), run.err());
  }
}
