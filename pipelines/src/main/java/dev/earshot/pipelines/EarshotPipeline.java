package dev.earshot.pipelines;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.FileKeys;
import dev.earshot.pipelines.beam.WriteRows;
import dev.earshot.pipelines.beam.WriteTable;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.measure.Measures;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.customers.BrandCustomers;
import dev.earshot.pipelines.measure.engagement.OwnPosts;
import dev.earshot.pipelines.measure.inbox.BrandInbox;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.Inputs;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.Measured;
import dev.earshot.pipelines.measure.referrals.BrandReferrals;
import dev.earshot.pipelines.measure.referrals.CountReferrals;
import dev.earshot.pipelines.measure.reputation.BrandKeyPhrasesDaily;
import dev.earshot.pipelines.measure.scorecard.BrandScorecardsWeekly;
import dev.earshot.pipelines.measure.windows.SlidingWindows;
import dev.earshot.pipelines.measure.windows.TrailingRates;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.publish.WriteSummary;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow;
import dev.earshot.pipelines.tables.BrandMentionRow;
import dev.earshot.pipelines.tables.BrandResponseRow;
import dev.earshot.pipelines.tables.BrandRetentionMonthlyRow;
import dev.earshot.pipelines.tables.BrandScorecardWeeklyRow;
import dev.earshot.pipelines.tables.ConversationRow;
import dev.earshot.pipelines.tables.CustomerRow;
import dev.earshot.pipelines.tables.OrderRow;
import dev.earshot.pipelines.tables.PostEngagementSnapshotRow;
import dev.earshot.pipelines.tables.RejectedRecordRow;
import dev.earshot.pipelines.tables.SiteSessionRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    PCollection<KV<MentionCell, Encoded<WindowState>>> windows =
        SlidingWindows.of(listen.windows(), settings);
    PCollection<BrandReferrals> referrals = CountReferrals.of(listen, settings, clock);
    Inputs inputs =
        new Inputs(settings, clock)
            .withKeyed(SlidingWindows.STATES, windows)
            .withKeyed(BrandKeyPhrasesDaily.PHRASES, listen.phrases())
            .with(OwnPosts.FACTS, listen.ownPosts())
            .with(BrandInbox.CONVERSATIONS, listen.inbox())
            .with(BrandReferrals.FACTS, referrals)
            .with(InputCoverage.SOURCES, listen.sources());
    List<Measure<?>> measures = Measures.possibleWith(kinds(files));
    Measured measured = Measured.of(measures, inputs);
    BrandCustomers customers = BrandCustomers.of(listen, files, settings, clock);
    PCollection<BrandScorecardWeeklyRow> scorecards =
        BrandScorecardsWeekly.from(
            listen,
            windows,
            inputs.view(TrailingRates.BY_DAY),
            referrals,
            customers,
            settings,
            clock);
    String staging = settings.staging();
    PCollectionList<WrittenFile> written = PCollectionList.empty(pipeline);
    for (Measure<?> measure : measures) {
      written = written.and(measured.write(measure));
    }
    written
        .and(
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
        .and(listen.rejections().apply("WriteRejections", rows(RejectedRecordRow.class, settings)))
        .and(scorecards.apply("WriteScorecards", rows(BrandScorecardWeeklyRow.class, settings)))
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

  private static Set<RecordKind> kinds(List<SourceFile> files) {
    return files.stream().map(file -> file.format().kind()).collect(Collectors.toSet());
  }

  private static <T extends Record> WriteRows<T> rows(Class<T> table, RunSettings settings) {
    return WriteRows.of(table, settings.staging(), FileKeys.of(settings.inputBytes()));
  }
}
