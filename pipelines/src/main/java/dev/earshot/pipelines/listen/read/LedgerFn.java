package dev.earshot.pipelines.listen.read;

import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/**
 * A step that accounts for records: its {@link #tally} begins with a bundle and is sent on at the
 * end of it.
 *
 * @param <I> what the step takes
 * @param <O> what it gives first
 */
public abstract class LedgerFn<I, O> extends DoFn<I, O> {
  private transient @Nullable BundleLedger tally;

  @StartBundle
  public void startBundle() {
    tally = new BundleLedger();
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    ReadTags.outputTally(tally(), context);
  }

  protected final BundleLedger tally() {
    return Objects.requireNonNull(tally);
  }
}
