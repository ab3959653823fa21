package dev.earshot.pipelines;

import dev.earshot.pipelines.beam.WriteTable;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.listen.SourceFile;
import dev.earshot.pipelines.measure.BrandEngagementDaily;
import dev.earshot.pipelines.measure.BrandInboxDaily;
import dev.earshot.pipelines.measure.BrandReputationDaily;
import dev.earshot.pipelines.measure.BrandTopicsDaily;
import dev.earshot.pipelines.measure.Clock;
import dev.earshot.pipelines.publish.WriteSummary;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow;
import dev.earshot.pipelines.tables.BrandInboxDailyRow;
import dev.earshot.pipelines.tables.BrandMentionRow;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import dev.earshot.pipelines.tables.BrandResponseRow;
import dev.earshot.pipelines.tables.BrandTopicDailyRow;
import dev.earshot.pipelines.tables.ConversationRow;
import dev.earshot.pipelines.tables.PostEngagementSnapshotRow;
import dev.earshot.pipelines.tables.RejectedRecordRow;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** From input files to staged tables: listen, then measure. */
public final class EarshotPipeline {
  private EarshotPipeline() {}

  /** Adds the whole graph to a pipeline. */
  public static void build(Pipeline pipeline, List<SourceFile> files, ListenSettings settings) {
    Listen listen = Listen.to(pipeline, files, settings);
    Clock clock = new Clock(settings.asOfMicros(), listen.latest().apply(View.asSingleton()));
    PCollection<BrandReputationDailyRow> reputation =
        listen.windows().apply("Reputation", BrandReputationDaily.of(settings, clock));
    PCollection<BrandTopicDailyRow> topics =
        listen.windows().apply("Topics", BrandTopicsDaily.of(settings, clock));
    PCollection<BrandEngagementDailyRow> engagement =
        listen.ownPosts().apply("Engagement", BrandEngagementDaily.of(settings, clock));
    PCollection<BrandInboxDailyRow> inbox =
        listen.inbox().apply("Inbox", BrandInboxDaily.of(settings, clock));
    PCollectionList.of(
            listen.mentions().apply("WriteMentions", write(BrandMentionRow.class, settings)))
        .and(
            listen
                .snapshots()
                .apply("WriteSnapshots", write(PostEngagementSnapshotRow.class, settings)))
        .and(listen.responses().apply("WriteResponses", write(BrandResponseRow.class, settings)))
        .and(
            listen
                .conversations()
                .apply("WriteConversations", write(ConversationRow.class, settings)))
        .and(listen.rejections().apply("WriteRejections", write(RejectedRecordRow.class, settings)))
        .and(reputation.apply("WriteReputation", write(BrandReputationDailyRow.class, settings)))
        .and(topics.apply("WriteTopics", write(BrandTopicDailyRow.class, settings)))
        .and(engagement.apply("WriteEngagement", write(BrandEngagementDailyRow.class, settings)))
        .and(inbox.apply("WriteInbox", write(BrandInboxDailyRow.class, settings)))
        .apply(
            "WriteSummary",
            WriteSummary.of(settings.staging(), listen.accounts(), listen.latest()));
  }

  private static <T extends Record> WriteTable<T> write(Class<T> table, ListenSettings settings) {
    return WriteTable.of(table, settings.staging(), settings.inputBytes());
  }
}
