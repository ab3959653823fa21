package dev.earshot.pipelines;

import org.junit.jupiter.api.Test;

/**
 * {@code brand_relationships_monthly} has what the generator planned of the brands' posts, and of
 * persons what a recount by SQL over the detail tables has.
 */
abstract class RelationTruthContract extends ShopTruthContract {
  private static final String COUNTED =
      """
      SELECT brand_id, date, numerator_count, denominator_count, person_count
      FROM brand_relationships_monthly WHERE denominator_count > 0 AND metric_name = '%s'\
      """;

  /** Posts of mentions and persons by brand, month and whatever is asked of them. */
  private static final String MENTIONS =
      """
      SELECT brand_id, last_day(dt) AS date, author_id, network, sentiment, intents, topics
      FROM brand_mentions WHERE is_canonical\
      """;

  /** Conversations by a person in the open; who writes first is who opens. */
  private static final String ASKED =
      """
      SELECT brand_id, last_day(dt) AS date, person_id, network, intents, first_response_seconds,
        opened_at + INTERVAL 72 HOUR <= (SELECT max(as_of_at) FROM pipeline_runs) AS is_observed
      FROM conversations
      WHERE channel = 'public' AND inbound_message_count > 0 AND NOT is_opened_by_brand\
      """;

  /** Own posts of generated brands name nobody; their answers are all to somebody. */
  @Test
  void broadcasts() {
    assertSame(
        """
        SELECT brand_id, posts, posts + public_reply_count FROM truth_responses
        JOIN (SELECT brand_id, sum(post_count + immature_post_count) AS posts FROM truth_engagement
          WHERE network = 'all' GROUP BY ALL) USING (brand_id)\
        """,
        """
        SELECT brand_id, sum(numerator_count), sum(denominator_count)
        FROM brand_relationships_monthly WHERE metric_name = 'broadcast_rate' GROUP BY ALL\
        """);
  }

  @Test
  void listening() {
    assertSame(
        """
        SELECT brand_id, date, count_if(coalesce(first_response_seconds <= 72 * 3600, false)),
          count(*), count(DISTINCT (network, person_id))
        FROM (%s) WHERE is_observed
          AND (list_contains(intents, 'question') OR list_contains(intents, 'complaint'))
        GROUP BY ALL\
        """
            .formatted(ASKED),
        COUNTED.formatted("listen_rate"));
  }

  @Test
  void privacyConcerns() {
    assertSame(
        """
        SELECT brand_id, date, count_if(list_contains(intents, 'privacy_concern')), count(*),
          count(DISTINCT (network, person_id))
        FROM (%s) GROUP BY ALL\
        """
            .formatted(ASKED),
        COUNTED.formatted("privacy_concern_rate"));
  }

  @Test
  void netSentiment() {
    assertSame(
        """
        SELECT brand_id, date, count_if(sentiment = 'positive') - count_if(sentiment = 'negative'),
          count(*), count(DISTINCT (network, author_id))
        FROM (%s) WHERE sentiment IS NOT NULL GROUP BY ALL\
        """
            .formatted(MENTIONS),
        COUNTED.formatted("net_sentiment_rate"));
  }

  @Test
  void recommendations() {
    assertSame(
        """
        SELECT brand_id, date, sum(plus::INT - minus::INT)::BIGINT,
          sum(plus::INT + minus::INT)::BIGINT, count(*)
        FROM (
          SELECT brand_id, date,
            bool_or(sentiment = 'positive' AND list_contains(intents, 'recommend')) AS plus,
            bool_or(sentiment = 'negative' AND list_contains(intents, 'warn_off')) AS minus
          FROM (%s) WHERE sentiment IS NOT NULL GROUP BY brand_id, date, network, author_id)
        WHERE plus OR minus GROUP BY ALL\
        """
            .formatted(MENTIONS),
        COUNTED.formatted("recommendation_balance"));
  }

  @Test
  void topicsOfThoseWhoAreNegative() {
    assertSame(
        """
        SELECT brand_id, date, least(10, count(DISTINCT topic)), count(DISTINCT (network, author_id))
        FROM (SELECT *, unnest(topics) AS topic FROM (%s) WHERE sentiment = 'negative')
        GROUP BY ALL\
        """
            .formatted(MENTIONS),
        """
        SELECT brand_id, date, denominator_count, person_count FROM brand_relationships_monthly
        WHERE metric_name = 'topic_acknowledged_rate' AND denominator_count > 0\
        """);
  }
}
