package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A run over a generated set shows the figures that its generator planned, {@code truth/}. Counts
 * are met exactly, estimates within the intervals that {@code pipelines/docs/generator.md} states.
 */
abstract class TruthContract extends RelationTruthContract {
  @Test
  void reputation() {
    assertSame(
        """
        SELECT brand_id, date, network, window_day_count, mention_count, author_count, repost_count
        FROM truth_reputation\
        """,
        """
        SELECT brand_id, date, network, window_day_count, mention_count, author_count, repost_count
        FROM brand_reputation_daily WHERE language = 'all' AND dimension = 'all'\
        """);
  }

  /** A text whose language is not recognised has no topic: 0.5 % or one mention may be missing. */
  @Test
  void topics() {
    assertEquals(
        List.of(),
        sql()
            .rows(
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
          median_first_response_seconds FROM truth_responses\
        """,
        """
        SELECT brand_id, count(*), count(first_response_seconds), median(first_response_seconds)
        FROM conversations WHERE channel = 'direct_message' GROUP BY ALL\
        """);
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
        GROUP BY GROUPING SETS ((brand_id, dt, network), (brand_id, dt))\
        """);
  }

  /** Conversations by each period that they opened in, channel and network. */
  private static final String OPENED =
      """
      SELECT brand_id, period_kind, date, channel, coalesce(network, 'all') AS network, count(*),
        count(DISTINCT person_id), sum(inbound_message_count)::BIGINT,
        count_if(list_contains(intents, 'compliment')),
        count_if(list_contains(intents, 'technical_issue'))
      FROM (
        SELECT *, 'day' AS period_kind, dt AS date FROM conversations UNION ALL
        SELECT *, 'week', (date_trunc('week', dt) + INTERVAL 6 DAY)::DATE
          FROM conversations UNION ALL
        SELECT *, 'block',
            DATE '1970-01-05' + (28 * ((dt - DATE '1970-01-05') // 28) + 27)::INTEGER
          FROM conversations)
      WHERE inbound_message_count > 0
      GROUP BY GROUPING SETS ((brand_id, period_kind, date, channel, network),
        (brand_id, period_kind, date, channel))\
      """;

  private static final String PUBLISHED =
      """
      SELECT brand_id, period_kind, date, channel, network, conversation_count, person_count,
        inbound_message_count, compliment_count, technical_issue_count
      FROM brand_inbox WHERE missing_reason IS DISTINCT FROM 'suppressed'\
      """;

  @Test
  void publishedInbox() {
    assertEquals(List.of(), sql().rows("(%s) EXCEPT (%s)".formatted(PUBLISHED, OPENED)));
    String begun =
        """
        AS t WHERE channel = 'public'
          AND date <= (SELECT max(date) FROM brand_inbox WHERE brand_id = t.brand_id)\
        """;
    assertSame("FROM (%s) %s".formatted(OPENED, begun), "FROM (%s) %s".formatted(PUBLISHED, begun));
  }

  @Test
  void fewPeopleHaveNoFiguresOfDirectMessages() {
    assertEquals(
        List.of(),
        sql()
            .rows(
                """
                FROM brand_inbox WHERE channel = 'direct_message' AND NOT coalesce(person_count >= 10,
                  missing_reason = 'suppressed' AND network = 'all' AND NOT is_reliable AND
                  (conversation_count, answered_count, listen_rate, first_response_median_seconds)
                    IS NOT DISTINCT FROM (NULL, NULL, NULL, NULL))\
                """));
  }

  @Test
  void everyColumnOfEveryTableIsDefined() {
    for (String table : tables()) {
      assertEquals(
          List.of(),
          sql()
              .rows(
                  """
                  SELECT column_name FROM (DESCRIBE %1$s)
                  WHERE column_name NOT IN ('dt', 'month', 'run_id') EXCEPT
                  SELECT column_name FROM metric_definitions
                  WHERE table_name = '%1$s' AND length(definition) > 0\
                  """
                      .formatted(table)),
          table);
    }
  }

  @Test
  void keysIdentifyRows() {
    for (TableSchema table : Tables.ALL) {
      if (tables().contains(table.name())) {
        String key = String.join(", ", table.key().stream().map(TableColumn::name).toList());
        assertEquals(
            List.of(),
            sql()
                .rows(
                    "SELECT %s, count(*) FROM %s GROUP BY ALL HAVING count(*) > 1 LIMIT 5"
                        .formatted(key, table.name())),
            table.name());
      }
    }
  }

  /** The terms beside a rate are the terms of that rate, in every row. */
  @Test
  void documentedRatesAreTheQuotientsOfTheirTerms() {
    Set<String> seen = new TreeSet<>();
    for (TableSchema table : Tables.ALL) {
      if (tables().contains(table.name())) {
        DocumentedQuotients.of(table)
            .forEach(
                (column, formula) -> {
                  seen.add(table.name() + "." + column);
                  assertEquals(
                      List.of(),
                      sql()
                          .rows(
                              """
                              SELECT * FROM (SELECT %s AS rate, %s AS quotient FROM %s)
                              WHERE (rate IS NULL) <> (NOT coalesce(isfinite(quotient), false))
                                OR abs(rate - quotient) > 1e-12 * greatest(1, abs(quotient)) LIMIT 5\
                              """
                                  .formatted(column, formula, table.name())),
                      table.name() + "." + column);
                });
      }
    }
    assertTrue(seen.contains("brand_engagement_daily.virality_rate"), seen::toString);
    assertTrue(seen.size() >= 15, seen::toString);
  }

  @Test
  void sources() {
    assertSame(
        "SELECT * FROM truth_sources",
        """
        SELECT replace(source_name, '%s/', ''), kind, read_count, accepted_count, rejected_count,
          duplicate_count, out_of_scope_count
        FROM pipeline_runs\
        """
            .formatted(set()));
  }

  @Test
  void rejections() {
    assertSame(
        "SELECT * FROM truth_rejections",
        "SELECT replace(source_name, '%s/', ''), line_number, reason FROM rejected_records"
            .formatted(set()));
  }

  /** The classifier's own error may move the rate by 0.06 on generated text. */
  @Test
  void theTrueSentimentLiesWithinThePublishedInterval() {
    assertEquals(
        sql().rows("SELECT brand_id, true FROM truth_totals ORDER BY ALL"),
        sql()
            .rows(
                """
                SELECT t.brand_id, t.net_sentiment_rate BETWEEN net_sentiment_rate_lower - 0.06 AND
                  net_sentiment_rate_upper + 0.06
                FROM truth_totals t JOIN brand_reputation_daily r USING (brand_id)
                WHERE r.network = 'all' AND r.language = 'en' AND r.dimension = 'all'
                  AND window_day_count = 28
                  AND coalesce(missing_reason, '') IN ('', 'partly_covered_by_input')
                QUALIFY row_number() OVER (PARTITION BY brand_id ORDER BY r.date DESC) = 1
                ORDER BY ALL\
                """));
  }
}
