package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.RunContext;

/**
 * A month of a brand, and how much of it the input covers. The days travel in the key, since a side
 * input would keep the facts from streaming (decision 0071).
 *
 * @param firstDay of the month, since the epoch
 * @param mentions covered days by posts about the brand
 * @param ownPosts covered days by posts of the brand
 * @param trailing covered days by posts about the brand of the {@link Month#TRAILING_DAYS} that end
 *     with the month
 */
record MonthKey(String brandId, int firstDay, Days mentions, Days ownPosts, int trailing) {

  /**
   * Days that are covered.
   *
   * @param count of the month
   * @param countBefore of the month before
   */
  record Days(int count, int countBefore) {
    private static Days of(CoveredDays covered, Month month) {
      Month before = month.before();
      return new Days(
          covered.count(month.firstDay(), month.lastDay()),
          covered.count(before.firstDay(), before.lastDay()));
    }
  }

  static MonthKey of(String brandId, Month month, RunContext run) {
    return new MonthKey(
        brandId,
        month.firstDay(),
        Days.of(InputCoverage.of(run, brandId, SourceKind.MENTIONS), month),
        Days.of(InputCoverage.of(run, brandId, SourceKind.OWN_POSTS), month),
        InputCoverage.of(run, brandId, SourceKind.MENTIONS)
            .count(month.lastDay() - Month.TRAILING_DAYS + 1, month.lastDay()));
  }

  Month month() {
    return Month.of(firstDay);
  }
}
