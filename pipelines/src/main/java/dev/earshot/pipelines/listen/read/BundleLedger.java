package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.times.DayOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Accounts and the latest time of one bundle, added up before they are sent on. */
public final class BundleLedger {
  private final Map<Integer, SourceBalance> accounts = new HashMap<>();
  private long latestMicros = Long.MIN_VALUE;

  public void add(int source, SourceBalance account) {
    accounts.merge(source, account, SourceBalance::plus);
  }

  void rejected(int source) {
    add(source, new SourceBalance(1, 0, 1, 0, 0, 0));
  }

  void read(int source, boolean isFlagged) {
    add(source, new SourceBalance(1, 0, 0, 0, 0, 0, isFlagged ? 1 : 0, null, SkipCounts.NONE));
  }

  void dayOrder(int source, DayOrder order) {
    add(source, new SourceBalance(0, 0, 0, 0, 0, 0, 0, order, SkipCounts.NONE));
  }

  public void outOfScope(int source, boolean isContext) {
    add(source, new SourceBalance(0, 0, 0, 0, 1, isContext ? 1 : 0));
  }

  public void accepted(int source) {
    add(source, new SourceBalance(0, 1, 0, 0, 0, 0));
  }

  public void duplicate(int source) {
    add(source, new SourceBalance(0, 0, 0, 1, 0, 0));
  }

  void skipped(int source, SkipReason reason) {
    add(source, new SourceBalance(0, 0, 0, 0, 0, 0, 0, null, SkipCounts.one(reason)));
  }

  public void seen(long micros) {
    latestMicros = Math.max(latestMicros, micros);
  }

  public @Nullable Long latestMicros() {
    return latestMicros == Long.MIN_VALUE ? null : latestMicros;
  }

  public void forEach(BiConsumer<Integer, SourceBalance> consumer) {
    accounts.forEach(consumer);
  }
}
