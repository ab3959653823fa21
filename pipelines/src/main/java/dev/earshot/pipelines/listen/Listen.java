package dev.earshot.pipelines.listen;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPost;
import dev.earshot.pipelines.facts.CellContribution;
import dev.earshot.pipelines.facts.InboxFact;
import dev.earshot.pipelines.facts.InteractionFact;
import dev.earshot.pipelines.facts.LinkFact;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseKey;
import dev.earshot.pipelines.facts.SpokenFact;
import dev.earshot.pipelines.listen.duplicates.FindDuplicates;
import dev.earshot.pipelines.listen.duplicates.NameClusters;
import dev.earshot.pipelines.listen.people.AddPhrases;
import dev.earshot.pipelines.listen.people.GroupPeople;
import dev.earshot.pipelines.listen.people.PeopleTags;
import dev.earshot.pipelines.listen.people.ReadMessages;
import dev.earshot.pipelines.listen.posts.ReadPosts;
import dev.earshot.pipelines.listen.posts.ResolvePosts;
import dev.earshot.pipelines.listen.posts.ResolveTags;
import dev.earshot.pipelines.listen.read.BrandSpans;
import dev.earshot.pipelines.listen.read.LedgerEntry;
import dev.earshot.pipelines.listen.read.LedgerEntry.LatestTime;
import dev.earshot.pipelines.listen.read.LocateRejections;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.read.RejectedAt;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.listen.read.SourceRange;
import dev.earshot.pipelines.listen.shop.ShopFacts;
import dev.earshot.pipelines.listen.site.SiteFacts;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.tables.BrandMentionRow;
import dev.earshot.pipelines.tables.BrandResponseRow;
import dev.earshot.pipelines.tables.ConversationRow;
import dev.earshot.pipelines.tables.PostEngagementSnapshotRow;
import dev.earshot.pipelines.tables.RejectedRecordRow;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.Max;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * From files to detail rows and to the facts that measures are made of.
 *
 * @param mentions rows of {@code brand_mentions}
 * @param snapshots rows of {@code post_engagement_snapshots}
 * @param responses rows of {@code brand_responses}
 * @param conversations rows of {@code conversations}
 * @param rejections rows of {@code rejected_records}
 * @param windows changes of the sliding windows, by cell
 * @param phrases who used which key phrase
 * @param ownPosts the brands' posts
 * @param inbox conversations for the inbox measures
 * @param shop orders and customers
 * @param site visits of the brands' sites
 * @param links public posts with a link to a page of a brand's site
 * @param interactions what people said to a brand, as far as it bears on their orders
 * @param spoken who spoke of or to a brand on which days; nobody where no account is linked
 * @param spans from when to when the input says anything of each brand
 * @param spansByBrand the same, for steps that look them up
 * @param accounts what became of the records, by source
 * @param latest the latest time in the input
 */
