package dev.earshot.pipelines.listen;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.benchmark.Groups;
import dev.earshot.pipelines.benchmark.RowFiles;
import dev.earshot.pipelines.benchmark.Workers;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPost;
import dev.earshot.pipelines.facts.BrandSources;
import dev.earshot.pipelines.facts.CellContribution;
import dev.earshot.pipelines.facts.InboxFact;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseKey;
import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.facts.RepeatedText;
import dev.earshot.pipelines.facts.SourceDay;
import dev.earshot.pipelines.listen.duplicates.FindDuplicates;
import dev.earshot.pipelines.listen.duplicates.NameClusters;
import dev.earshot.pipelines.listen.people.GroupPeople;
import dev.earshot.pipelines.listen.people.MarkRepeatedTexts;
import dev.earshot.pipelines.listen.people.PeopleTags;
import dev.earshot.pipelines.listen.people.ReadMessages;
import dev.earshot.pipelines.listen.posts.ReadPosts;
import dev.earshot.pipelines.listen.posts.ResolvePosts;
import dev.earshot.pipelines.listen.posts.ResolveTags;
import dev.earshot.pipelines.listen.read.BundleLedger;
import dev.earshot.pipelines.listen.read.LedgerEntry;
import dev.earshot.pipelines.listen.read.RangeLines;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.read.RejectedAt;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.listen.read.SourceRange;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** The steps of {@link Listen} as plain calls: one instance is what one thread holds. */
public final class BareListen {
  private static final int ONLY_KEY = 0;

  private final RowFiles rows = new RowFiles();
  private final Groups<Integer, Encoded<AboutPost>> posts = new Groups<>();
  private final Groups<Integer, byte[]> entries = new Groups<>();
  private final Groups<Integer, byte[]> edges = new Groups<>();
  private final Groups<Integer, Encoded<AboutPerson>> people = new Groups<>();
  private final List<KV<Integer, Encoded<AboutPerson>>> sent = new ArrayList<>();
  private final Groups<MentionCell, CellContribution> windows = new Groups<>();
  private final Map<PhraseKey, PhraseCount> phrases = new HashMap<>();
  private final List<OwnPostFact> ownPosts = new ArrayList<>();
  private final List<RelationFact> relations = new ArrayList<>();
  private final List<InboxFact> inbox = new ArrayList<>();
  private final List<RejectedAt> rejections = new ArrayList<>();
  private final List<RangeLines> lines = new ArrayList<>();
  private final List<BrandSources> sources = new ArrayList<>();
  private final BundleLedger tally = new BundleLedger();
  private final Outputs outputs =
      new Outputs()
          .to(ReadTags.FACTS, posts::add)
          .to(ReadTags.ENTRIES, entries::add)
          .to(ReadTags.EDGES, edges::add)
          .to(ReadTags.PEOPLE, people::add)
          .to(ReadTags.SENT, sent::add)
          .to(ReadTags.BOOKS, this::note)
          .to(ResolveTags.MENTIONS, row -> rows.add(row.getValue().value()))
          .to(ResolveTags.SNAPSHOTS, row -> rows.add(row.getValue().value()))
          .to(ResolveTags.RESPONSES, row -> rows.add(row.getValue().value()))
          .to(ResolveTags.OWN_POSTS, ownPosts::add)
          .to(ResolveTags.RELATIONS, relations::add)
          .to(ResolveTags.LINKS, link -> {})
          .to(ResolveTags.INTERACTIONS, interaction -> {})
          .to(PeopleTags.WINDOWS, windows::add)
          .to(PeopleTags.CONVERSATIONS, row -> rows.add(row.getValue().value()))
          .to(PeopleTags.PHRASES, p -> phrases.merge(p.getKey(), p.getValue(), PhraseCount::plus))
          .to(PeopleTags.INBOX, inbox::add);
  private final ReadPosts readPosts;
  private final ReadMessages readMessages;
  private final ResolvePosts resolvePosts;
  private final GroupPeople groupPeople;

