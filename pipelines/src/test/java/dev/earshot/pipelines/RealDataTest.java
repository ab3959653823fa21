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

  private Path mapped(String brands, String mapping, String file) {
    return run(brands, file, "--mapping", TESTDATA.resolve("mappings/" + mapping).toString());
  }

  private Path run(String brands, String file, String... more) {
    Path input = DATA.resolve(file);
    assumeTrue(Files.exists(input), "the third-party file " + file + " is not here");
    Path output = folder.resolve("out");
    EarshotRun run =
        EarshotRun.Arguments.run(TESTDATA.resolve("brands/" + brands), output, folder)
            .with(more)
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
            FROM pipeline_runs\
            """));
  }

  @Test
  void airlines() {
    try (Sql sql =
        Sql.over(mapped("airlines.yaml", "airline.yaml", "airline_us/tweets_shared.csv"))) {
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
              EXCEPT SELECT post_id FROM brand_mentions\
              """
                  .formatted(DATA.resolve("airline_us/tweets_shared.csv"))),
          "every post that addresses an airline is about it, unless it is by the airline");
      assertEquals(
          sql.rows("SELECT accepted_count FROM pipeline_runs"),
          sql.rows(
              """
              SELECT count(DISTINCT post_id) FROM (
                SELECT post_id FROM brand_mentions
                UNION SELECT post_id FROM post_engagement_snapshots WHERE is_owned)\
              """));
    }
  }

  /** Medians in minutes as the files' documentation gives them, rounded to a tenth. */
  @Test
  void companiesAnswerAsFastAsDocumented() {
    try (Sql sql = Sql.over(mapped("support.yaml", "support.yaml", "twcs/twcs_shared.csv.gz"))) {
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
              ORDER BY replies DESC\
              """));
      assertEquals(
          List.of("0"), sql.rows("SELECT count_if(delay_seconds < 0) FROM brand_responses"));
    }
  }

  @Test
  void aSpreadsheetWithAMillionEmptyRowsHas767() {
    String file = "twcs/raw_oddity_trailing_empty_rows.csv.gz";
    Path output = mapped("support.yaml", "support.yaml", file);
    try (Sql sql = Sql.over(output)) {
      assertBalanced(sql, 767);
    }
    assertTrue(Files.exists(output.resolve("_SUCCESS")));
  }

  /**
   * The folder as it was published, with its README. Counts and medians of minutes are of the turns
   * in the file: whoever is answered stands before the answer. Two conversations are there twice,
   * one of each of these desks, with six turns between them.
   */
  @Test
  void conversationsOfSupportDesks() {
    try (Sql sql = Sql.over(run("desks.yaml", "support_conversations_ibm"))) {
      assertEquals(
          List.of("1211|0|1211|6"),
          sql.rows(
              """
              SELECT read_count, rejected_count,
                accepted_count + duplicate_count + out_of_scope_count, duplicate_count
              FROM pipeline_runs\
              """));
      assertEquals(
          List.of("rockstarsupport|101|3.3", "teamyoutube|63|56.2"),
          sql.rows(
              """
              SELECT brand_id, count(*), round(median(delay_seconds) / 60, 1)
              FROM brand_responses GROUP BY brand_id ORDER BY brand_id\
              """));
    }
  }

  /**
   * The folder as it was published, of which the last days are written: 20 tables of 19,999
   * submissions, none twice. Which name the brand is looked for apart from Earshot, in the files.
   */
  @Test
  void submissionsOfCommunities() {
    try (Sql sql = Sql.over(run("communities.yaml", "reddit_top2013", "--from", "2013-08-01"))) {
      assertEquals(
          List.of("20|19999|0|0|19999"),
          sql.rows(
              """
              SELECT count(*), sum(read_count), sum(rejected_count), sum(duplicate_count),
                sum(accepted_count + out_of_scope_count)
              FROM pipeline_runs\
              """));
      assertEquals(
          List.of(),
          sql.rows(
              """
              SELECT 't3_' || id FROM read_csv('%s/*.csv.gz', header = true, all_varchar = true,
                quote = '"', escape = '"', max_line_size = 10000000)
              WHERE epoch_ms(floor(created_utc::double)::bigint * 1000) >= timestamp '2013-08-01'
                AND regexp_matches(lower(title || ' ' || coalesce(selftext, '')),
                '(^|[^a-z0-9_@/.-])netflix($|[^a-z0-9_./-])')
              EXCEPT SELECT post_id FROM brand_mentions\
              """
                  .formatted(DATA.resolve("reddit_top2013"))),
          "every submission that names the brand is about it");
    }
  }
}
