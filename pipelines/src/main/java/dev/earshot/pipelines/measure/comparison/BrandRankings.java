package dev.earshot.pipelines.measure.comparison;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.ranking.RankIntervals;
import dev.earshot.models.statistics.ranking.RankIntervals.Place;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.tables.BrandRankingRow;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code brand_rankings}: which place a brand of a panel may have, by week and month. */
public final class BrandRankings {
  public static final Measure<BrandRankingRow> MEASURE =
      Measure.of(BrandRankingRow.class)
          .reaching(PanelPeriods.CONTEXT)
          .from(PanelPeriods.GROUPS)
          .rows((key, acts, run) -> rows(new PanelRows(key, acts, run), run).stream());

  private BrandRankings() {}

  private static List<BrandRankingRow> rows(PanelRows panel, RunContext run) {
    List<BrandRankingRow> rows = new ArrayList<>();
    for (PanelMetric metric : PanelMetric.values()) {
      PanelEstimate estimate = panel.estimate(metric);
      int brands = panel.key().brandIds().size();
      int[] ranked =
          IntStream.range(0, brands).filter(brand -> panel.reason(metric, brand) == null).toArray();
      @Nullable Place[] places = places(estimate, ranked, brands);
      for (int brand = 0; brand < brands; brand++) {
        if (estimate.persons()[brand] > 0) {
          rows.add(row(panel, metric, brand, places[brand], ranked.length, run));
        }
      }
    }
    return rows;
  }

  private static @Nullable Place[] places(PanelEstimate estimate, int[] ranked, int brands) {
    double[] values = new double[ranked.length];
    double[][] covariance = new double[ranked.length][ranked.length];
    for (int i = 0; i < ranked.length; i++) {
      values[i] = estimate.values()[ranked[i]];
      for (int j = 0; j < ranked.length; j++) {
        covariance[i][j] = estimate.covariance()[ranked[i]][ranked[j]];
      }
    }
    @Nullable Place[] places = new @Nullable Place[brands];
    if (ranked.length > 1) {
      Place[] found = RankIntervals.of(values, covariance);
      for (int i = 0; i < ranked.length; i++) {
        places[ranked[i]] = found[i];
      }
    }
    return places;
  }

  private static BrandRankingRow row(
      PanelRows panel,
      PanelMetric metric,
      int brand,
      @Nullable Place place,
      int ranked,
      RunContext run) {
    PanelKey key = panel.key();
    PanelEstimate estimate = panel.estimate(metric);
    MissingReason reason = panel.reason(metric, brand);
    boolean isCompared = reason == null;
    return new BrandRankingRow(
        CellColumns.of(key.brandIds().get(brand), run.runId()),
        key.panelVersion(),
        metric.code(),
        key.periodKind(),
        reason,
        isCompared ? value(estimate.value(brand), metric) : Estimated.NONE,
        place == null ? null : rank(panel, metric, brand),
        place == null ? null : place.best(),
        place == null ? null : place.worst(),
        ranked,
        estimate.persons()[brand],
        key.coveredDays().get(brand),
        isCompared,
        key.firstDay(),
        key.lastDay(),
        key.lastDay());
  }

  private static Estimated value(@Nullable Estimate value, PanelMetric metric) {
    return value == null
        ? Estimated.NONE
        : Estimated.of(
            Math.min(1, Math.max(metric.least, value.value())),
            value.interval().clip(metric.least, 1));
  }

  private static int rank(PanelRows panel, PanelMetric metric, int brand) {
    double[] values = panel.estimate(metric).values();
    int rank = 1;
    for (double value : values) {
      rank += value > values[brand] ? 1 : 0;
    }
    return rank;
  }
}
