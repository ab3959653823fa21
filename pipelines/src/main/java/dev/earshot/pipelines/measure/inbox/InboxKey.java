package dev.earshot.pipelines.measure.inbox;

import dev.earshot.pipelines.facts.InboxFact;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import org.jspecify.annotations.Nullable;

/**
 * Whose conversations are measured together: those of a block, as its days and weeks must not give
 * each other away.
 *
 * @param isDirect direct messages, or in the open
 * @param block its first day, since the epoch
 * @param coveredDays the days of it that posts of the input cover, the first day the lowest bit;
 *     none for direct messages: on which days nobody wrote would give small numbers of people away
 */
record InboxKey(String brandId, boolean isDirect, int block, int coveredDays) {
  static InboxKey of(InboxFact fact, CoveredDays posts) {
    int block = Period.blockOf(fact.day());
    int days = 0;
    for (int i = 0; i < Period.BLOCK_DAYS && !fact.isDirect(); i++) {
      days |= posts.count(block + i, block + i) << i;
    }
    return new InboxKey(fact.brandId(), fact.isDirect(), block, days);
  }

  /** How much of a period of the block is covered; null where that is not told. */
  @Nullable Covered covered(Period period) {
    if (isDirect) {
      return null;
    }
    int ofPeriod = ((1 << period.dayCount()) - 1) << (period.firstDay() - block);
    return new Covered(Integer.bitCount(coveredDays & ofPeriod), period.dayCount());
  }

  String channel() {
    return isDirect ? "direct_message" : "public";
  }
}
