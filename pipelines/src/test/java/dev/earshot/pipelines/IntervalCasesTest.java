package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What measures look back to counts in a run over dates as it does in a whole run. */
class IntervalCasesTest {
  private static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/134.0.0.0 Safari/537.36";
  private static final String AS_OF = "2026-04-10T00:00:00Z";

  @TempDir Path folder;

  private SmallInput input() {
    SmallInput input = SmallInput.in(folder);
    input.file(
        "brands.yaml",
        """
        brands:
          - id: veltrano
            name: Veltrano
            domains: ["veltrano.example"]
            accounts: {x: ["700000000"]}
            time_zone: Europe/London
        """);
    return input;
  }

  private static List<String> rows(Path output, String query) {
    try (Sql sql = Sql.over(output)) {
      return sql.rows(query);
    }
  }

  /** Asks a whole run and one over dates. */
  private List<List<String>> both(
      EarshotRun.Arguments whole, EarshotRun.Arguments part, String said, String query) {
    EarshotRun first = whole.with("--as-of", AS_OF).with("--runner", "direct").execute();
    assertEquals(0, first.exitCode(), first.err());
    EarshotRun second = part.with("--as-of", AS_OF).with("--runner", "direct").execute();
    assertEquals(0, second.exitCode(), second.err());
    assertTrue(second.err().contains(said), second.err());
    return List.of(rows(folder.resolve("whole"), query), rows(folder.resolve("part"), query));
  }

  private EarshotRun.Arguments run(SmallInput input, String output) {
    return EarshotRun.Arguments.run(input.brands(), folder.resolve(output), folder);
  }