public record Listen(
    PCollection<KV<Long, Encoded<BrandMentionRow>>> mentions,
    PCollection<KV<Long, Encoded<PostEngagementSnapshotRow>>> snapshots,
    PCollection<KV<Long, Encoded<BrandResponseRow>>> responses,
    PCollection<KV<Long, Encoded<ConversationRow>>> conversations,
    PCollection<RejectedRecordRow> rejections,
    PCollection<KV<MentionCell, CellContribution>> windows,
    PCollection<KV<PhraseKey, Encoded<PhraseCount>>> phrases,
    PCollection<OwnPostFact> ownPosts,
    PCollection<InboxFact> inbox,
    ShopFacts shop,
    SiteFacts site,
    PCollection<LinkFact> links,
    PCollection<InteractionFact> interactions,
    PCollection<SpokenFact> spoken,
    PCollection<KV<String, BrandSpans>> spans,
    PCollectionView<Map<String, BrandSpans>> spansByBrand,
    PCollection<KV<Integer, SourceBalance>> accounts,
    PCollection<Long> latest) {

  /** Adds the steps to a pipeline. */
  public static Listen to(Pipeline pipeline, List<SourceFile> files, RunSettings settings) {
    PCollectionTuple posts =
        SourceRange.spread(pipeline, files, RecordKind.POSTS)
            .apply("ReadPosts", readPosts(settings));
    PCollectionTuple messages =
        SourceRange.spread(pipeline, files, RecordKind.MESSAGES)
            .apply("ReadMessages", readMessages(settings));
    ShopFacts shop = ShopFacts.to(pipeline, files, settings);
    SiteFacts site = SiteFacts.to(pipeline, files, settings);
    PCollectionTuple resolved =
        PCollectionList.of(posts.get(ReadTags.FACTS))
            .and(clusters(posts, settings))
            .apply("PostFacts", Flatten.pCollections())
            .apply("GroupByPost", GroupByKey.create())
            .apply("ResolvePosts", resolvePosts(settings));
    PCollectionTuple people =
        PCollectionList.of(resolved.get(ResolveTags.PEOPLE))
            .and(messages.get(ReadTags.PEOPLE))
            .apply("PersonFacts", Flatten.pCollections())
            .apply("GroupByPerson", GroupByKey.create())
            .apply("GroupPeople", groupPeople(settings, hasIdentities(files)));
    PCollection<LedgerEntry> books =
        books(shop.books().and(site.books().getAll()), posts, messages, resolved, people);
    PCollection<RejectedRecordRow> rejections =
        books
            .apply("Rejections", LedgerEntry.only(RejectedAt.class))
            .apply("LocateRejections", new LocateRejections(settings.runId(), files, books));
    PCollection<KV<String, BrandSpans>> spans =
        books
            .apply("Spans", ParDo.of(new SpansOf()))
            .apply("AddSpans", Combine.perKey(BrandSpans::plus));
    return new Listen(
        resolved.get(ResolveTags.MENTIONS),
        resolved.get(ResolveTags.SNAPSHOTS),
        resolved.get(ResolveTags.RESPONSES),
        people.get(PeopleTags.CONVERSATIONS),
        rejections,
        people.get(PeopleTags.WINDOWS),
        people.get(PeopleTags.PHRASES).apply("AddPhrases", new AddPhrases(settings)),
        resolved.get(ResolveTags.OWN_POSTS),
        people.get(PeopleTags.INBOX),
        shop,
        site,
        resolved.get(ResolveTags.LINKS),
        resolved.get(ResolveTags.INTERACTIONS),
        people.get(PeopleTags.SPOKEN),
        spans,
        spans.apply("SpansByBrand", View.asMap()),
        books
            .apply("Accounts", ParDo.of(new AccountOf()))
            .apply("AddAccounts", Combine.perKey(SourceBalance::plus)),
        books
            .apply(
                "Times",
                FlatMapElements.into(TypeDescriptors.longs())
                    .via(b -> b.note() instanceof LatestTime t ? List.of(t.micros()) : List.of()))
            .apply("Latest", Max.longsGlobally()));
  }

  /** Whether the input links customers with accounts. */
  public static boolean hasIdentities(List<SourceFile> files) {
    return files.stream().anyMatch(file -> file.format().kind() == RecordKind.IDENTITIES);
  }

  private static final class SpansOf extends DoFn<LedgerEntry, KV<String, BrandSpans>> {
    @ProcessElement
    public void process(@Element LedgerEntry book, OutputReceiver<KV<String, BrandSpans>> out) {
      if (book.note() instanceof LedgerEntry.SpansOf seen) {
        out.output(KV.of(seen.brandId(), seen.spans()));
      }
    }
  }

  private static final class AccountOf extends DoFn<LedgerEntry, KV<Integer, SourceBalance>> {
    @ProcessElement
    public void process(@Element LedgerEntry book, OutputReceiver<KV<Integer, SourceBalance>> out) {
      if (book.note() instanceof LedgerEntry.BalanceOf became) {
        out.output(KV.of(became.source(), became.balance()));
      }
    }
  }

  private static ParDo.MultiOutput<SourceRange, KV<Integer, Encoded<AboutPost>>> readPosts(
      RunSettings settings) {
    return ParDo.of(new ReadPosts(settings))
        .withOutputTags(
            ReadTags.FACTS,
            TupleTagList.of(ReadTags.ENTRIES).and(ReadTags.EDGES).and(ReadTags.BOOKS));
  }

  private static ParDo.MultiOutput<SourceRange, KV<Integer, Encoded<AboutPerson>>> readMessages(
      RunSettings settings) {
    return ParDo.of(new ReadMessages(settings))
        .withOutputTags(ReadTags.PEOPLE, TupleTagList.of(ReadTags.BOOKS));
  }

  private static PCollection<KV<Integer, Encoded<AboutPost>>> clusters(
      PCollectionTuple posts, RunSettings settings) {
    PCollection<KV<Integer, byte[]>> found =
        posts
            .get(ReadTags.ENTRIES)
            .apply("GroupByPartition", GroupByKey.create())
            .apply("FindDuplicates", ParDo.of(new FindDuplicates()));
    return PCollectionList.of(posts.get(ReadTags.EDGES))
        .and(found)
        .apply("Edges", Flatten.pCollections())
        .apply("GatherEdges", GroupByKey.create())
        .apply("NameClusters", ParDo.of(new NameClusters(settings.inputBytes())));
  }

  private static ParDo.MultiOutput<
          KV<Integer, Iterable<Encoded<AboutPost>>>, KV<Integer, Encoded<AboutPerson>>>
      resolvePosts(RunSettings settings) {
    return ParDo.of(new ResolvePosts(settings))
        .withOutputTags(
            ResolveTags.PEOPLE,
            TupleTagList.of(ResolveTags.MENTIONS)
                .and(ResolveTags.SNAPSHOTS)
                .and(ResolveTags.RESPONSES)
                .and(ResolveTags.OWN_POSTS)
                .and(ResolveTags.LINKS)
                .and(ResolveTags.INTERACTIONS)
                .and(ReadTags.BOOKS));
  }

  private static ParDo.MultiOutput<
          KV<Integer, Iterable<Encoded<AboutPerson>>>, KV<MentionCell, CellContribution>>
      groupPeople(RunSettings settings, boolean tellsWhoSpoke) {
    return ParDo.of(new GroupPeople(settings, tellsWhoSpoke))
        .withOutputTags(
            PeopleTags.WINDOWS,
            TupleTagList.of(PeopleTags.CONVERSATIONS)
                .and(PeopleTags.INBOX)
                .and(PeopleTags.PHRASES)
                .and(PeopleTags.SPOKEN)
                .and(ReadTags.BOOKS));
  }

  private static PCollection<LedgerEntry> books(
      PCollectionList<LedgerEntry> others, PCollectionTuple... steps) {
    PCollectionList<LedgerEntry> all = others;
    for (PCollectionTuple step : steps) {
      all = all.and(step.get(ReadTags.BOOKS));
    }
    return all.apply("Books", Flatten.pCollections());
  }
}
