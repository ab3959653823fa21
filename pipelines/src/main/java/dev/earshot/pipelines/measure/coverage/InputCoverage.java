package dev.earshot.pipelines.measure.coverage;

import dev.earshot.pipelines.facts.BrandSources;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SourceDay;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.SideTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The days that the input covers, by brand and kind of source. They follow from all records that a
 * run reads, whatever its dates: a run over dates has what a whole run has.
 */
public final class InputCoverage {
  /** On which days the input has anything of a brand; one fact for each brand. */
  public static final Facts<NoKey, BrandSources> SOURCES = Facts.of("Sources", BrandSources.class);

  /** The days by brand and kind; of brand {@link MentionCell#ALL}, what is covered of any. */
  public static final SideTable<Key, CoveredDays> BY_SOURCE =
      SideTable.of(
          "Coverage", SOURCES, Key.class, CoveredDays.class, InputCoverage::of, CoveredDays::plus);

  private InputCoverage() {}

  /** A brand, or all of them, and a kind of source. */
  public record Key(String brandId, SourceKind kind) {}

  private static void of(
      NoKey none, BrandSources brand, RunContext run, BiConsumer<Key, CoveredDays> out) {
    Map<SourceKind, TreeSet<Integer>> days = new EnumMap<>(SourceKind.class);
    for (SourceDay day : brand.days()) {
      days.computeIfAbsent(day.cell().kind(), kind -> new TreeSet<>()).add(day.cell().day());
    }
    days.forEach(
        (kind, recorded) -> {
          CoveredDays covered = CoveredDays.of(recorded);
          out.accept(new Key(brand.brandId(), kind), covered);
          out.accept(new Key(MentionCell.ALL, kind), covered);
        });
  }

  /** What is covered of a brand and kind. */
  public static CoveredDays of(RunContext run, String brandId, SourceKind kind) {
    CoveredDays days = run.lookUp(BY_SOURCE, new Key(brandId, kind));
    return days == null ? CoveredDays.NONE : days;
  }
}
