package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that can be read and cannot be true move no figure and end no run. */
class UnlikelyRecordsTest {
  private static final String REJECTED =
      "SELECT field, reason, line_number FROM rejected_records ORDER BY line_number";

  @TempDir Path folder;

  private static String ownPost(int number, String count) {
    return """
    {"network":"x","post_id":"%d","author_id":"700000000","posted_at":"2026-03-01T10:00:00Z",\
    "text":"News %d","engagement":{"observed_at":"2026-03-04T10:00:00Z","like_count":%s,\
    "share_count":%s,"comment_count":%s,"impression_count":%s,"author_follower_count":%s}}\
    """
        .formatted(number, number, count, count, count, count, count);
  }

  /** In tables {@code all} stands for the sum: what is called so would be counted with it. */
  @Test
  void theWordForTheSumIsNoNetworkAndNoLanguage() {
    SmallInput input = SmallInput.in(folder);
    String post = SmallInput.post("1", "ann", "2026-03-20T10:00:00Z", "I love Veltrano");
    input.lines(
        "posts.jsonl",
        post,
        post.replace("\"x\"", "\"all\"").replace("\"1\"", "\"2\""),
        post.replace("\"en\"", "\"all\"").replace("\"1\"", "\"3\""));
    String message =
        SmallInput.message("m", "ann", "700000000", "2026-03-20T11:00:00Z", "Where is my order?");
    input.lines("messages.jsonl", message.replace("\"x\"", "\"all\""));
    EarshotRun run =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl", "--messages", folder + "/messages.jsonl")
            .with("--max-rejected-rate", "1")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(
              "messages|network|reserved_word|1",
              "posts|network|reserved_word|2",
              "posts|language|reserved_word|3"),
          sql.rows(
              """
              SELECT kind, field, reason, line_number FROM rejected_records
              ORDER BY kind, line_number\
              """));
      assertEquals(
          List.of("1"),
          sql.rows(
              """
              SELECT mention_count FROM brand_reputation_daily
              WHERE network = 'all' AND language = 'all' AND dimension = 'all'
                AND window_day_count = 1 AND date = DATE '2026-03-20'\
              """));
    }
  }

  /**
   * A post's counts may be as large as 10^12 and are added up exactly; larger ones are no counts.
   * Products of two of those at the limit have more than 64 bits.
   */
  @Test
  void hugeCountsAreAddedExactlyOrRejected() {
    SmallInput input = SmallInput.in(folder);
    List<String> posts = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      posts.add(ownPost(i, "1000000000000"));
    }
    posts.add(ownPost(13, "1000000000001"));
    posts.add(ownPost(14, "9223372036854775807"));
    posts.add(SmallInput.post("15", "ann", "2026-03-20T10:00:00Z", "I love Veltrano"));
    input.lines("posts.jsonl", posts.toArray(String[]::new));
    EarshotRun run =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl", "--max-rejected-rate", "0.5")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("engagement.like_count|out_of_range|13", "engagement.like_count|out_of_range|14"),
          sql.rows(REJECTED));
      assertEquals(
          List.of("12|12000000000000|12000000000000|36000000000000|3.0|3.0E12"),
          sql.rows(
              """
              SELECT snapshot_post_count, like_count, impression_count, engagement_count,
                engagement_rate_by_impressions, median_engagement_count
              FROM brand_engagement_daily WHERE network = 'all'\
              """));
    }
  }
}
