package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.earshot.pipelines.benchmark.BareLoop;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.run.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the benchmark compares is the same work: the bare loop, which reads posts and messages and
 * nothing else, writes the pipeline's rows.
 */
class BareLoopTest {
  private static final String WHAT_IT_READS = " WHERE kind IN ('posts', 'messages')";

  @TempDir static Path folder;

  private static SourceBalance account = SourceBalance.NONE;

  @BeforeAll
  static void runTheBareLoop() throws IOException {
    List<SourceFile> files = BareLoop.files(DemoRuns.DEMO);
    account =
        BareLoop.run(
            files,
            BareLoop.settings(
                DemoRuns.BRANDS, files, folder.resolve("bare"), EarshotRun.key(folder)));
  }

  @ParameterizedTest
  @CsvSource({
    "brand_mentions, sum(like_count)",
    "post_engagement_snapshots, sum(like_count)",
    "brand_responses, sum(delay_business_seconds)",
    "conversations, sum(inbound_message_count)",
    "rejected_records, sum(line_number)",
    "brand_reputation_daily, sum(mention_count + author_count + repost_count)",
    "brand_topics_daily, sum(mention_count + author_count)",
    "brand_key_phrases_daily, sum(mention_count + author_count)",
    "brand_engagement_daily, sum(post_count)",
    "brand_inbox, sum(conversation_count)"
  })
  void rowsAreThoseOfThePipeline(String table, String sum) {
    String scope = table.equals("rejected_records") ? WHAT_IT_READS : "";
    String pipeline =
        "(SELECT * EXCLUDE run_id FROM " + Sql.parquet(DemoRuns.output(), table) + scope + ")";
    String bare =
        "(SELECT * EXCLUDE run_id FROM " + Sql.parquet(folder.resolve("bare"), table) + ")";
    try (Sql sql = Sql.open()) {
      String figures = "SELECT count(*), " + sum + " FROM ";
      List<String> expected = sql.rows(figures + pipeline);
      assertFalse(expected.get(0).startsWith("0|"), table + " has rows");
      assertEquals(expected, sql.rows(figures + bare));
      assertEquals(List.of(), sql.rows("FROM " + pipeline + " EXCEPT ALL FROM " + bare));
      assertEquals(List.of(), sql.rows("FROM " + bare + " EXCEPT ALL FROM " + pipeline));
    }
  }

  @Test
  void recordsAreAccountedForAlike() {
    try (Sql sql = Sql.over(DemoRuns.output())) {
      assertEquals(
          List.of(
              account.read()
                  + "|"
                  + account.accepted()
                  + "|"
                  + account.rejected()
                  + "|"
                  + account.duplicates()
                  + "|"
                  + account.outOfScope()),
          sql.rows(
              """
              SELECT sum(read_count), sum(accepted_count), sum(rejected_count),
                sum(duplicate_count), sum(out_of_scope_count) FROM pipeline_runs"""
                  + WHAT_IT_READS));
    }
  }
}
