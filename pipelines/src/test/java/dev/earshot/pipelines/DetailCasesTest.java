package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.earshot.pipelines.listen.DetailTable;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The tables of single records against rows that people worked out: {@code testdata/details} has an
 * input of every kind and {@code rows.yaml}. A row that is not expected fails, and a column that no
 * row gives a value.
 */
class DetailCasesTest {
  private static final Path INPUT = Path.of("../testdata/details");
  private static final double TOLERANCE = 1e-12;

  /** What {@link CoreNlpEvidenceTest} states, since the models may not be there. */
  private static final Set<String> OF_CORENLP =
      Set.of("corenlp_sentiment", "parts_of_speech", "lemmas", "entities");

  @TempDir static Path folder;

  private static Map<String, List<Map<String, Object>>> expected = Map.of();

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void run() throws IOException {
    String rows = Files.readString(INPUT.resolve("rows.yaml"));
    expected = (Map<String, List<Map<String, Object>>>) read(rows);
    EarshotRun run =
        EarshotRun.Arguments.run(INPUT.resolve("brands.yaml"), folder.resolve("out"), folder)
            .with("--posts", INPUT + "/posts.jsonl", "--messages", INPUT + "/messages.jsonl")
            .with("--orders", INPUT + "/orders.jsonl", "--web-logs", INPUT + "/requests.txt")
            .with("--profiles", INPUT + "/profiles.jsonl")
            .with("--keep-text", "--max-rejected-rate", "0.5", "--runner", "direct")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    String runId = Path.of(run.out().strip()).getParent().getFileName().toString();
    expected.forEach((table, all) -> all.forEach(row -> complete(table, row, runId)));
  }

  private static void complete(String table, Map<String, Object> row, String runId) {
    row.replaceAll((column, value) -> keyed(value));
    row.put("run_id", runId);
    if (!table.equals("rejected_records")) {
      row.put("metric_version", Tables.METRIC_VERSION);
    }
  }

  /** What {@code {keyed: post:x, of: 101}} stands for. */
  private static @Nullable Object keyed(@Nullable Object value) {
    return value instanceof Map<?, ?> map && map.containsKey("keyed")
        ? HashedIds.keyed(map.get("keyed") + "\0" + map.get("of"))
        : value;
  }

  private static Object read(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  @TestFactory
  Stream<DynamicTest> rows() {
    return DetailTable.ALL.stream()
        .map(table -> TableSchema.of(table.type()))
        .map(table -> dynamicTest(table.name(), () -> check(table)));
  }

  @Test
  void probabilitiesAddUpToOne() {
    try (Sql sql = Sql.over(folder.resolve("out"))) {
      assertEquals(
          List.of(),
          sql.rows(
              """
              SELECT post_id FROM brand_mentions WHERE sentiment IS NOT NULL AND
                abs(negative_probability + neutral_probability + positive_probability - 1) > 1e-9\
              """));
    }
  }

  private static void check(TableSchema table) {
    List<Map<String, Object>> rows = expected.getOrDefault(table.name(), List.of());
    Map<String, Map<String, Object>> actual = actual(table);
    List<String> wrong = new ArrayList<>();
    Set<String> left = new TreeSet<>();
    table.columns().forEach(column -> left.add(column.name()));
    left.removeAll(OF_CORENLP);
    for (Map<String, Object> row : rows) {
      Map<String, Object> found = actual.remove(key(table, row));
      if (found == null) {
        wrong.add("no row " + key(table, row));
        continue;
      }
      row.forEach(
          (column, value) -> {
            if (value != null) {
              left.remove(column);
            }
            if (!found.containsKey(column) || !areEqual(value, found.get(column))) {
              wrong.add(
                  "%s: %s is %s, expected %s"
                      .formatted(key(table, row), column, found.get(column), value));
            }
          });
    }
    actual.keySet().forEach(key -> wrong.add("not expected: " + key));
    left.forEach(column -> wrong.add("no row gives a value of " + column));
    assertEquals("", String.join("\n", wrong));
  }

  /** The rows as DuckDB reads them, by their keys; times as ISO 8601 writes them. */
  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> actual(TableSchema table) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    try (Sql sql = Sql.over(folder.resolve("out"))) {
      for (String json : sql.rows("SELECT to_json(t) FROM " + table.name() + " t")) {
        Map<String, Object> row = (Map<String, Object>) read(json);
        row.replaceAll((column, value) -> column.endsWith("_at") ? moment(value) : value);
        rows.put(key(table, row), row);
      }
    }
    return rows;
  }

  private static @Nullable Object moment(@Nullable Object value) {
    return value == null ? null : value.toString().replace(' ', 'T').replace("+00", "Z");
  }

  private static String key(TableSchema table, Map<String, Object> row) {
    return String.join(
        " ", table.key().stream().map(column -> String.valueOf(row.get(column.name()))).toList());
  }

  /** Equal, or between the ends of {@code {from: 0.5, to: 1}}. */
  private static boolean areEqual(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> range && actual instanceof Number number) {
      return ((Number) range.get("from")).doubleValue() <= number.doubleValue()
          && number.doubleValue() <= ((Number) range.get("to")).doubleValue();
    } else if (expected instanceof Number one && actual instanceof Number other) {
      return Math.abs(one.doubleValue() - other.doubleValue()) <= TOLERANCE;
    }
    return expected == null ? actual == null : expected.equals(actual);
  }
}