  private BareListen(RunSettings settings) {
    readPosts = new ReadPosts(settings);
    readMessages = new ReadMessages(settings);
    resolvePosts = new ResolvePosts(settings);
    groupPeople = new GroupPeople(settings, false);
    readPosts.setup();
    readMessages.setup();
    resolvePosts.setup();
    groupPeople.setup();
    readPosts.startBundle();
    readMessages.startBundle();
    resolvePosts.startBundle();
    groupPeople.startBundle();
  }

  /** Rows and facts of all threads. */
  public record Result(
      List<RowFiles> rows,
      Map<MentionCell, List<CellContribution>> windows,
      Map<PhraseKey, PhraseCount> phrases,
      List<OwnPostFact> ownPosts,
      List<RelationFact> relations,
      List<InboxFact> inbox,
      SourceBalance account,
      long latestMicros,
      List<BrandSources> sources) {}

  /** Reads the files and makes the detail rows. */
  public static Result run(List<SourceFile> files, RunSettings settings) throws IOException {
    List<BareListen> threads =
        Stream.generate(() -> new BareListen(settings)).limit(Workers.COUNT).toList();
    List<SourceRange> ranges =
        files.stream().flatMap(file -> SourceRange.of(file).stream()).toList();
    Workers.run(threads, ranges.size(), (thread, i) -> thread.read(ranges.get(i)));
    threads.forEach(BareListen::finishReading);
    threads.get(0).locate(files, settings.runId(), threads);
    nameClusters(threads, settings);
    Workers.run(threads, Groups.PARTITIONS, (thread, i) -> thread.resolve(threads, i));
    markRepeatedTexts(threads);
    Workers.run(threads, Groups.PARTITIONS, (thread, i) -> thread.groupPeople(threads, i));
    threads.forEach(thread -> thread.groupPeople.finishBundle(thread.finish(thread.groupPeople)));
    threads.forEach(thread -> thread.resolvePosts.finishBundle(thread.finish(thread.resolvePosts)));
    return new Result(
        threads.stream().map(thread -> thread.rows).toList(),
        Groups.takeAll(each(threads, thread -> thread.windows)),
        phrases(threads),
        all(threads, thread -> thread.ownPosts),
        all(threads, thread -> thread.relations),
        all(threads, thread -> thread.inbox),
        account(threads),
        latest(threads),
        sources(threads));
  }

  private static Map<PhraseKey, PhraseCount> phrases(List<BareListen> threads) {
    Map<PhraseKey, PhraseCount> all = new HashMap<>();
    for (BareListen thread : threads) {
      thread.phrases.forEach((key, count) -> all.merge(key, count, PhraseCount::plus));
    }
    return all;
  }

  private static <T> List<T> each(List<BareListen> threads, Function<BareListen, T> part) {
    return threads.stream().map(part).toList();
  }

  private static <T> List<T> all(
      List<BareListen> threads, Function<BareListen, ? extends Collection<T>> part) {
    return threads.stream().map(part).<T>flatMap(Collection::stream).toList();
  }

  private void note(LedgerEntry book) {
    if (book.note() instanceof RejectedAt rejected) {
      rejections.add(rejected);
    } else if (book.note() instanceof RangeLines ended) {
      lines.add(ended);
    } else if (book.note() instanceof LedgerEntry.BalanceOf became) {
      tally.add(became.source(), became.balance());
    } else if (book.note() instanceof LedgerEntry.LatestTime latest) {
      tally.seen(latest.micros());
    } else if (book.note() instanceof LedgerEntry.SourcesOf read) {
      sources.add(read.sources());
    }
  }

  private void read(SourceRange range) throws IOException {
    if (range.file().format().kind() == RecordKind.POSTS) {
      readPosts.process(range, outputs);
    } else {
      readMessages.process(range, outputs);
    }
  }

  private void finishReading() {
    readPosts.finishBundle(outputs.finish(readPosts));
    readMessages.finishBundle(outputs.finish(readMessages));
  }