  /** Eight weeks before the dates everybody complained, and own posts set off little. */
  @Test
  void theScoreIsShrunkTowardNinetyDaysAndTheIndexComparesWithThem() {
    SmallInput input = input();
    List<String> posts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      posts.add(
          SmallInput.post(
              "o" + i,
              "old" + i,
              Instant.parse("2026-01-05T10:00:00Z").plusSeconds(i).toString(),
              "Veltrano is terrible and broken, awful day " + i + " kettle number " + 7 * i));
      posts.add(
          SmallInput.post(
              "n" + i,
              "new" + i,
              Instant.parse("2026-03-02T10:00:00Z").plusSeconds(i).toString(),
              "Veltrano is wonderful, I love it, great day " + i + " kettle number " + 7 * i));
    }
    for (int i = 0; i < 60; i++) {
      Instant at =
          i < 50
              ? Instant.parse("2026-01-05T12:00:00Z").plusSeconds(i / 3 * 86_400L + i)
              : Instant.parse("2026-03-02T12:00:00Z").plusSeconds(i);
      posts.add(own(i, at, i < 50 ? 10 + i % 7 : 30));
    }
    input.lines("posts.jsonl", posts.toArray(String[]::new));
    String[] with = {"--posts", folder + "/posts.jsonl"};
    List<List<String>> found =
        both(
            run(input, "whole").with(with),
            run(input, "part").with(with).with("--from", "2026-03-02", "--to", "2026-03-03"),
            "posts 56 of 192",
            """
            SELECT round(r.reputation_score, 6), trailing_mention_count,
              round(e.size_adjusted_engagement_index, 6),
              r.reputation_score < 99 AND e.size_adjusted_engagement_index > 1.1
            FROM brand_reputation_daily r JOIN brand_engagement_daily e USING (brand_id, dt)
            WHERE r.dt = DATE '2026-03-02' AND window_day_count = 1 AND r.network = 'all'
              AND language = 'all' AND dimension = 'all' AND e.network = 'all'\
            """);
    assertEquals(found.get(0), found.get(1));
    String figures = found.get(0).get(0);
    assertTrue(figures.contains("|80|") && figures.endsWith("|true"), figures);
  }

  private static String own(int i, Instant at, int likes) {
    return """
    {"network":"x","post_id":"p%d","author_id":"700000000","posted_at":"%s","language":"en",\
    "text":"Our news of today, number %d","media_type":"text","engagement":{\
    "observed_at":"%s","like_count":%d,"share_count":0,"comment_count":0,\
    "author_follower_count":%d}}\
    """
        .formatted(i, at, i * 31, at.plusSeconds(500_000), likes, 1_000 + i);
  }

  /** On one of five days of a block one person gets what four others get on the other days. */
  @Test
  void whoElseGotTheSameWordsCounts() {
    SmallInput input = input();
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String day = "2026-03-0" + (2 + i) + "T";
      String person = "ann" + i;
      String brand = "700000000";
      messages.add(SmallInput.message("a" + i, person, brand, day + "10:00:00Z", "Where is it?"));
      messages.add(SmallInput.message("b" + i, brand, person, day + "10:00:10Z", "Be patient"));
      messages.add(SmallInput.message("c" + i, brand, person, day + "11:00:00Z", "Soon, Ann " + i));
    }
    input.lines("messages.jsonl", messages.toArray(String[]::new));
    String[] with = {"--messages", folder + "/messages.jsonl"};
    List<List<String>> found =
        both(
            run(input, "whole").with(with),
            run(input, "part").with(with).with("--from", "2026-03-04", "--to", "2026-03-04"),
            "messages 2 of",
            """
            SELECT automated_message_count, first_response_seconds FROM conversations
            WHERE dt = DATE '2026-03-04'\
            """);
    assertEquals(List.of(List.of("1|3600"), List.of("1|3600")), found);
  }

  /** A click of 25 February, an order of 5 March, and a second visit on 30 March. */
  @Test
  void clicksBeforeTheWindowAreCreditedAndVisitorsReturn() {
    SmallInput input = input();
    List<String> log = new ArrayList<>();
    List<String> orders = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      for (String date : List.of("25/Feb/2026", "30/Mar/2026")) {
        String line = "www.veltrano.example 198.18.0.%d - c-%d [%s:10:%02d:%02d +0000] \"GET %s";
        String rest = " HTTP/1.1\" 200 512 \"%s\" \"" + AGENT + "\"";
        log.add((line + rest).formatted(i, i, date, i, 0, "/shop", "https://t.co/Zk3x9"));
        log.add(
            (line + rest)
                .formatted(
                    i, i, date, i, 1, "/assets/site.css", "https://www.veltrano.example/shop"));
      }
      orders.add(
          """
          {"brand_id":"veltrano","order_id":"o-%d","customer_id":"c-%d",\
          "ordered_at":"%sT10:00:00Z","currency":"GBP","amount":10.0}\
          """
              .formatted(i, i, LocalDate.of(2026, 3, 5)));
    }
    input.lines("access.log", log.toArray(String[]::new));
    input.lines("orders.jsonl", orders.toArray(String[]::new));
    String[] with = {"--web-logs", folder + "/access.log", "--orders", folder + "/orders.jsonl"};
    List<List<String>> found =
        both(
            run(input, "whole").with(with),
            run(input, "part").with(with).with("--from", "2026-03-30", "--to", "2026-03-30"),
            "web-logs 33 of 114",
            """
            SELECT attributed_order_count, first_touch_order_credit, linear_order_credit,
              returning_social_session_count, social_session_count FROM brand_referrals_daily
            WHERE dt = DATE '2026-03-30' AND window_day_count = 28 AND network = 'all'\
            """);
    assertEquals(List.of("40|40.0|40.0|40|40"), found.get(0));
    assertEquals(found.get(0), found.get(1));
  }

  /**
   * Requests of 25 February, of 3 March and of 8 April, which is further from these days of March
   * than the log is read for: from the first to the last all days are covered, those before are
   * not.
   */
  @Test
  void whatIsCoveredFollowsFromRecordsThatTheDatesDoNotRead() {
    SmallInput input = input();
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 42; i++) {
      String date = i < 40 ? "25/Feb/2026" : i == 40 ? "03/Mar/2026" : "08/Apr/2026";
      String start = "www.veltrano.example 198.18.0.%d - - [%s:10:%02d:%02d +0000] \"GET %s";
      String end = " HTTP/1.1\" 200 512 \"%s\" \"" + AGENT + "\"";
      log.add((start + end).formatted(i, date, i, 0, "/shop", "https://t.co/Zk3x9"));
      log.add(
          (start + end)
              .formatted(i, date, i, 1, "/assets/site.css", "https://www.veltrano.example/shop"));
    }
    input.lines("access.log", log.toArray(String[]::new));
    String[] with = {"--web-logs", folder + "/access.log"};
    List<List<String>> found =
        both(
            run(input, "whole").with(with),
            run(input, "part").with(with).with("--from", "2026-03-02", "--to", "2026-03-04"),
            "web-logs 5 of 114",
            """
            SELECT r.dt, window_day_count, covered_day_count, is_reliable, missing_reason,
              record_count, silent_day_count
            FROM brand_referrals_daily r JOIN source_coverage_daily s USING (brand_id, dt)
            WHERE r.dt BETWEEN DATE '2026-03-02' AND DATE '2026-03-04' AND r.network = 'all'
            ORDER BY ALL""");
    assertEquals(
        List.of(
            "2026-03-02|7|6|false|partly_covered_by_input|0|5",
            "2026-03-02|28|6|false|partly_covered_by_input|0|5",
            "2026-03-03|1|1|false|too_few_sessions|2|0",
            "2026-03-03|7|7|true|null|2|0",
            "2026-03-03|28|7|false|partly_covered_by_input|2|0",
            "2026-03-04|7|7|false|too_few_sessions|0|1",
            "2026-03-04|28|8|false|partly_covered_by_input|0|1"),
        found.get(0));
    assertEquals(found.get(0), found.get(1));
  }
}
