package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import dev.earshot.pipelines.generate.Generator;
import dev.earshot.pipelines.generate.GeneratorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Generated input for runs on a cluster, and the tables that an undisturbed run makes of it.
 *
 * @param folder holds the input, the tables and a key
 * @param hasShop whether runs read the brands' orders and web logs too, which tell of many months
 */
record ClusterInput(Path folder, boolean hasShop) {
  private static final int BRANDS = 4;
  private static final int DAYS = 28;

  /** A generated set, made when it is first asked for. */
  Path set(int posts, long seed) {
    Path set = folder.resolve("set-" + posts + "-" + seed);
    if (!set.toFile().exists()) {
      try {
        Generator.run(
            new GeneratorOptions(
                posts, BRANDS, DAYS, seed, set, GeneratorOptions.DEFAULT_BAD_RATE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return set;
  }

  /** The arguments of a run over a set. */
  Arguments run(Path set, Path output) {
    Arguments run =
        Arguments.run(set.resolve("brands.yaml"), output, folder)
            .with("--posts", set + "/posts/*", "--messages", set + "/messages/*");
    return hasShop
        ? run.with("--orders", set + "/orders/*", "--identities", set + "/identities/*")
            .with("--web-logs", set + "/web-logs/*")
        : run;
  }

  /** The output of a run in this process over a set. */
  Path undisturbed(Path set) {
    Path output = folder.resolve(set.getFileName() + "-undisturbed");
    if (!output.toFile().exists()) {
      EarshotRun run = run(set, output).execute();
      assertEquals(0, run.exitCode(), run.err());
    }
    return output;
  }

  /** The bytes of all tables. */
  static Map<String, String> tables(Path output) {
    Map<String, String> files = new TreeMap<>(EarshotRun.bytes(output));
    files.keySet().removeIf(name -> !name.endsWith(".parquet") || name.startsWith("_"));
    return files;
  }

  static void assertSameTables(Path expected, Path found) {
    assertSameTables(tables(expected), tables(found));
  }

  /** Names what differs: the bytes would not fit on a page. */
  static void assertSameTables(Map<String, String> expected, Map<String, String> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, bytes) -> assertTrue(bytes.equals(found.get(name)), name + " differs"));
    assertFalse(found.isEmpty());
  }
}