  private <I, O> DoFn<I, O>.FinishBundleContext finish(DoFn<I, O> step) {
    return outputs.finish(step);
  }

  private static void nameClusters(List<BareListen> threads, RunSettings settings)
      throws IOException {
    Workers.run(
        threads,
        Groups.PARTITIONS,
        (thread, i) ->
            Groups.take(each(threads, t -> t.entries), i)
                .forEach(
                    (partition, chunks) ->
                        new FindDuplicates()
                            .process(
                                KV.of(partition, chunks), Outputs.receiver(thread.edges::add))));
    List<byte[]> edges =
        Groups.takeAll(each(threads, t -> t.edges)).values().stream()
            .flatMap(List::stream)
            .toList();
    new NameClusters(settings.inputBytes())
        .process(KV.of(ONLY_KEY, edges), Outputs.receiver(threads.get(0).posts::add));
  }

  private void resolve(List<BareListen> threads, int partition) throws IOException {
    for (var group : Groups.take(each(threads, thread -> thread.posts), partition).entrySet()) {
      resolvePosts.process(KV.of(group.getKey(), group.getValue()), outputs);
    }
  }

  private static void markRepeatedTexts(List<BareListen> threads) {
    Map<RepeatedText, Set<Long>> persons = new HashMap<>();
    for (var text : all(threads, thread -> thread.sent)) {
      AboutPerson fact = text.getValue().value();
      persons
          .computeIfAbsent(RepeatedText.of(fact.message()), key -> new HashSet<>())
          .add(fact.key());
    }
    persons.values().removeIf(some -> !MarkRepeatedTexts.areMany(some));
    for (BareListen thread : threads) {
      thread.sent.forEach(
          text -> thread.people.add(MarkRepeatedTexts.marked(text, persons::containsKey)));
    }
  }

  private void groupPeople(List<BareListen> threads, int partition) throws IOException {
    for (var group : Groups.take(each(threads, thread -> thread.people), partition).entrySet()) {
      groupPeople.process(KV.of(group.getKey(), group.getValue()), outputs);
    }
  }

  private void locate(List<SourceFile> files, String runId, List<BareListen> threads) {
    Map<Integer, TreeMap<Long, Long>> before = new TreeMap<>();
    for (RangeLines range : all(threads, thread -> thread.lines)) {
      before
          .computeIfAbsent(range.source(), source -> new TreeMap<>())
          .put(range.rangeStart(), range.lines());
    }
    for (RejectedAt at : all(threads, thread -> thread.rejections)) {
      long lines =
          before
              .getOrDefault(at.source(), new TreeMap<>())
              .headMap(at.rangeStart())
              .values()
              .stream()
              .mapToLong(Long::longValue)
              .sum();
      rows.add(LocatedRejection.row(files.get(at.source()), at.rejection(), lines, runId));
    }
  }

  private static SourceBalance account(List<BareListen> threads) {
    List<SourceBalance> accounts = new ArrayList<>();
    threads.forEach(thread -> thread.tally.forEach((source, account) -> accounts.add(account)));
    return accounts.stream().reduce(SourceBalance.NONE, SourceBalance::plus);
  }

  private static List<BrandSources> sources(List<BareListen> threads) {
    Map<String, Map<SourceDay.Cell, SourceDay>> brands = new TreeMap<>();
    for (BrandSources some : all(threads, thread -> thread.sources)) {
      some.addTo(brands.computeIfAbsent(some.brandId(), brand -> new HashMap<>()));
    }
    return brands.entrySet().stream()
        .map(brand -> BrandSources.of(brand.getKey(), brand.getValue()))
        .toList();
  }

  private static long latest(List<BareListen> threads) {
    long latest = Long.MIN_VALUE;
    for (BareListen thread : threads) {
      Long seen = thread.tally.latestMicros();
      latest = seen == null ? latest : Math.max(latest, seen);
    }
    return latest;
  }
}
