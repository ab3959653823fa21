package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs over third-party files, where they are at hand, against their documentation. */
class RealDataTest {
  private static final Path DATA = Path.of("../../shared/data");
  private static final Path TESTDATA = Path.of("../testdata");

  @TempDir Path folder;

  private Path run(String brands, String mapping, String file) {
    Path input = DATA.resolve(file);
    assumeTrue(Files.exists(input), "the third-party file " + file + " is not here");
    Path output = folder.resolve("out");
    EarshotRun run =
        EarshotRun.Arguments.run(TESTDATA.resolve("brands/" + brands), output, folder)
            .with("--mapping", TESTDATA.resolve("mappings/" + mapping).toString())
            .with("--posts", input.toString())
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    return output;
  }

  private static void assertBalanced(Sql sql, long records) {
    assertEquals(
        List.of(records + "|0|" + records),
        sql.rows(
            """
            SELECT read_count, rejected_count, accepted_count + duplicate_count + out_of_scope_count
            FROM pipeline_runs"""));
  }

  @Test
  void airlines() {
    try (Sql sql = Sql.over(run("airlines.yaml", "airline.yaml", "airline_us/tweets_shared.csv"))) {
      assertBalanced(sql, 7313);
      assertEquals(
          List.of("american", "delta", "southwest", "united", "us_airways", "virgin_america"),
          sql.rows("SELECT DISTINCT brand_id FROM brand_mentions ORDER BY ALL"));
      assertEquals(
          List.of(),
          sql.rows(
              """
              SELECT tweet_id FROM read_csv('%s', header = true, all_varchar = true)
              WHERE regexp_matches(lower(text), '(^|[^a-z0-9_@])@(virginamerica|united|usairways'
                || '|americanair|southwestair|deltaassist|delta)($|[^a-z0-9_])')
                AND lower(name) != 'southwestair'
              EXCEPT SELECT post_id FROM brand_mentions"""
                  .formatted(DATA.resolve("airline_us/tweets_shared.csv"))),
          "every post that addresses an airline is about it, unless it is by the airline");
      assertEquals(
          sql.rows("SELECT accepted_count FROM pipeline_runs"),
          sql.rows(
              """
              SELECT count(DISTINCT post_id) FROM (
                SELECT post_id FROM brand_mentions
                UNION SELECT post_id FROM post_engagement_snapshots WHERE is_owned)"""));
    }
  }

  /** Medians in minutes as the files' documentation gives them, rounded to a tenth. */
  @Test
  void companiesAnswerAsFastAsDocumented() {
    try (Sql sql = Sql.over(run("support.yaml", "support.yaml", "twcs/twcs_shared.csv.gz"))) {
      assertBalanced(sql, 29_381);
      assertEquals(
          List.of(
              "spotifycares|2292|13.4",
              "amazonhelp|123|9.1",
              "chipotletweets|114|9.8",
              "applesupport|86|8.8",
              "delta|70|27.5",
              "uber_support|61|13.3",
              "comcastcares|46|7.7",
              "british_airways|42|354.8",
              "verizonsupport|41|3.6",
              "tesco|36|99.1",
              "tmobilehelp|35|3.6",
              "adobecare|32|85.2"),
          sql.rows(
              """
              SELECT brand_id, count(*) AS replies, round(median(delay_seconds) / 60, 1)
              FROM brand_responses GROUP BY brand_id HAVING replies >= 32
              ORDER BY replies DESC"""));
      assertEquals(
          List.of("0"), sql.rows("SELECT count_if(delay_seconds < 0) FROM brand_responses"));
    }
  }

  @Test
  void aSpreadsheetWithAMillionEmptyRowsHas767() {
    String file = "twcs/raw_oddity_trailing_empty_rows.csv.gz";
    Path output = run("support.yaml", "support.yaml", file);
    try (Sql sql = Sql.over(output)) {
      assertBalanced(sql, 767);
    }
    assertTrue(Files.exists(output.resolve("_SUCCESS")));
  }
}
