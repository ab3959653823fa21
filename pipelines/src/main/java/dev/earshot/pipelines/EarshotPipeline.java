package dev.earshot.pipelines;

import dev.earshot.pipelines.beam.FileKeys;
import dev.earshot.pipelines.beam.WriteRows;
import dev.earshot.pipelines.beam.WriteTable;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.measure.customers.BrandCustomers;
import dev.earshot.pipelines.measure.engagement.BrandEngagementDaily;
import dev.earshot.pipelines.measure.inbox.BrandInboxDaily;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.referrals.BrandReferralsDaily;
import dev.earshot.pipelines.measure.referrals.ReferralDays;
import dev.earshot.pipelines.measure.referrals.ReferralSums;
import dev.earshot.pipelines.measure.reputation.BrandKeyPhrasesDaily;
import dev.earshot.pipelines.measure.reputation.BrandReputationDaily;
import dev.earshot.pipelines.measure.reputation.BrandTopicsDaily;
import dev.earshot.pipelines.measure.scorecard.BrandScorecardsWeekly;
import dev.earshot.pipelines.measure.windows.SlidingWindows;
import dev.earshot.pipelines.publish.WriteSummary;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow;
import dev.earshot.pipelines.tables.BrandInboxDailyRow;
import dev.earshot.pipelines.tables.BrandKeyPhraseDailyRow;
import dev.earshot.pipelines.tables.BrandMentionRow;
import dev.earshot.pipelines.tables.BrandReferralDailyRow;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import dev.earshot.pipelines.tables.BrandResponseRow;
import dev.earshot.pipelines.tables.BrandRetentionMonthlyRow;
import dev.earshot.pipelines.tables.BrandScorecardWeeklyRow;
import dev.earshot.pipelines.tables.BrandTopicDailyRow;
import dev.earshot.pipelines.tables.ConversationRow;
import dev.earshot.pipelines.tables.CustomerRow;
import dev.earshot.pipelines.tables.OrderRow;
import dev.earshot.pipelines.tables.PostEngagementSnapshotRow;
import dev.earshot.pipelines.tables.RejectedRecordRow;
import dev.earshot.pipelines.tables.SiteSessionRow;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** From input files to staged tables: listen, then measure. */
public final class EarshotPipeline {
  private EarshotPipeline() {}

  /** Adds the whole graph to a pipeline. */
  public static void build(Pipeline pipeline, List<SourceFile> files, RunSettings settings) {
    Listen listen = Listen.to(pipeline, files, settings);
    Clock clock = new Clock(settings.asOfMicros(), listen.latest().apply(View.asSingleton()));
    SlidingWindows windows = SlidingWindows.of(listen.windows(), settings);
    PCollection<BrandReputationDailyRow> reputation =
        windows
            .states()
            .apply("Reputation", BrandReputationDaily.of(settings, clock, windows.trailing()));
    PCollection<BrandTopicDailyRow> topics =
        windows.states().apply("Topics", BrandTopicsDaily.of(settings, clock));
    PCollection<BrandKeyPhraseDailyRow> phrases =
        listen.phrases().apply("KeyPhrases", BrandKeyPhrasesDaily.of(settings));
    PCollection<BrandEngagementDailyRow> engagement =
        listen.ownPosts().apply("Engagement", BrandEngagementDaily.of(settings, clock));
    PCollection<BrandInboxDailyRow> inbox =
        listen.inbox().apply("Inbox", BrandInboxDaily.of(settings, clock));
    BrandCustomers customers = BrandCustomers.of(listen, files, settings, clock);
    PCollection<KV<String, Iterable<ReferralDays.Counted>>> traffic =
        ReferralSums.of(listen, settings, clock);
    PCollection<BrandScorecardWeeklyRow> scorecards =
        BrandScorecardsWeekly.from(listen, windows, traffic, customers, settings, clock);
    PCollection<BrandReferralDailyRow> referrals =
        traffic.apply("Referrals", BrandReferralsDaily.of(settings, clock));
    String staging = settings.staging();
    PCollectionList.of(
            listen.mentions().apply("WriteMentions", WriteTable.of(BrandMentionRow.class, staging)))
        .and(
            listen
                .snapshots()
                .apply("WriteSnapshots", WriteTable.of(PostEngagementSnapshotRow.class, staging)))
        .and(
            listen
                .responses()
                .apply("WriteResponses", WriteTable.of(BrandResponseRow.class, staging)))
        .and(
            listen
                .conversations()
                .apply("WriteConversations", WriteTable.of(ConversationRow.class, staging)))
        .and(listen.shop().rows().apply("WriteOrders", WriteTable.of(OrderRow.class, staging)))
        .and(
            listen
                .site()
                .rows()
                .apply("WriteSessions", WriteTable.of(SiteSessionRow.class, staging)))
        .and(referrals.apply("WriteReferrals", rows(BrandReferralDailyRow.class, settings)))
        .and(listen.rejections().apply("WriteRejections", rows(RejectedRecordRow.class, settings)))
        .and(reputation.apply("WriteReputation", rows(BrandReputationDailyRow.class, settings)))
        .and(topics.apply("WriteTopics", rows(BrandTopicDailyRow.class, settings)))
        .and(phrases.apply("WriteKeyPhrases", rows(BrandKeyPhraseDailyRow.class, settings)))
        .and(engagement.apply("WriteEngagement", rows(BrandEngagementDailyRow.class, settings)))
        .and(scorecards.apply("WriteScorecards", rows(BrandScorecardWeeklyRow.class, settings)))
        .and(inbox.apply("WriteInbox", rows(BrandInboxDailyRow.class, settings)))
        .and(
            customers
                .monthly()
                .apply("WriteCustomersMonthly", rows(BrandCustomerMonthlyRow.class, settings)))
        .and(
            customers
                .retention()
                .apply("WriteRetention", rows(BrandRetentionMonthlyRow.class, settings)))
        .and(customers.customers().apply("WriteCustomers", rows(CustomerRow.class, settings)))
        .apply("WriteSummary", WriteSummary.of(staging, listen.accounts(), listen.latest()));
  }

  private static <T extends Record> WriteRows<T> rows(Class<T> table, RunSettings settings) {
    return WriteRows.of(table, settings.staging(), FileKeys.of(settings.inputBytes()));
  }
}
