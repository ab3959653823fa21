package dev.earshot.pipelines.measure.coverage;

import dev.earshot.pipelines.facts.BrandSources;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SourceDay;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.SourceCoverageDailyRow;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code source_coverage_daily}: what the input has of a brand on each day that it covers. */
public final class SourceCoverageDaily {
  public static final Measure<SourceCoverageDailyRow> MEASURE =
      Measure.of(SourceCoverageDailyRow.class)
          .from(InputCoverage.SOURCES)
          .rows(SourceCoverageDaily::rows);

  private SourceCoverageDaily() {}

  /** Records of a kind and network. */
  private record Source(SourceKind kind, String network) {
    static Source ofAll(SourceKind kind) {
      return new Source(kind, MentionCell.ALL);
    }
  }

  private static Stream<SourceCoverageDailyRow> rows(
      NoKey none, BrandSources brand, RunContext run) {
    Map<Source, NavigableMap<Integer, SourceDay>> sources = new HashMap<>();
    for (SourceDay day : brand.days()) {
      SourceKind kind = day.cell().kind();
      if (kind != SourceKind.MESSAGES) {
        add(Source.ofAll(kind), day, sources);
        String network = day.cell().network();
        if (network != null) {
          add(new Source(kind, network), day, sources);
        }
      }
    }
    return sources.entrySet().stream()
        .flatMap(source -> rows(brand.brandId(), source.getKey(), source.getValue(), run));
  }

  private static void add(
      Source source, SourceDay day, Map<Source, NavigableMap<Integer, SourceDay>> sources) {
    sources
        .computeIfAbsent(source, s -> new TreeMap<>())
        .merge(day.cell().day(), day, SourceDay::plus);
  }

  private static Stream<SourceCoverageDailyRow> rows(
      String brandId, Source source, NavigableMap<Integer, SourceDay> days, RunContext run) {
    return CoveredDays.of(days.navigableKeySet()).stretches().stream()
        .flatMapToInt(stretch -> IntStream.rangeClosed(stretch.firstDay(), stretch.lastDay()))
        .filter(run::publishes)
        .mapToObj(
            day ->
                row(
                    CellColumns.of(brandId, run.runId()),
                    source,
                    day,
                    day - days.headMap(day, true).lastKey(),
                    days.get(day)));
  }

  private static SourceCoverageDailyRow row(
      CellColumns cell, Source source, int day, int silentDays, @Nullable SourceDay records) {
    return new SourceCoverageDailyRow(
        cell,
        source.kind().code(),
        source.network(),
        records == null ? 0 : records.recordCount(),
        silentDays,
        day,
        records == null ? null : records.firstMicros(),
        records == null ? null : records.lastMicros(),
        day);
  }
}
