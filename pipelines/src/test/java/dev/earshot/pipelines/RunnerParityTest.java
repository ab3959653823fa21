package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables follow from the records alone: not from engine, parallelism or how files are cut. */
class RunnerParityTest {
  /** The tables, without those that name files. */
  private static final List<String> TABLES =
      List.of(
          "brand_customers_monthly",
          "brand_engagement_daily",
          "brand_inbox",
          "brand_mentions",
          "brand_referrals_daily",
          "brand_reputation_daily",
          "brand_responses",
          "brand_retention_monthly",
          "brand_scorecards_weekly",
          "brand_topics_daily",
          "brand_key_phrases_daily",
          "conversations",
          "customers",
          "metric_definitions",
          "orders",
          "post_engagement_snapshots",
          "site_sessions");

  @TempDir Path folder;

  /** Path, rows, size and digest of every file, as the manifest lists them. */
  private static List<String> files(Path output) {
    try (Sql sql = Sql.open()) {
      return sql.rows(
          """
          SELECT f.path, f.rows, f.bytes, f.sha256
          FROM (SELECT unnest(files) AS f FROM read_json('%s/_runs/*/manifest.json'))\
          """
              .formatted(output));
    }
  }

  @ParameterizedTest
  @CsvSource({"flink, 1", "flink, 5", "direct, 2"})
  void everyEngineWritesTheSameBytes(String runner, int parallelism) {
    assertSameBytes(DemoRuns.output(), DemoRuns.output(runner, parallelism));
  }

  private static void assertSameBytes(Path expected, Path found) {
    assertEquals(files(expected), files(found));
    assertEquals(data(expected), data(found));
  }

  /** A part of the set: the engine for small inputs needs long for all of it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void theEngineForSmallInputsWritesTheSameBytesAtEveryParallelism(int parallelism) {
    Path expected = part("flink", 2);
    assertSameBytes(expected, part("direct", parallelism));
  }

  private Path part(String runner, int parallelism) {
    Path output = folder.resolve(runner);
    EarshotRun run =
        EarshotRun.Arguments.run(DemoRuns.BRANDS, output, folder)
            .with(
                "--posts", DemoRuns.DEMO + "/posts/part-0[56]*", DemoRuns.DEMO + "/posts/part-04*")
            .with("--messages", DemoRuns.DEMO + "/messages/part-00*")
            .with(DemoRuns.SHOP)
            .with(DemoRuns.engine(runner, parallelism))
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    return output;
  }

  /** The data files with their bytes; the manifest holds the time of publication. */
  private static Map<String, String> data(Path output) {
    Map<String, String> files = new TreeMap<>(EarshotRun.bytes(output));
    files.keySet().removeIf(name -> !name.endsWith(".parquet"));
    return files;
  }

  @Test
  void aRunOverTheSameInputAgainChangesNothing() {
    Path output = DemoRuns.copy(DemoRuns.output(), folder.resolve("out"));
    EarshotRun run = DemoRuns.whole(output).with(DemoRuns.engine("flink", 2)).execute();
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(data(DemoRuns.output()), data(output));
    assertEquals(files(DemoRuns.output()), files(output));
  }

  @Test
  void inputInOtherFilesGivesTheSameRows() throws IOException {
    deal(DemoRuns.DEMO.resolve("posts"), 3, "b");
    deal(DemoRuns.DEMO.resolve("messages"), 1, "a");
    deal(DemoRuns.DEMO.resolve("web-logs"), 2, "c");
    Path output = folder.resolve("out");
    EarshotRun run =
        EarshotRun.Arguments.run(DemoRuns.BRANDS, output, folder)
            .with("--posts", folder + "/posts/*", "--messages", folder + "/messages/*")
            .with(DemoRuns.SHOP)
            .with("--web-logs", folder + "/web-logs/*")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    assertSameRows(DemoRuns.output(), output, "");
  }

