package dev.earshot.pipelines.measure;

import dev.earshot.models.domain.Brand;
import dev.earshot.pipelines.facts.BrandSources;
import dev.earshot.pipelines.facts.SourceDay;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.InMemory;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.RunTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days that the input of a case covers, of each of its brands: those of {@code covered} by kind
 * of source, or all days of two years to the clock.
 */
record CaseCoverage(@Nullable Map<String, List<Object>> covered) {
  private static final int USUAL_DAYS = 730;

  void addTo(InMemory facts, RunSettings settings) {
    Long clock = settings.clock().asOfMicros();
    long asOf = clock == null ? Long.MIN_VALUE : clock;
    for (Brand brand : RunTools.of(settings).brands().brands()) {
      int today = Clock.lastDay(asOf, brand.zone());
      List<SourceDay> days = new ArrayList<>();
      for (SourceKind kind : SourceKind.values()) {
        if (covered == null) {
          add(kind, today - USUAL_DAYS, today, days);
        } else {
          List<Object> bounds = covered.get(kind.code());
          if (bounds != null) {
            add(kind, day(bounds.get(0)), day(bounds.get(1)), days);
          }
        }
      }
      facts.add(InputCoverage.SOURCES, new NoKey(), new BrandSources(brand.id(), days));
    }
  }

  private static void add(SourceKind kind, int firstDay, int lastDay, List<SourceDay> days) {
    for (int day = firstDay; day <= lastDay; day++) {
      days.add(SourceDay.of(new SourceDay.Cell(kind, null, day), day * 86_400_000_000L));
    }
  }

  private static int day(Object given) {
    return Math.toIntExact(YamlRecords.number(given));
  }
}
