package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A run over a generated set shows the figures that its generator planned, {@code truth/}; the
 * generator knows nothing of the pipeline. Counts are met exactly, estimates within the intervals
 * that {@code pipelines/docs/generator.md} states.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TruthContract {
  private Path set;
  private Path output;
  private Sql sql;

  /** The folder of the set. */
  abstract Path set();

  /** The output of a run over it. */
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
            "links")) {
      sql.execute(
          "CREATE VIEW truth_%s AS SELECT * FROM read_csv('%s/truth/%s.csv', header = true)"
              .formatted(truth, set, truth));
    }
  }

  @AfterAll
  void closeTables() {
    sql.close();
  }

  /** Both queries give the same rows; what differs is shown, wrong rows and missing ones. */
  private void assertSame(String truth, String found) {
    List<String> missing = sql.rows("(%s) EXCEPT ALL (%s) LIMIT 20".formatted(truth, found));
    List<String> wrong = sql.rows("(%s) EXCEPT ALL (%s) LIMIT 20".formatted(found, truth));
    assertEquals(missing, wrong, "the truth, then what the tables say");
    assertEquals(List.of(), missing);
    assertEquals(List.of("false"), sql.rows("SELECT count(*) = 0 FROM (%s)".formatted(truth)));
  }

  @Test
  void reputation() {
    assertSame(
        """
        SELECT brand_id, date, network, window_day_count, mention_count, author_count, repost_count
        FROM truth_reputation""",
        """
        SELECT brand_id, date, network, window_day_count, mention_count, author_count, repost_count
        FROM brand_reputation_daily WHERE language = 'all' AND dimension = 'all'""");
  }

  /** A text whose language is not recognised has no topic: 0.5 % or one mention may be missing. */
  @Test
  void topics() {
    assertEquals(
        List.of(),
        sql.rows(
            """
            SELECT * FROM truth_topics t LEFT JOIN (
              SELECT brand_id, topic_id, count(*) AS found FROM (
                SELECT brand_id, unnest(topics) AS topic_id FROM brand_mentions WHERE is_canonical)
              GROUP BY ALL) USING (brand_id, topic_id)
            WHERE found IS NULL OR abs(found - mention_count) > greatest(1, mention_count * 0.005)
            """));
  }

  @Test
  void engagement() {
    String columns =
        "brand_id, date, network, post_count, immature_post_count, like_count, share_count,"
            + " comment_count, earned_resonance_count";
    assertSame(
        "SELECT %s FROM truth_engagement".formatted(columns),
        "SELECT %s FROM brand_engagement_daily".formatted(columns));
  }

  @Test
  void visits() {
    assertSame(
        "SELECT * FROM truth_visits",
        """
        SELECT brand_id, dt AS date, referral_medium, network, referral_evidence, bot_reason,
          is_human, is_paid, count(*), count(*) FILTER (visit_number > 1), sum(hit_count)::BIGINT,
          sum(page_view_count)::BIGINT
        FROM site_sessions GROUP BY ALL""");
  }

  @Test
  void referrals() {
    assertSame(
        """
        SELECT brand_id, date, sum(n * is_human::INT), sum(n * (is_human AND is_social)::INT),
          sum(n * (is_human AND is_social AND is_paid)::INT),
          sum(returning_session_count * (is_human AND is_social)::INT),
          sum(n * (is_human AND medium = 'chatbot')::INT),
          sum(n * (is_human AND medium = 'direct')::INT),
          sum(n * (bot_reason IS NOT NULL)::INT), sum(hit_count)
        FROM (SELECT *, session_count AS n, medium = 'social' AS is_social FROM truth_visits)
        GROUP BY ALL""",
        """
        SELECT brand_id, date, human_session_count, social_session_count,
          paid_social_session_count, returning_social_session_count, chatbot_session_count,
          direct_session_count, bot_session_count, hit_count
        FROM brand_referrals_daily WHERE network = 'all' AND window_day_count = 1 AND hit_count > 0
        """);
  }

  @Test
  void referralsByNetwork() {
    assertSame(
        """
        SELECT brand_id, date, network, sum(session_count), sum(returning_session_count)
        FROM truth_visits WHERE is_human AND medium = 'social' GROUP BY ALL""",
        """
        SELECT brand_id, date, network, social_session_count, returning_social_session_count
        FROM brand_referrals_daily
        WHERE network != 'all' AND window_day_count = 1 AND social_session_count > 0""");
  }

  /** A row of a network is of credits of its own beside the orders of all. */
  @Test
  void attribution() {
    assertSame(
        "SELECT * FROM truth_attribution",
        """
        SELECT brand_id, date, network, attributed_order_count, first_touch_order_credit,
          last_touch_order_credit, linear_order_credit, position_based_order_credit
        FROM brand_referrals_daily
        WHERE window_day_count = 1 AND attributed_order_count > 0
          AND (network = 'all' OR linear_order_credit > 0)""");
  }

  /** Other posts link to pages that nobody visits: they add to the links, not to the estimate. */
  @Test
  void visitsByPostedLinks() {
    assertEquals(
        sql.rows(
            """
            SELECT brand_id, date, round((7 * visit_count_after - visit_count_before) / 7, 6), true
            FROM truth_links ORDER BY ALL"""),
        sql.rows(
            """
            SELECT brand_id, date, round(dark_social_session_estimate, 6),
              dark_social_link_count >= link_count
            FROM truth_links JOIN brand_referrals_daily USING (brand_id, date)
            WHERE network = 'all' AND window_day_count = 1 ORDER BY ALL"""));
    assertEquals(
        sql.rows("SELECT brand_id, true FROM truth_links GROUP BY ALL ORDER BY ALL"),
        sql.rows(
            """
            SELECT brand_id, followed BETWEEN dark_social_session_estimate_lower
              AND dark_social_session_estimate_upper
            FROM (SELECT brand_id, sum(followed_count) AS followed FROM truth_links GROUP BY ALL)
              JOIN brand_referrals_daily USING (brand_id)
            WHERE network = 'all' AND window_day_count = 28
            QUALIFY row_number() OVER (PARTITION BY brand_id ORDER BY date DESC) = 1
            ORDER BY ALL"""));
  }

  @Test
  void publicResponses() {
    assertSame(
        "SELECT brand_id, public_reply_count, public_median_delay_seconds FROM truth_responses",
        "SELECT brand_id, count(*), median(delay_seconds) FROM brand_responses GROUP BY ALL");
  }

  @Test
  void directResponses() {
    assertSame(
        """
        SELECT brand_id, conversation_count, answered_conversation_count,
          median_first_response_seconds FROM truth_responses""",
        """
        SELECT brand_id, count(*), count(first_response_seconds), median(first_response_seconds)
        FROM conversations WHERE channel = 'direct_message' GROUP BY ALL""");
  }

  @Test
  void inbox() {
    assertSame(
        "SELECT * FROM truth_inbox",
        """
        SELECT brand_id, dt AS date, coalesce(network, 'all') AS network, count(*),
          count(DISTINCT person_id), sum(inbound_message_count)::BIGINT,
          count_if(list_contains(intents, 'compliment'))::BIGINT,
          count_if(list_contains(intents, 'technical_issue'))::BIGINT
        FROM conversations WHERE channel = 'direct_message' AND inbound_message_count > 0
        GROUP BY GROUPING SETS ((brand_id, dt, network), (brand_id, dt))""");
  }

  /** The measures of direct messages are those of the truth, or hidden where people are few. */
  @Test
  void publishedInbox() {
    assertEquals(
        List.of(),
        sql.rows(
            """
            SELECT t.*, i.* FROM truth_inbox t FULL JOIN (
                FROM brand_inbox_daily WHERE channel = 'direct_message') i
              USING (brand_id, date, network)
            WHERE i.brand_id IS NULL OR t.brand_id IS NULL
              OR (t.person_count < 10 AND i.missing_reason IS DISTINCT FROM 'suppressed')
              OR (i.missing_reason IS NOT DISTINCT FROM 'suppressed'
                AND (i.conversation_count, i.person_count, i.inbound_message_count,
                  i.answered_count, i.listen_rate) IS DISTINCT FROM (NULL, NULL, NULL, NULL, NULL))
              OR (i.missing_reason IS DISTINCT FROM 'suppressed'
                AND (i.conversation_count, i.person_count, i.inbound_message_count)
                  IS DISTINCT FROM
                    (t.conversation_count, t.person_count, t.inbound_message_count))"""));
  }

  @Test
  void orders() {
    assertSame(
        "SELECT * FROM truth_orders",
        """
        SELECT brand_id, order_id, status, customer_id IS NOT NULL, currency, amount_minor_count,
          refunded_minor_count, line_count, dt FROM orders""");
  }

  @Test
  void customers() {
    assertSame(
        "SELECT * EXCLUDE (is_alive, is_repeated_within_90d) FROM truth_customers",
        """
        SELECT brand_id, purchase_count, order_count, currency, spent_minor_count,
          first_purchase_date, last_purchase_date FROM customers""");
  }

  @Test
  void customersByMonth() {
    assertSame(
        "SELECT * FROM truth_customers_monthly",
        """
        SELECT brand_id, date, customer_count, returning_customer_count, purchase_count,
          linked_customer_count, linked_returning_count, engaged_customer_count,
          engaged_returning_count
        FROM brand_customers_monthly WHERE customer_count > 0""");
  }

  @Test
  void retention() {
    assertSame(
        "SELECT * FROM truth_retention",
        """
        SELECT brand_id, cohort_date, date, cohort_customer_count, active_customer_count
        FROM brand_retention_monthly WHERE active_customer_count > 0""");
  }

  /** Cohorts of which not everybody was observed for 90 days among them. */
  @Test
  void theTrueRepeatRateLiesWithinThePublishedInterval() {
    assertEquals(
        List.of("true"),
        sql.rows(
            """
            WITH truth AS (
              SELECT brand_id, last_day(first_purchase_date) AS date,
                count_if(is_repeated_within_90d) / count(*) AS rate
              FROM truth_customers GROUP BY ALL)
            SELECT count_if(rate BETWEEN repeat_within_90d_rate_lower
              AND repeat_within_90d_rate_upper) >= 0.93 * count(*) AND count(*) > 0
            FROM truth JOIN brand_customers_monthly USING (brand_id, date)
            WHERE repeat_within_90d_rate IS NOT NULL"""));
  }

  @Test
  void everyColumnOfEveryTableIsDefined() {
    for (String table : Sql.tables(output)) {
      assertEquals(
          List.of(),
          sql.rows(
              """
              SELECT column_name FROM (DESCRIBE %1$s)
              WHERE column_name NOT IN ('dt', 'run_id') EXCEPT
              SELECT column_name FROM metric_definitions
              WHERE table_name = '%1$s' AND length(definition) > 0"""
                  .formatted(table)),
          table);
    }
  }

  @Test
  void keysIdentifyRows() {
    for (TableSchema table : Tables.ALL) {
      if (Sql.tables(output).contains(table.name())) {
        String key = String.join(", ", table.key().stream().map(TableColumn::name).toList());
        assertEquals(
            List.of(),
            sql.rows(
                "SELECT %s, count(*) FROM %s GROUP BY ALL HAVING count(*) > 1 LIMIT 5"
                    .formatted(key, table.name())),
            table.name());
      }
    }
  }

  @Test
  void sources() {
    assertSame(
        "SELECT * FROM truth_sources",
        """
        SELECT replace(source_name, '%s/', ''), kind, read_count, accepted_count, rejected_count,
          duplicate_count, out_of_scope_count
        FROM pipeline_runs"""
            .formatted(set));
  }

  @Test
  void rejections() {
    assertSame(
        "SELECT * FROM truth_rejections",
        "SELECT replace(source_name, '%s/', ''), line_number, reason FROM rejected_records"
            .formatted(set));
  }

  /** The classifier's own error may move the rate by 0.06 on generated text. */
  @Test
  void theTrueSentimentLiesWithinThePublishedInterval() {
    assertEquals(
        sql.rows("SELECT brand_id, true FROM truth_totals ORDER BY ALL"),
        sql.rows(
            """
            SELECT t.brand_id, t.net_sentiment_rate BETWEEN net_sentiment_rate_lower - 0.06 AND
              net_sentiment_rate_upper + 0.06
            FROM truth_totals t JOIN brand_reputation_daily r USING (brand_id)
            WHERE r.network = 'all' AND r.language = 'en' AND r.dimension = 'all'
              AND window_day_count = 28 AND is_reliable
            QUALIFY row_number() OVER (PARTITION BY brand_id ORDER BY r.date DESC) = 1
            ORDER BY ALL"""));
  }
}