  /** Deals the lines of all files of a folder to other files. */
  private void deal(Path from, int files, String prefix) throws IOException {
    List<StringBuilder> dealt = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      dealt.add(new StringBuilder());
    }
    int next = 0;
    try (Stream<Path> paths = Files.list(from)) {
      for (Path path : paths.sorted().toList()) {
        for (String line : lines(path)) {
          dealt.get(next++ % files).append(line).append('\n');
        }
      }
    }
    Path target = Files.createDirectories(folder.resolve(from.getFileName()));
    for (int i = 0; i < files; i++) {
      Files.writeString(
          target.resolve(prefix + i + ".jsonl"), dealt.get(i), StandardCharsets.ISO_8859_1);
    }
  }

  /** The lines of a plain or compressed file as far as it goes. */
  private static List<String> lines(Path path) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (InputStream in = decompress(path)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        content.write(next);
      }
    } catch (EOFException truncated) {
      return content.toString(StandardCharsets.ISO_8859_1).lines().toList();
    }
    return content.toString(StandardCharsets.ISO_8859_1).lines().toList();
  }

  private static InputStream decompress(Path path) throws IOException {
    InputStream in = Files.newInputStream(path);
    String name = path.toString();
    return name.endsWith(".gz")
        ? new GZIPInputStream(in, 1)
        : name.endsWith(".zst") ? new com.github.luben.zstd.ZstdInputStream(in) : in;
  }

  /** All columns of all rows agree but the run's name. */
  private static void assertSameRows(Path expected, Path found, String where) {
    try (Sql sql = Sql.open()) {
      for (String table : TABLES) {
        String columns = table.equals("metric_definitions") ? "*" : "* EXCLUDE (run_id)";
        String before =
            "SELECT %s FROM %s %s".formatted(columns, Sql.parquet(expected, table), where);
        String after = "SELECT %s FROM %s %s".formatted(columns, Sql.parquet(found, table), where);
        assertEquals(
            sql.rows("(%s) EXCEPT ALL (%s) LIMIT 5".formatted(before, after)),
            sql.rows("(%s) EXCEPT ALL (%s) LIMIT 5".formatted(after, before)),
            table);
        assertEquals(
            sql.rows("SELECT count(*) FROM (%s)".formatted(before)),
            sql.rows("SELECT count(*) FROM (%s)".formatted(after)),
            table);
      }
    }
  }

  @Test
  void onlyTheDatesBetweenFromAndToAreReplaced() {
    Path output = DemoRuns.copy(DemoRuns.output(), folder.resolve("out"));
    EarshotRun run =
        DemoRuns.whole(output).with("--from", "2026-03-05", "--to", "2026-03-07").execute();
    assertEquals(0, run.exitCode(), run.err());
    Map<String, String> before = dated(DemoRuns.output());
    Map<String, String> after = dated(output);
    assertEquals(before.keySet(), after.keySet());
    before.forEach(
        (name, bytes) -> {
          boolean isReplaced = name.matches(".*dt=2026-03-0[567]/.*");
          if (isReplaced) {
            assertNotEquals(bytes, after.get(name), name + " names the new run");
          } else {
            assertEquals(bytes, after.get(name), name);
          }
        });
    assertSameRows(DemoRuns.output(), output, "");
  }

  private static Map<String, String> dated(Path output) {
    Map<String, String> files = data(output);
    files.keySet().removeIf(name -> !name.contains("/dt="));
    return files;
  }

  @Test
  void anAddedFileOnlyAddsAndALateRowLandsOnItsOwnDate() {
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "posts/1.jsonl",
        SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Veltrano is great"),
        SmallInput.post("2", "bob", "2026-03-03T10:00:00Z", "Veltrano was late again today"));
    String posts = folder + "/posts/*";
    EarshotRun first = input.run().with("--posts", posts).execute();
    assertEquals(0, first.exitCode(), first.err());
    Map<String, String> before = dated(input.output());
    input.lines(
        "posts/2.jsonl",
        SmallInput.post("3", "eve", "2026-03-01T23:30:00Z", "No word from Veltrano for a week"));
    EarshotRun second =
        input.run().with("--posts", posts, "--from", "2026-03-01", "--to", "2026-03-01").execute();
    assertEquals(0, second.exitCode(), second.err());
    Map<String, String> after = dated(input.output());
    assertEquals(before.keySet(), after.keySet());
    before.forEach(
        (name, bytes) -> {
          if (!name.contains("dt=2026-03-01")) {
            assertEquals(bytes, after.get(name), name);
          }
        });
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("2026-03-01|1", "2026-03-01|3", "2026-03-03|2"),
          sql.rows("SELECT dt, post_id FROM brand_mentions ORDER BY ALL"));
      assertEquals(
          List.of("2026-03-01|2", "2026-03-03|1"),
          sql.rows(
              """
              SELECT date, mention_count FROM brand_reputation_daily
              WHERE network = 'all' AND language = 'all' AND dimension = 'all'
                AND window_day_count = 1 ORDER BY ALL\
              """));
    }
  }
}
