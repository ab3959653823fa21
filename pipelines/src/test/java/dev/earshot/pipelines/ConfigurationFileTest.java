package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options in a YAML file do what the same options on the command line do. */
class ConfigurationFileTest extends FailingRuns {
  private static final String WHOLE =
      """
      # Paths are relative to this file.
      brands: ../brands.yaml
      posts: ['../good.jsonl']
      output: ../out
      key_file: ../earshot.key
      runner: direct
      max_rejected_rate: 0.25
      from: 2026-03-01
      """;

  /** The run id is made of the names of the files too, so that they name the same. */
  @Test
  void theSameRunAsByOptions() {
    Path file = input.file("nightly/earshot.yaml", WHOLE);
    EarshotRun byOptions = good().with("--from", "2026-03-01").execute();
    EarshotRun byFile = EarshotRun.of("run", "--config", file.toString());
    assertEquals(0, byFile.exitCode(), byFile.err());
    assertEquals(byOptions.out(), byFile.out());
  }

  @Test
  void theCommandLineWins() {
    input.lines("bad.jsonl", "{\"post_id\":");
    String file = input.file("nightly/wins.yaml", WHOLE).toString();
    EarshotRun dates =
        EarshotRun.of("run", "--config=" + file, "--from", "2026-03-04", "--to", "2026-03-03");
    assertFails(2, "--from 2026-03-04 is after --to 2026-03-03", dates);
    EarshotRun posts =
        EarshotRun.of("run", "--posts=posts-jsonl:" + folder + "/bad.jsonl", "--config", file);
    assertFails(65, "1 of 1 records are bad, more than --max-rejected-rate 0.25", posts);
    EarshotRun engine = EarshotRun.of("run", "--config", file, "--", "--paralelism=2");
    assertEquals(2, engine.exitCode(), engine.err());
  }

  @Test
  void everyMistakeWithLineAndKey() {
    Path file =
        input.file(
            "wrong.yaml",
            """
            brand: brands.yaml
            posts: [x.jsonl, "", "post-jsonl:y"]
            from: 1st of March
            keep_text: maybe
            max_rejected_rate: many
            runner: spark
            key: 0123456789abcdef
            dry_run: true
            output: [a, b]
            from: 2026-03-01
            beam_options: [parallelism, "--awsSecretKey=x"]
            """);
    EarshotRun run = EarshotRun.of("run", "--config", file.toString());
    assertEquals(78, run.exitCode(), run.err());
    List<String> expected =
        List.of(
            ":1: brand: unknown key (did you mean 'brands'?)",
            ":2: posts[1]: expected a text, found an empty one",
            ":2: posts[2]: no format post-jsonl in post-jsonl:y; known are ",
            ":3: from: Invalid value for option '--from'",
            ":4: keep_text: expected true or false, found the text 'maybe'",
            ":5: max_rejected_rate: Invalid value for option '--max-rejected-rate'",
            ":6: runner: Invalid value for option '--runner'",
            ":7: key: no secret belongs into this file; name the key's file with key_file, or set"
                + " EARSHOT_KEY",
            ":8: dry_run: unknown key; the keys are the options of run, as max_rejected_rate",
            ":9: output: expected a text, found a list",
            ":10: from: duplicate key, first on line 3",
            ":11: beam_options[0]: expected an option as --parallelism=4, found 'parallelism'",
            ":11: beam_options[1]: no secret belongs into this file; ");
    List<String> said = run.err().lines().toList();
    assertEquals(expected.size(), said.size(), run.err());
    for (int i = 0; i < expected.size(); i++) {
      String start = (i == 0 ? "earshot: " : "") + file + expected.get(i);
      assertTrue(said.get(i).startsWith(start), said.get(i));
    }
    assertFalse(run.err().contains("0123456789abcdef"), "a secret is not repeated");
  }

  @Test
  void optionsOfTheEngine() {
    Path file = input.file("nightly/engine.yaml", WHOLE + "beam_options: [--paralelism=2]\n");
    EarshotRun run = EarshotRun.of("run", "--config", file.toString());
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("paralelism"), run.err());
  }

  @Test
  void validateReadsWhatItNeeds() {
    Path file = input.file("nightly/valid.yaml", WHOLE);
    EarshotRun run = EarshotRun.of("validate", "--config", file.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("good.jsonl: posts-jsonl, "), run.out());
  }

  @Test
  void noFile() {
    Path absent = folder.resolve("absent.yaml");
    assertFails(78, absent + ": no such file", EarshotRun.of("run", "--config", absent.toString()));
  }

  /** A handle begins with an at sign, and is no file of arguments. */
  @Test
  void wordsBehindAnAtSignAreNoFiles() {
    Path words = input.file("words.txt", "--from 2026-03-02\n");
    EarshotRun run = good().with("@" + words).execute();
    assertFails(66, "@" + words + ": no such file", run);
  }
}
