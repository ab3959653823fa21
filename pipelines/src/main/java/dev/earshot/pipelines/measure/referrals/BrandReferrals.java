package dev.earshot.pipelines.measure.referrals;

import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that was counted for one brand, added up by network and day. A brand has few cells,
 * but many counts: it is small enough for memory, whatever the size of its logs.
 */
public record BrandReferrals(String brandId, List<Counted> sums) {
  /** One of each brand that anything was counted for. */
  public static final Facts<NoKey, BrandReferrals> FACTS =
      Facts.of("Referrals", BrandReferrals.class);

  /**
   * A sum of the brand.
   *
   * @param gap as in {@link ReferralCell}
   */
  public record Counted(String network, int day, ReferralCount count, int gap, long number) {}

  /** The sums of cells of one brand. */
  public static List<Counted> sums(Map<ReferralCell, Long> cells) {
    List<Counted> sums = new ArrayList<>();
    cells.forEach(
        (cell, number) ->
            sums.add(new Counted(cell.network(), cell.day(), cell.count(), cell.gap(), number)));
    return sums;
  }
}
