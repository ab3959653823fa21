package dev.earshot.pipelines.measure.comparison;

import dev.earshot.models.statistics.basics.BenjaminiHochberg;
import dev.earshot.pipelines.measure.comparison.PanelEstimate.Difference;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.tables.BrandComparisonRow;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code brand_comparisons}: each brand of a panel against each other, by week and month. */
public final class BrandComparisons {
  public static final Measure<BrandComparisonRow> MEASURE =
      Measure.of(BrandComparisonRow.class)
          .reaching(PanelPeriods.CONTEXT)
          .from(PanelPeriods.GROUPS)
          .rows((key, acts, run) -> rows(new PanelRows(key, acts, run), run).stream());

  private BrandComparisons() {}

  /** Two brands, by their places in the panel. */
  private record Pair(int one, int other) {
    static Pair of(int one, int other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }
  }

  private static List<BrandComparisonRow> rows(PanelRows panel, RunContext run) {
    List<BrandComparisonRow> rows = new ArrayList<>();
    int brands = panel.key().brandIds().size();
    for (PanelMetric metric : PanelMetric.values()) {
      PanelEstimate estimate = panel.estimate(metric);
      Map<Pair, Double> qValues = qValues(panel, metric);
      for (int one = 0; one < brands; one++) {
        for (int other = 0; other < brands; other++) {
          boolean isAnybodyThere = estimate.persons()[one] > 0 && estimate.persons()[other] > 0;
          if (one != other && isAnybodyThere) {
            rows.add(row(panel, metric, one, other, qValues.get(Pair.of(one, other)), run));
          }
        }
      }
    }
    return rows;
  }

  /** Of the pairs that are compared: over each once, whoever comes first. */
  private static Map<Pair, Double> qValues(PanelRows panel, PanelMetric metric) {
    List<Pair> pairs = new ArrayList<>();
    List<Double> pValues = new ArrayList<>();
    int brands = panel.key().brandIds().size();
    for (int one = 0; one < brands; one++) {
      for (int other = one + 1; other < brands; other++) {
        Difference difference = difference(panel, metric, one, other);
        if (difference != null) {
          pairs.add(new Pair(one, other));
          pValues.add(difference.pValue());
        }
      }
    }
    double[] adjusted =
        BenjaminiHochberg.qValues(pValues.stream().mapToDouble(Double::doubleValue).toArray());
    Map<Pair, Double> qValues = new HashMap<>();
    for (int i = 0; i < adjusted.length; i++) {
      qValues.put(pairs.get(i), adjusted[i]);
    }
    return qValues;
  }

  private static @Nullable Difference difference(
      PanelRows panel, PanelMetric metric, int one, int other) {
    boolean areWhole = reason(panel, metric, one, other) == null;
    return areWhole ? panel.estimate(metric).difference(one, other) : null;
  }

  private static @Nullable MissingReason reason(
      PanelRows panel, PanelMetric metric, int one, int other) {
    return Stream.of(one, other)
        .map(brand -> panel.reason(metric, brand))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static BrandComparisonRow row(
      PanelRows panel,
      PanelMetric metric,
      int one,
      int other,
      @Nullable Double qValue,
      RunContext run) {
    PanelKey key = panel.key();
    PanelEstimate estimate = panel.estimate(metric);
    Difference difference = difference(panel, metric, one, other);
    MissingReason reason = reason(panel, metric, one, other);
    if (reason == null && difference == null) {
      reason = MissingReason.TOO_FEW_AUTHORS;
    }
    return new BrandComparisonRow(
        CellColumns.of(key.brandIds().get(one), run.runId()),
        key.brandIds().get(other),
        key.panelVersion(),
        metric.code(),
        key.periodKind(),
        reason,
        difference == null ? null : estimate.values()[one],
        difference == null ? null : estimate.values()[other],
        difference == null ? Estimated.NONE : Estimated.of(difference.estimate()),
        difference == null ? null : difference.pValue(),
        qValue,
        estimate.persons()[one],
        estimate.persons()[other],
        panel.speakersOfBoth(one, other),
        key.coveredDays().get(one),
        key.coveredDays().get(other),
        reason == null,
        key.firstDay(),
        key.lastDay(),
        key.lastDay());
  }
}
