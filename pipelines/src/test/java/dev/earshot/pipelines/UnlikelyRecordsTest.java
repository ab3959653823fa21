package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that can be read and cannot be true move no figure and end no run. */
class UnlikelyRecordsTest {
  /** The only message is bad, so that nothing is read of its file. */
  private static final int NOTHING_READ = 3;

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
    assertEquals(NOTHING_READ, run.exitCode(), run.err());
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

  private static final String ORDER =
      """
      {"order_id":"%s","customer_id":"%s","ordered_at":"%s","currency":"EUR","amount":7}\
      """;

  private static String hit(Instant at) {
    return "192.0.2.1 - - [%s] \"GET /a HTTP/1.1\" 200 9 \"-\" \"Mozilla/5.0\""
        .formatted(
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(at));
  }

  private List<String> books(Sql sql) {
    return sql.rows(
        """
        SELECT kind, accepted_count, rejected_count, out_of_scope_count, as_of_at
        FROM pipeline_runs ORDER BY kind\
        """);
  }

  /**
   * What happens after the run has begun, by more than a day, moves neither the clock nor a figure.
   */
  @Test
  void timesInTheFutureMoveNothing() {
    SmallInput input = SmallInput.in(folder);
    Instant later = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    input.lines(
        "posts.jsonl",
        SmallInput.post("1", "ann", "2026-03-20T10:00:00Z", "I love Veltrano"),
        SmallInput.post("2", "bob", later.toString(), "I hate Veltrano"),
        SmallInput.post("3", "eve", "2087-01-01T00:00:00Z", "Nobody is named here"));
    input.lines(
        "messages.jsonl", SmallInput.message("m", "ann", "700000000", later.toString(), "Hello?"));
    input.lines(
        "orders.jsonl",
        ORDER.formatted("1", "ann", "2026-03-19T10:00:00Z"),
        ORDER.formatted("2", "ann", later));
    input.lines("access.log", hit(Instant.parse("2026-03-18T10:00:00Z")), hit(later));
    EarshotRun run =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl", "--messages", folder + "/messages.jsonl")
            .with("--orders", "veltrano=" + folder + "/orders.jsonl")
            .with("--web-logs", "veltrano=" + folder + "/access.log", "--max-rejected-rate", "1")
            .execute();
    assertEquals(NOTHING_READ, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(
              "messages|sent_at|time_in_the_future|1",
              "orders|ordered_at|time_in_the_future|2",
              "posts|posted_at|time_in_the_future|2",
              "posts|posted_at|time_in_the_future|3",
              "web-logs|time|time_in_the_future|2"),
          sql.rows(
              """
              SELECT kind, field, reason, line_number FROM rejected_records
              ORDER BY kind, line_number\
              """));
      String asOf = "|2026-03-20T10:00Z";
      assertEquals(
          List.of(
              "messages|0|1|0" + asOf,
              "orders|1|1|0" + asOf,
              "posts|1|2|0" + asOf,
              "web-logs|1|1|0" + asOf),
          books(sql));
    }
  }

  /** A run as of a moment knows nothing of what comes later, and rejects nothing of it. */
  @Test
  void whatIsLaterThanTheClockIsOutOfScope() {
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "posts.jsonl",
        SmallInput.post("1", "ann", "2026-03-20T10:00:00Z", "I love Veltrano"),
        SmallInput.post("2", "bob", "2026-03-25T10:00:00Z", "I hate Veltrano"),
        SmallInput.post("3", "eve", "2087-01-01T00:00:00Z", "I hate Veltrano"));
    input.lines(
        "orders.jsonl",
        ORDER.formatted("1", "ann", "2026-03-19T10:00:00Z"),
        ORDER.formatted("2", "ann", "2026-03-21T12:00:01Z"));
    EarshotRun run =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl", "--as-of", "2026-03-21T12:00:00Z")
            .with("--orders", "veltrano=" + folder + "/orders.jsonl")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      String asOf = "|2026-03-21T12:00Z";
      assertEquals(List.of("orders|1|0|1" + asOf, "posts|1|0|2" + asOf), books(sql));
      assertEquals(List.of(HashedIds.post("1")), sql.rows("SELECT post_id FROM brand_mentions"));
    }
  }

  /** A record dated long before all others makes no weeks and months of nothing between. */
  @Test
  void onePastRecordMakesNoEmptyWeeks() {
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "posts.jsonl",
        SmallInput.post("0", "ann", "1990-01-01T00:00:00Z", "I love Veltrano"),
        SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "I love Veltrano"),
        SmallInput.post("2", "bob", "2026-03-25T10:00:00Z", "I hate Veltrano"));
    input.lines(
        "orders.jsonl",
        ORDER.formatted("0", "ann", "1990-01-01T10:00:00Z"),
        ORDER.formatted("1", "ann", "2025-12-19T10:00:00Z"),
        ORDER.formatted("2", "bob", "2026-02-21T12:00:00Z"));
    EarshotRun run =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl")
            .with("--orders", "veltrano=" + folder + "/orders.jsonl")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      // Weeks of a post or an order, each with the one after it: the first of 1990, that of 19
      // December, and those of 21 February and 1 March.
      assertEquals(
          List.of("1990-01-07|1990-01-14|2", "2025-12-21|2026-03-08|5"),
          sql.rows(
              """
              SELECT min(date), max(date), count(DISTINCT date) FROM brand_scorecards_weekly
              GROUP BY year(date) < 2000 ORDER BY 1\
              """));
      assertEquals(
          List.of("1990-01-31|1", "2025-12-31|1", "2026-01-31|0", "2026-02-28|1", "2026-03-31|0"),
          sql.rows("SELECT date, customer_count FROM brand_customers_monthly ORDER BY date"));
      assertEquals(
          List.of("1990-01-31|1", "2025-12-31|1", "2026-01-31|0", "2026-02-28|0", "2026-03-31|0"),
          sql.rows(
              """
              SELECT date, active_customer_count FROM brand_retention_monthly
              WHERE cohort_date = DATE '1990-01-01' ORDER BY date\
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
