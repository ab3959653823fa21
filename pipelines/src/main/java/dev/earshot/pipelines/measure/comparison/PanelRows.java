package dev.earshot.pipelines.measure.comparison;

import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both tables ask of a period of a panel. */
final class PanelRows {
  private final PanelKey key;
  private final PanelSums sums;
  private final Map<PanelMetric, PanelEstimate> estimates = new EnumMap<>(PanelMetric.class);

  PanelRows(PanelKey key, Iterable<PanelAct> acts, RunContext run) {
    this.key = key;
    PanelEstimates all =
        new PanelEstimates(
            key.brandIds().size(), new PanelPersons(acts), key::isWhole, run.readerSpread());
    sums = all.sums();
    for (PanelMetric metric : PanelMetric.values()) {
      estimates.put(metric, all.of(metric));
    }
  }

  PanelKey key() {
    return key;
  }

  PanelEstimate estimate(PanelMetric metric) {
    PanelEstimate estimate = estimates.get(metric);
    if (estimate == null) {
      throw new IllegalStateException(metric.code());
    }
    return estimate;
  }

  /** Persons who speak of both. */
  long speakersOfBoth(int one, int other) {
    return sums.speakers[one][other];
  }

  /** Why a brand is not compared; null where it is. */
  @Nullable MissingReason reason(PanelMetric metric, int brand) {
    if (key.daysOver() == 0) {
      return MissingReason.PERIOD_NOT_OVER;
    }
    if (key.daysOver() <= metric.waitingDays) {
      return MissingReason.NOT_YET_OBSERVED;
    }
    if (estimate(metric).persons()[brand] == 0) {
      return MissingReason.NOTHING_TO_COUNT;
    }
    if (!key.isWhole(brand)) {
      return MissingReason.PARTLY_COVERED_BY_INPUT;
    }
    return estimate(metric).has(brand) ? null : MissingReason.TOO_FEW_AUTHORS;
  }
}
