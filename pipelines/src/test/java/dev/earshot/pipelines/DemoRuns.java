package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Runs over the demo set, each made once for all tests; nobody writes to their output. */
final class DemoRuns {
  static final Path DEMO = Path.of("../testdata/demo");
  static final Path BRANDS = DEMO.resolve("brands.yaml");
  static final String POSTS = DEMO + "/posts/*";
  static final String MESSAGES = DEMO + "/messages/*";
  static final String WEB_LOGS = DEMO + "/web-logs/*";

  static final String[] SHOP = {
    "--orders", DEMO + "/orders/*", "--identities", DEMO + "/identities/*"
  };

  private static final Path FOLDER = Path.of("target/demo-runs");
  private static final Map<String, Path> DONE = new ConcurrentHashMap<>();

  private DemoRuns() {}

  /** The output of a run over the whole set. */
  static Path output(String runner, int parallelism) {
    return DONE.computeIfAbsent(
        runner + "-" + parallelism,
        name -> run(name, whole(FOLDER.resolve(name)), runner, parallelism));
  }

  /** The output that most tests look at. */
  static Path output() {
    return output("flink", 2);
  }

  /** The output of a run over the posts and nothing else. */
  static Path ofPostsAlone() {
    return DONE.computeIfAbsent(
        "posts-alone",
        name ->
            run(
                name,
                Arguments.run(BRANDS, FOLDER.resolve(name), FOLDER).with("--posts", POSTS),
                "flink",
                2));
  }

  private static Path run(String name, Arguments arguments, String runner, int parallelism) {
    delete(FOLDER.resolve(name));
    EarshotRun run = arguments.with(engine(runner, parallelism)).execute();
    assertEquals(0, run.exitCode(), run.err());
    return FOLDER.resolve(name);
  }

  /** The arguments of a run over the whole set. */
  static Arguments whole(Path output) {
    return Arguments.run(BRANDS, output, FOLDER)
        .with("--posts", POSTS, "--messages", MESSAGES)
        .with("--web-logs", WEB_LOGS)
        .with(SHOP);
  }

  /** The words that choose an engine; they come last. */
  static String[] engine(String runner, int parallelism) {
    String option = runner.equals("flink") ? "--parallelism=" : "--targetParallelism=";
    return new String[] {"--runner", runner, "--", option + parallelism};
  }

  static void delete(Path folder) {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Copies a finished output so that a test may run over it again. */
  static Path copy(Path output, Path target) {
    try (Stream<Path> paths = Files.walk(output)) {
      for (Path path : paths.toList()) {
        Files.copy(path, target.resolve(output.relativize(path).toString()));
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
