package dev.earshot.pipelines.check;

import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow;
import dev.earshot.pipelines.tables.BrandMentionRow;
import dev.earshot.pipelines.tables.BrandReferralDailyRow;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import dev.earshot.pipelines.tables.BrandRetentionMonthlyRow;
import dev.earshot.pipelines.tables.BrandScorecardWeeklyRow;
import dev.earshot.pipelines.tables.BrandTopicDailyRow;
import dev.earshot.pipelines.tables.PipelineRunRow;
import dev.earshot.pipelines.tables.RejectedRecordRow;
import dev.earshot.pipelines.tables.SiteSessionRow;
import java.util.List;

/** What tables must agree on: each query gives the cells in which they do not. */
final class Reconciliations {
  /**
   * One agreement.
   *
   * @param tables those that it needs
   * @param says what is wrong where the query gives rows
   * @param query gives what identifies a cell, then the figures of both sides
   */
  record Agreement(List<Class<? extends Record>> tables, String says, String query) {}

  static final List<Agreement> ALL =
      List.of(
          new Agreement(
              List.of(PipelineRunRow.class),
              "read_count is not accepted + rejected + duplicates + out of scope",
              """
              select run_id, source_name, kind, read_count,
                accepted_count + rejected_count + duplicate_count + out_of_scope_count as accounted
              from pipeline_runs where read_count <> accounted\
              """),
          new Agreement(
              List.of(PipelineRunRow.class, RejectedRecordRow.class),
              "pipeline_runs.rejected_count is not the rows of rejected_records",
              """
              select run_id, source_name, kind, rejected_count, coalesce(rows, 0) as rows
              from pipeline_runs full join (
                select run_id, source_name, kind, count(*) as rows from rejected_records group by all
              ) using (run_id, source_name, kind)
              where coalesce(rejected_count, 0) <> coalesce(rows, 0)\
              """),
          new Agreement(
              List.of(BrandMentionRow.class, BrandReputationDailyRow.class),
              "mention_count or repost_count of brand_reputation_daily is not the rows of"
                  + " brand_mentions",
              """
              select brand_id, date, mention_count, mentions, repost_count, reposts
              from reputation_1d full join (
                select brand_id, dt as date, count(*) filter (where is_canonical) as mentions,
                  count(*) filter (where not is_canonical) as reposts
                from brand_mentions group by all
              ) using (brand_id, date)
              where coalesce(mention_count, 0) <> coalesce(mentions, 0)
                or coalesce(repost_count, 0) <> coalesce(reposts, 0)\
              """),
          new Agreement(
              List.of(BrandMentionRow.class, BrandTopicDailyRow.class),
              "mention_count of brand_topics_daily is not the rows of brand_mentions with the topic",
              """
              select brand_id, date, topic_id, mention_count, mentions
              from topics_1d full join (
                select brand_id, date, topic_id, count(*) as mentions
                from (
                  select brand_id, dt as date, unnest(topics) as topic_id
                  from brand_mentions where is_canonical
                ) group by all
              ) using (brand_id, date, topic_id)
              where coalesce(mention_count, 0) <> coalesce(mentions, 0)\
              """),
          new Agreement(
              List.of(SiteSessionRow.class, BrandReferralDailyRow.class),
              "human_session_count of brand_referrals_daily is not the visits of site_sessions",
              """
              select brand_id, date, human_session_count, visits
              from referrals_1d full join (
                select brand_id, dt as date, count(*) as visits
                from site_sessions where is_human group by all
              ) using (brand_id, date)
              where coalesce(human_session_count, 0) <> coalesce(visits, 0)\
              """),
          new Agreement(
              List.of(BrandCustomerMonthlyRow.class, BrandRetentionMonthlyRow.class),
              "new_customer_count of brand_customers_monthly is not the cohort of"
                  + " brand_retention_monthly",
              """
              select c.brand_id, c.date, new_customer_count, cohort_customer_count
              from brand_customers_monthly c join brand_retention_monthly r
                on c.brand_id = r.brand_id and c.date = r.date and r.month_number = 0
              where new_customer_count <> cohort_customer_count\
              """),
          new Agreement(
              List.of(BrandScorecardWeeklyRow.class, BrandReputationDailyRow.class),
              "the reputation of brand_scorecards_weekly is not that of brand_reputation_daily",
              """
              select s.brand_id, s.date, s.value, r.adjusted_reputation_score, s.item_count
              from brand_scorecards_weekly s join reputation_7d r
                on s.brand_id = r.brand_id and s.date = r.date and s.kpi = 'reputation'
              where s.metric_name = 'adjusted_reputation_score'
                and (s.value is distinct from r.adjusted_reputation_score
                or s.item_count <> r.positive_count + r.neutral_count + r.negative_count)\
              """));

  private Reconciliations() {}
}
