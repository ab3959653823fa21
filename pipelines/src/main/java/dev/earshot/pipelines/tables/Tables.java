package dev.earshot.pipelines.tables;

import java.util.List;

/** Every table that a run writes. */
public final class Tables {
  /** In the order of the documentation: measures, details, operations. */
  public static final List<TableSchema> ALL =
      List.of(
          TableSchema.of(BrandScorecardWeeklyRow.class),
          TableSchema.of(BrandReputationDailyRow.class),
          TableSchema.of(BrandEngagementDailyRow.class),
          TableSchema.of(BrandTopicDailyRow.class),
          TableSchema.of(BrandKeyPhraseDailyRow.class),
          TableSchema.of(BrandAlertRow.class),
          TableSchema.of(BrandComparisonRow.class),
          TableSchema.of(BrandRankingRow.class),
          TableSchema.of(BrandInboxRow.class),
          TableSchema.of(BrandRelationshipMonthlyRow.class),
          TableSchema.of(BrandAudienceMonthlyRow.class),
          TableSchema.of(BrandSwitchingMonthlyRow.class),
          TableSchema.of(BrandReferralDailyRow.class),
          TableSchema.of(SiteSessionRow.class),
          TableSchema.of(BrandCustomerMonthlyRow.class),
          TableSchema.of(BrandRetentionMonthlyRow.class),
          TableSchema.of(BrandMentionRow.class),
          TableSchema.of(ConversationRow.class),
          TableSchema.of(BrandResponseRow.class),
          TableSchema.of(PostEngagementSnapshotRow.class),
          TableSchema.of(OrderRow.class),
          TableSchema.of(CustomerRow.class),
          TableSchema.of(AccountProfileRow.class),
          TableSchema.of(MetricDefinitionRow.class),
          TableSchema.of(SourceCoverageDailyRow.class),
          TableSchema.of(PipelineRunRow.class),
          TableSchema.of(RejectedRecordRow.class));

  /** Version of the definitions of all measures; raised when a formula changes. */
  public static final String METRIC_VERSION = "2";

  private Tables() {}
}
