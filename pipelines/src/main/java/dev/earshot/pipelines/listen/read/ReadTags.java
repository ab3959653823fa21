package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPost;
import dev.earshot.pipelines.facts.IdentityFact;
import dev.earshot.pipelines.facts.LocalPost;
import dev.earshot.pipelines.facts.OrderFact;
import dev.earshot.pipelines.facts.ProfileFact;
import dev.earshot.pipelines.listen.read.LedgerEntry.BalanceOf;
import dev.earshot.pipelines.listen.read.LedgerEntry.LatestTime;
import dev.earshot.pipelines.listen.read.LedgerEntry.SourcesOf;
import dev.earshot.pipelines.tables.RejectedRecordRow;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/** What the steps that read files give. */
public final class ReadTags {
  public static final TupleTag<KV<Integer, Encoded<AboutPost>>> FACTS = new TupleTag<>("facts") {};
  public static final TupleTag<KV<Integer, Encoded<LocalPost>>> LOCAL_POSTS =
      new TupleTag<>("local posts") {};
  public static final TupleTag<KV<Integer, Encoded<AboutPerson>>> PEOPLE =
      new TupleTag<>("people") {};

  /** Texts that brands sent, of which is not known yet to how many persons. */
  public static final TupleTag<KV<Integer, Encoded<AboutPerson>>> SENT = new TupleTag<>("sent") {};

  public static final TupleTag<KV<Integer, byte[]>> ENTRIES = new TupleTag<>("entries") {};
  public static final TupleTag<KV<Integer, byte[]>> EDGES = new TupleTag<>("edges") {};
  public static final TupleTag<KV<Integer, Encoded<OrderFact>>> ORDERS =
      new TupleTag<>("orders") {};
  public static final TupleTag<KV<Integer, Encoded<IdentityFact>>> IDENTITIES =
      new TupleTag<>("identities") {};
  public static final TupleTag<KV<Integer, Encoded<ProfileFact>>> PROFILES =
      new TupleTag<>("profiles") {};
  public static final TupleTag<LedgerEntry> BOOKS = new TupleTag<>("books") {};

  public static final TupleTag<KV<Long, Encoded<RejectedRecordRow>>> REJECTIONS =
      new TupleTag<>("rejections") {};

  private ReadTags() {}

  /** Sends the lines of a range where a later range of the file must know of them. */
  static void outputLines(SourceRange range, long lines, MultiOutputReceiver out) {
    if (!range.isLast()) {
      out.get(BOOKS)
          .output(new LedgerEntry(new RangeLines(range.file().index(), range.start(), lines)));
    }
  }

  /** Sends the accounts, the latest time and the sources of a bundle. */
  static void outputTally(BundleLedger tally, DoFn<?, ?>.FinishBundleContext context) {
    tally.forEach((source, account) -> output(new BalanceOf(source, account), context));
    @Nullable Long latest = tally.latestMicros();
    if (latest != null) {
      output(new LatestTime(latest), context);
    }
    tally.takeSources().forEach(sources -> output(new SourcesOf(sources), context));
  }

  /** Sends what was read of brands before it grows too large for memory. */
  static void outputMany(BundleLedger tally, MultiOutputReceiver out) {
    if (tally.hasManySources()) {
      tally
          .takeSources()
          .forEach(sources -> out.get(BOOKS).output(new LedgerEntry(new SourcesOf(sources))));
    }
  }

  private static void output(LedgerEntry.Note note, DoFn<?, ?>.FinishBundleContext context) {
    context.output(
        BOOKS, new LedgerEntry(note), GlobalWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
  }
}
