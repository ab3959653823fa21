package dev.earshot.pipelines.listen;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/** What the steps that read files give. */
final class ReadTags {
  static final TupleTag<KV<Long, PostFact>> FACTS = new TupleTag<>("facts") {};
  static final TupleTag<KV<Long, PersonFact>> PEOPLE = new TupleTag<>("people") {};
  static final TupleTag<KV<Integer, byte[]>> ENTRIES = new TupleTag<>("entries") {};
  static final TupleTag<RejectedAt> REJECTIONS = new TupleTag<>("rejections") {};
  static final TupleTag<RangeLines> LINES = new TupleTag<>("lines") {};
  static final TupleTag<KV<Integer, Account>> ACCOUNTS = new TupleTag<>("accounts") {};
  static final TupleTag<Long> CLOCK = new TupleTag<>("clock") {};

  private ReadTags() {}

  /** Sends the accounts and the latest time of a bundle. */
  static void outputTally(ReadTally tally, DoFn<?, ?>.FinishBundleContext context) {
    outputAccounts(tally, context);
    @Nullable Long latest = tally.latestMicros();
    if (latest != null) {
      context.output(CLOCK, latest, GlobalWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
    }
  }

  /** Sends the accounts of a bundle. */
  static void outputAccounts(ReadTally tally, DoFn<?, ?>.FinishBundleContext context) {
    tally.forEach(
        (source, account) ->
            context.output(
                ACCOUNTS,
                KV.of(source, account),
                GlobalWindow.TIMESTAMP_MIN_VALUE,
                GlobalWindow.INSTANCE));
  }
}
