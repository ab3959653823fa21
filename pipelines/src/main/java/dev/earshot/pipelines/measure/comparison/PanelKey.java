package dev.earshot.pipelines.measure.comparison;

import dev.earshot.pipelines.measure.coverage.Covered;
import java.util.List;

/**
 * A period of a panel, and how much of it the input covers. The days travel in the key (decision
 * 0071).
 *
 * @param panelVersion of the brands that are compared
 * @param brandIds these brands
 * @param periodKind week or month
 * @param firstDay of the period, since the epoch
 * @param lastDay of it
 * @param coveredDays of it, of each brand
 * @param daysOver how many days after it are over, up to two
 */
record PanelKey(
    String panelVersion,
    List<String> brandIds,
    String periodKind,
    int firstDay,
    int lastDay,
    List<Integer> coveredDays,
    int daysOver) {

  Covered covered(int brand) {
    return new Covered(coveredDays.get(brand), lastDay - firstDay + 1);
  }

  boolean isWhole(int brand) {
    return daysOver > 0 && covered(brand).isWhole();
  }
}
