package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code earshot check} on tables as a run leaves them, and on tables that were broken. */
class CheckTest {
  @TempDir Path folder;

  private static EarshotRun check(Path output) {
    return EarshotRun.of("check", "--tables", output.toString());
  }

  @Test
  void whatARunPublishesHolds() {
    for (Path output : List.of(DemoRuns.output(), DemoRuns.ofPostsAlone())) {
      EarshotRun run = check(output);
      assertEquals("", run.out());
      assertEquals(0, run.exitCode(), run.err());
      assertTrue(run.err().contains("all hold"), run.err());
    }
  }

  /** Each kind of check has a table that breaks it; what is found is all that was broken. */
  @Test
  void whatIsBrokenIsNamed() throws Exception {
    Path broken = DemoRuns.copy(DemoRuns.output(), folder.resolve("out"));
    try (Sql sql = Sql.open()) {
      rewrite(sql, broken, "brand_key_phrases_daily", "select * from t union all from t");
      rewrite(sql, broken, "brand_responses", "select * replace (null as network) from t");
      rewrite(
          sql,
          broken,
          "brand_inbox",
          "select * replace (listen_rate_upper - 0.5 as listen_rate_lower, listen_rate_upper - 0.4"
              + " as listen_rate_upper, 'unwell' as missing_reason) from t");
      rewrite(
          sql,
          broken,
          "brand_reputation_daily",
          "select * replace (mention_count + 1 as mention_count) from t");
      rewrite(
          sql,
          broken,
          "source_coverage_daily",
          "select * replace (dt - 1 as dt, 'none' as run_id) from t");
      rewrite(
          sql,
          broken,
          "brand_topics_daily",
          "select * replace (mention_count + 1 as mention_count, positive_count + 1 as"
              + " positive_count) from t");
      rewrite(sql, broken, "site_sessions", "select * from t limit 1");
      rewrite(
          sql,
          broken,
          "brand_retention_monthly",
          "select * replace (cohort_customer_count + 1 as cohort_customer_count) from t");
      rewrite(
          sql,
          broken,
          "brand_scorecards_weekly",
          "select * replace (item_count + 1 as item_count) from t");
      rewrite(
          sql,
          broken,
          "pipeline_runs",
          "select * replace (accepted_count + 1 as accepted_count, rejected_count + 2 as"
              + " rejected_count) from t");
    }
    EarshotRun run = check(broken);
    assertEquals(65, run.exitCode(), run.err());
    List<String> found =
        run.out().lines().map(line -> line.substring(0, line.indexOf(", in "))).sorted().toList();
    assertEquals(
        Stream.of(
                "brand_key_phrases_daily: several rows have the same key (brand_id, date, phrase)",
                "brand_responses: network is NULL, which it never is",
                "brand_inbox: listen_rate is outside of its interval",
                "brand_inbox: missing_reason is none of the reasons that there are",
                "brand_reputation_daily: positive_count + neutral_count + negative_count +"
                    + " unclassified_count is not mention_count",
                "brand_mentions, brand_reputation_daily: mention_count or repost_count of"
                    + " brand_reputation_daily is not the rows of brand_mentions",
                "brand_mentions, brand_topics_daily: mention_count of brand_topics_daily is not"
                    + " the rows of brand_mentions with the topic",
                "source_coverage_daily: dt, the folder, is not its date",
                "source_coverage_daily: run_id is none of pipeline_runs",
                "site_sessions, brand_referrals_daily: human_session_count of"
                    + " brand_referrals_daily is not the visits of site_sessions",
                "brand_customers_monthly, brand_retention_monthly: new_customer_count of"
                    + " brand_customers_monthly is not the cohort of brand_retention_monthly",
                "brand_scorecards_weekly, brand_reputation_daily: the reputation of"
                    + " brand_scorecards_weekly is not that of brand_reputation_daily",
                "pipeline_runs: read_count is not accepted + rejected + duplicates + out of scope",
                "pipeline_runs, rejected_records: pipeline_runs.rejected_count is not the rows of"
                    + " rejected_records")
            .sorted()
            .toList(),
        found);
    assertTrue(
        run.out().contains("brand_responses: network is NULL, which it never is, in "), run.out());
    assertTrue(run.out().contains("the first: brand_id dotterel, responded_at "), run.out());
  }

  /**
   * Writes one file of a table anew: the largest, so that all brands are in it; of scorecards a
   * month with posts.
   */
  private static void rewrite(Sql sql, Path output, String table, String query) throws Exception {
    Path file;
    String folder = table.equals("brand_scorecards_weekly") ? table + "/month=2026-03" : table;
    try (Stream<Path> files = Files.walk(output.resolve(folder))) {
      file =
          files
              .filter(path -> path.toString().endsWith(".parquet"))
              .max(Comparator.comparingLong(path -> path.toFile().length()))
              .orElseThrow();
    }
    sql.execute(
        "create or replace table t as from read_parquet('%s', hive_partitioning = false)"
            .formatted(file));
    sql.execute("copy (%s) to '%s' (format parquet)".formatted(query, file));
  }
}
