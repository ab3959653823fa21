package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.EarshotRun.Arguments;
import dev.earshot.pipelines.generate.Generator;
import dev.earshot.pipelines.generate.GeneratorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/**
 * A set made for the test, on both runners, with broken records of every kind. {@code
 * -Dearshot.truth.posts=200000} makes it larger.
 */
class GeneratedTruthTest {
  private static final Path FOLDER = Path.of("target/truth-runs");
  private static final long POSTS = Long.getLong("earshot.truth.posts", 20_000);
  private static Path generated;

  private static synchronized Path generate() {
    if (generated == null) {
      try {
        DemoRuns.delete(FOLDER);
        Path set = FOLDER.resolve("set");
        Generator.run(
            new GeneratorOptions(POSTS, 4, 28, 23, set, GeneratorOptions.DEFAULT_BAD_RATE));
        generated = set;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return generated;
  }

  private static Path run(String runner) {
    Path set = generate();
    Path output = FOLDER.resolve(runner);
    EarshotRun run =
        Arguments.run(set.resolve("brands.yaml"), output, FOLDER)
            .with("--posts", set + "/posts/*", "--messages", set + "/messages/*")
            .with("--orders", set + "/orders/*", "--identities", set + "/identities/*")
            .with("--web-logs", set + "/web-logs/*")
            .with(DemoRuns.engine(runner, 2))
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    return output;
  }

  @Nested
  class OnFlink extends TruthContract {
    @Override
    Path set() {
      return generate();
    }

    @Override
    Path output() {
      return run("flink");
    }
  }

  @Nested
  class OnDirect extends TruthContract {
    @Override
    Path set() {
      return generate();
    }

    @Override
    Path output() {
      return run("direct");
    }
  }
}
