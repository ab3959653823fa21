package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.IdentityFact;
import dev.earshot.pipelines.facts.OrderFact;
import dev.earshot.pipelines.facts.PersonFact;
import dev.earshot.pipelines.facts.PostFact;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/** What the steps that read files give. */
public final class ReadTags {
  public static final TupleTag<KV<Integer, Encoded<PostFact>>> FACTS = new TupleTag<>("facts") {};
  public static final TupleTag<KV<Integer, Encoded<PersonFact>>> PEOPLE =
      new TupleTag<>("people") {};
  public static final TupleTag<KV<Integer, byte[]>> ENTRIES = new TupleTag<>("entries") {};
  public static final TupleTag<KV<Integer, byte[]>> EDGES = new TupleTag<>("edges") {};
  public static final TupleTag<KV<Integer, Encoded<OrderFact>>> ORDERS =
      new TupleTag<>("orders") {};
  public static final TupleTag<KV<Integer, Encoded<IdentityFact>>> IDENTITIES =
      new TupleTag<>("identities") {};
  public static final TupleTag<Book> BOOKS = new TupleTag<>("books") {};

  private ReadTags() {}

  /** Sends the lines of a range where a later range of the file must know of them. */
  static void outputLines(SourceRange range, long lines, MultiOutputReceiver out) {
    if (!range.isLast()) {
      out.get(BOOKS).output(Book.of(new RangeLines(range.file().index(), range.start(), lines)));
    }
  }

  /** Sends the accounts and the latest time of a bundle. */
  static void outputTally(ReadTally tally, DoFn<?, ?>.FinishBundleContext context) {
    tally.forEach((source, account) -> output(Book.of(source, account), context));
    @Nullable Long latest = tally.latestMicros();
    if (latest != null) {
      output(Book.of(latest), context);
    }
  }

  private static void output(Book book, DoFn<?, ?>.FinishBundleContext context) {
    context.output(BOOKS, book, GlobalWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
  }
}
