package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.facts.BrandSources;
import dev.earshot.pipelines.facts.SourceDay;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.times.DayOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Accounts and the latest time of one bundle, added up before they are sent on. */
public final class BundleLedger {
  /** Days of brands that are held in memory, of some 150 bytes each, before they are sent on. */
  private static final int MANY_DAYS = 20_000;

  private final Map<Integer, SourceBalance> accounts = new HashMap<>();
  private final Map<Integer, Long> earliest = new HashMap<>();
  private final Map<String, Map<SourceDay.Cell, SourceDay>> sources = new HashMap<>();
  private int dayCount;
  private long latestMicros = Long.MIN_VALUE;

  public void add(int source, SourceBalance account) {
    accounts.merge(source, account, SourceBalance::plus);
  }

  void rejected(int source) {
    add(source, new SourceBalance(1, 0, 1, 0, 0, 0));
  }

  void read(int source, boolean isFlagged) {
    add(
        source,
        new SourceBalance(1, 0, 0, 0, 0, 0, isFlagged ? 1 : 0, null, SkipCounts.NONE, null));
  }

  void dayOrder(int source, DayOrder order) {
    add(source, new SourceBalance(0, 0, 0, 0, 0, 0, 0, order, SkipCounts.NONE, null));
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
    add(source, new SourceBalance(0, 0, 0, 0, 0, 0, 0, null, SkipCounts.one(reason), null));
  }

  public void seen(long micros) {
    latestMicros = Math.max(latestMicros, micros);
  }

  /** Notes the time of a record of a source. */
  public void seen(int source, long micros) {
    seen(micros);
    Long known = earliest.get(source);
    if (known == null || micros < known) {
      earliest.put(source, micros);
    }
  }

  /** Notes that a record of a time is about a brand. */
  public void about(String brandId, SourceDay.Cell cell, long micros) {
    Map<SourceDay.Cell, SourceDay> days =
        sources.computeIfAbsent(brandId, brand -> new HashMap<>());
    int before = days.size();
    days.merge(cell, SourceDay.of(cell, micros), SourceDay::plus);
    dayCount += days.size() - before;
  }

  /** Whether what was noted of brands should be sent on. */
  boolean hasManySources() {
    return dayCount >= MANY_DAYS;
  }

  /** What was noted of each brand, which is then forgotten here. */
  public List<BrandSources> takeSources() {
    List<BrandSources> taken = new ArrayList<>(sources.size());
    sources.forEach((brandId, days) -> taken.add(BrandSources.of(brandId, days)));
    sources.clear();
    dayCount = 0;
    return taken;
  }

  public @Nullable Long latestMicros() {
    return latestMicros == Long.MIN_VALUE ? null : latestMicros;
  }

  public void forEach(BiConsumer<Integer, SourceBalance> consumer) {
    accounts.forEach(
        (source, account) -> consumer.accept(source, account.since(earliest.get(source))));
  }
}
