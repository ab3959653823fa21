package dev.earshot.pipelines.listen;

import dev.earshot.pipelines.beam.EncodedCoder;
import dev.earshot.pipelines.beam.FileKeys;
import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.facts.BrandSources;
import dev.earshot.pipelines.listen.people.PeopleSteps;
import dev.earshot.pipelines.listen.posts.PostSteps;
import dev.earshot.pipelines.listen.profiles.ProfileSteps;
import dev.earshot.pipelines.listen.read.AddSources;
import dev.earshot.pipelines.listen.read.BrandSpans;
import dev.earshot.pipelines.listen.read.Heard;
import dev.earshot.pipelines.listen.read.LedgerEntry;
import dev.earshot.pipelines.listen.read.LedgerEntry.LatestTime;
import dev.earshot.pipelines.listen.read.LocateRejections;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.read.RejectedAt;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.listen.read.SourceRange;
import dev.earshot.pipelines.listen.shop.ShopSteps;
import dev.earshot.pipelines.listen.site.SiteSteps;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.tables.RejectedRecordRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Max;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * From files to detail rows and to the facts that measures are made of. A kind of input that the
 * run does not have adds no steps.
 *
 * @param heard what the steps give, by their tags
 * @param sources on which days the input has anything of each brand
 * @param spans from when to when it has
 * @param spansByBrand the same, for steps that look them up
 * @param accounts what became of the records, by source
 * @param latest the latest time in the input
 */
public record Listen(
    Heard heard,
    PCollection<BrandSources> sources,
    PCollection<KV<String, BrandSpans>> spans,
    PCollectionView<Map<String, BrandSpans>> spansByBrand,
    PCollection<KV<Integer, SourceBalance>> accounts,
    PCollection<Long> latest) {

  /** Whether the run has input for what a step gives. */
  public boolean has(TupleTag<?> tag) {
    return heard.has(tag);
  }

  /** What steps give. */
  public <T> PCollection<T> get(TupleTag<T> tag) {
    return heard.get(tag);
  }

  /** Adds the steps to a pipeline. */
  public static Listen to(Pipeline pipeline, List<SourceFile> files, RunSettings settings) {
    Heard heard = new Heard();
    Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
    files.forEach(file -> kinds.add(file.format().kind()));
    for (RecordKind kind : kinds) {
      PCollection<SourceRange> ranges = SourceRange.spread(pipeline, files, kind);
      switch (kind) {
        case POSTS ->
            PostSteps.add(ranges, areIdsLocal(files), areAuthorsTold(files), settings, heard);
        case MESSAGES -> PeopleSteps.addMessages(ranges, settings, heard);
        case ORDERS -> ShopSteps.addOrders(ranges, settings, heard);
        case IDENTITIES -> ShopSteps.addIdentities(ranges, settings, heard);
        case PROFILES -> ProfileSteps.read(ranges, settings, heard);
        case WEB_LOGS -> SiteSteps.add(ranges, settings, heard);
      }
    }
    if (heard.has(ReadTags.PROFILES)) {
      ProfileSteps.resolve(settings, heard);
    }
    if (heard.has(ReadTags.PEOPLE)) {
      boolean areCustomersKnown =
          kinds.containsAll(Set.of(RecordKind.ORDERS, RecordKind.IDENTITIES));
      PeopleSteps.addPeople(settings, areCustomersKnown, heard);
    }
    return of(heard, files, settings);
  }

  /** Whether files name posts by ids of the server that was asked. */
  private static boolean areIdsLocal(List<SourceFile> files) {
    return files.stream().anyMatch(file -> file.format() == Format.MASTODON_API);
  }

  private static boolean areAuthorsTold(List<SourceFile> files) {
    return files.stream().anyMatch(file -> file.format().tellsOfAuthors());
  }

  private static Listen of(Heard heard, List<SourceFile> files, RunSettings settings) {
    PCollection<LedgerEntry> books = heard.get(ReadTags.BOOKS);
    heard.add(
        ReadTags.REJECTIONS,
        books
            .apply("Rejections", LedgerEntry.only(RejectedAt.class))
            .apply("LocateRejections", new LocateRejections(settings.runId(), files, books))
            .apply(
                "FilesOfRejections",
                ParDo.of(
                    new FileKeys.Assign<RejectedRecordRow>(FileKeys.of(settings.inputBytes()))))
            .setCoder(
                KvCoder.of(
                    BigEndianLongCoder.of(),
                    new EncodedCoder<>(RecordCoder.of(RejectedRecordRow.class)))));
    PCollection<BrandSources> sources = books.apply("Sources", new AddSources());
    PCollection<KV<String, BrandSpans>> spans = sources.apply("Spans", ParDo.of(new SpansOf()));
    return new Listen(
        heard,
        sources,
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

  private static final class SpansOf extends DoFn<BrandSources, KV<String, BrandSpans>> {
    @ProcessElement
    public void process(@Element BrandSources brand, OutputReceiver<KV<String, BrandSpans>> out) {
      out.output(KV.of(brand.brandId(), BrandSpans.of(brand)));
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
}
