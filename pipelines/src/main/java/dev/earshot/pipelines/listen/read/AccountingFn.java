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
public abstract class AccountingFn<I, O> extends DoFn<I, O> {
  private transient @Nullable ReadTally tally;

  @StartBundle
  public void startBundle() {
    tally = new ReadTally();
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    ReadTags.outputTally(tally(), context);
  }

  protected final ReadTally tally() {
    return Objects.requireNonNull(tally);
  }
}
