package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * The truth of a generated set as views {@code truth_...} beside the tables of a run over it. The
 * generator knows nothing of the pipeline.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TruthTables {
  private Path set;
  private Path output;
  private Sql sql;

  /** The folder of the set. */
  abstract Path set();

  /** The output of a run over it, which is made here; asked for once. */
  abstract Path output();

  @BeforeAll
  void openTables() {
    set = set();
    output = output();
    sql = Sql.over(output);
    for (String truth :
        List.of(
            "sources",
            "rejections",
            "reputation",
            "topics",
            "totals",
            "engagement",
            "responses",
            "inbox",
            "orders",
            "customers",
            "customers_monthly",
            "retention",
            "visits",
            "attribution",
            "assists",
            "links")) {
      sql.execute(
          "CREATE VIEW truth_%s AS SELECT * FROM read_csv('%s/truth/%s.csv', header = true)"
              .formatted(truth, set, truth));
    }
  }

  /** The tables of the run. */
  final List<String> tables() {
    return Sql.tables(output);
  }

  /** Asks both. */
  final Sql sql() {
    return sql;
  }

  @AfterAll
  void closeTables() {
    sql.close();
  }

  /** Both queries give the same rows; what differs is shown, wrong rows and missing ones. */
  final void assertSame(String truth, String found) {
    List<String> missing = sql.rows("(%s) EXCEPT ALL (%s) LIMIT 20".formatted(truth, found));
    List<String> wrong = sql.rows("(%s) EXCEPT ALL (%s) LIMIT 20".formatted(found, truth));
    assertEquals(missing, wrong, "the truth, then what the tables say");
    assertEquals(List.of(), missing);
    assertEquals(List.of("false"), sql.rows("SELECT count(*) = 0 FROM (%s)".formatted(truth)));
  }
}
