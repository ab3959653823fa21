package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run says of visits, links, orders and customers is what the generator planned. */
abstract class ShopTruthContract extends TruthTables {
  @Test
  void visits() {
    assertSame(
        "SELECT * FROM truth_visits",
        """
        SELECT brand_id, dt AS date, referral_medium, network, referral_evidence, bot_reason,
          is_human, is_paid, count(*), count(*) FILTER (visit_number > 1), sum(hit_count)::BIGINT,
          sum(page_view_count)::BIGINT
        FROM site_sessions GROUP BY ALL\
        """);
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
        GROUP BY ALL\
        """,
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
        FROM truth_visits WHERE is_human AND medium = 'social' GROUP BY ALL\
        """,
        """
        SELECT brand_id, date, network, social_session_count, returning_social_session_count
        FROM brand_referrals_daily
        WHERE network != 'all' AND window_day_count = 1 AND social_session_count > 0\
        """);
  }

  /** A row of a network is of credits of its own beside the orders of all. */
  @Test
  void attribution() {
    assertSame(
        "SELECT * FROM truth_attribution",
        """
        SELECT brand_id, date, network, attributed_order_count, first_touch_order_credit,
          last_touch_order_credit, round(linear_order_credit, 6),
          round(position_based_order_credit, 6)
        FROM brand_referrals_daily
        WHERE window_day_count = 1 AND attributed_order_count > 0
          AND (network = 'all' OR linear_order_credit > 0)\
        """);
  }

  /** The network on which customers speak and nobody else does. */
  @Test
  void assists() {
    assertSame(
        """
        SELECT brand_id, date, network, interaction_count, assist_order_count, mirror_order_count
        FROM truth_assists\
        """,
        """
        SELECT brand_id, date, network, interaction_count, assist_order_count, mirror_order_count
        FROM brand_referrals_daily
        WHERE network = 'bluesky' AND window_day_count = 1
          AND interaction_count + assist_order_count + mirror_order_count > 0\
        """);
  }

  /** 0 where what customers say has no effect. */
  @Test
  void theTrueEffectLiesWithinTheIntervalOfAssists() {
    List<String> missed =
        sql()
            .rows(
                """
                SELECT brand_id, prompted, incremental_assist_count_lower, incremental_assist_count_upper
                FROM (
                    SELECT brand_id, sum(prompted_order_count) AS prompted FROM truth_assists
                    GROUP BY ALL)
                  LEFT JOIN (
                    SELECT * FROM brand_referrals_daily
                    WHERE network = 'bluesky' AND window_day_count = 28
                    QUALIFY row_number() OVER (PARTITION BY brand_id ORDER BY date DESC) = 1)
                    USING (brand_id)
                WHERE (prompted BETWEEN incremental_assist_count_lower
                  AND incremental_assist_count_upper) IS NOT TRUE\
                """);
    assertTrue(missed.size() <= 1, missed.toString());
    assertEquals(
        List.of("false|true", "true|false"),
        sql()
            .rows(
                """
                SELECT has_effect, sum(prompted_order_count) = 0 FROM truth_assists
                GROUP BY ALL ORDER BY ALL\
                """));
  }

  /** Other posts link to pages that nobody visits: they add to the links, not to the estimate. */
  @Test
  void visitsByPostedLinks() {
    assertEquals(
        sql()
            .rows(
                """
                SELECT brand_id, date, round((7 * visit_count_after - visit_count_before) / 7, 6), true
                FROM truth_links ORDER BY ALL\
                """),
        sql()
            .rows(
                """
                SELECT brand_id, date, round(dark_social_session_estimate, 6),
                  dark_social_link_count >= link_count
                FROM truth_links JOIN brand_referrals_daily USING (brand_id, date)
                WHERE network = 'all' AND window_day_count = 1 ORDER BY ALL\
                """));
    assertEquals(
        sql().rows("SELECT brand_id, true FROM truth_links GROUP BY ALL ORDER BY ALL"),
        sql()
            .rows(
                """
                SELECT brand_id, followed BETWEEN dark_social_session_estimate_lower
                  AND dark_social_session_estimate_upper
                FROM (SELECT brand_id, sum(followed_count) AS followed FROM truth_links GROUP BY ALL)
                  JOIN brand_referrals_daily USING (brand_id)
                WHERE network = 'all' AND window_day_count = 28
                QUALIFY row_number() OVER (PARTITION BY brand_id ORDER BY date DESC) = 1
                ORDER BY ALL\
                """));
  }

  @Test
  void orders() {
    assertSame(
        "SELECT * FROM truth_orders",
        """
        SELECT brand_id, order_id, status, customer_id IS NOT NULL, currency, amount_minor_count,
          refunded_minor_count, line_count, dt FROM orders\
        """);
  }

  @Test
  void customers() {
    assertSame(
        "SELECT * EXCLUDE (is_alive, is_repeated_within_90d) FROM truth_customers",
        """
        SELECT brand_id, purchase_count, order_count, currency, spent_minor_count,
          first_purchase_date, last_purchase_date FROM customers\
        """);
  }

  @Test
  void customersByMonth() {
    assertSame(
        "SELECT * FROM truth_customers_monthly",
        """
        SELECT brand_id, date, customer_count, returning_customer_count, purchase_count,
          linked_customer_count, linked_returning_count, engaged_customer_count,
          engaged_returning_count
        FROM brand_customers_monthly WHERE customer_count > 0\
        """);
  }

  @Test
  void retention() {
    assertSame(
        "SELECT * FROM truth_retention",
        """
        SELECT brand_id, cohort_date, date, cohort_customer_count, active_customer_count
        FROM brand_retention_monthly WHERE active_customer_count > 0\
        """);
  }

  /** Cohorts of which not everybody was observed for 90 days among them. */
  @Test
  void theTrueRepeatRateLiesWithinThePublishedInterval() {
    assertEquals(
        List.of("true"),
        sql()
            .rows(
                """
                WITH truth AS (
                  SELECT brand_id, last_day(first_purchase_date) AS date,
                    count_if(is_repeated_within_90d) / count(*) AS rate
                  FROM truth_customers GROUP BY ALL)
                SELECT count_if(rate BETWEEN repeat_within_90d_rate_lower
                  AND repeat_within_90d_rate_upper) >= 0.93 * count(*) AND count(*) > 0
                FROM truth JOIN brand_customers_monthly USING (brand_id, date)
                WHERE repeat_within_90d_rate IS NOT NULL\
                """));
  }
}
