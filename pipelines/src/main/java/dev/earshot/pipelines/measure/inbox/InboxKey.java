package dev.earshot.pipelines.measure.inbox;

import dev.earshot.pipelines.facts.InboxFact;

/**
 * Whose conversations are measured together: those of a block, as its days and weeks must not give
 * each other away.
 *
 * @param isDirect direct messages, or in the open
 * @param block its first day, since the epoch
 */
record InboxKey(String brandId, boolean isDirect, int block) {
  static InboxKey of(InboxFact fact) {
    return new InboxKey(fact.brandId(), fact.isDirect(), Period.blockOf(fact.day()));
  }

  String channel() {
    return isDirect ? "direct_message" : "public";
  }
}
