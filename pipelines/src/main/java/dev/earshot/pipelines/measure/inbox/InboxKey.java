package dev.earshot.pipelines.measure.inbox;

import dev.earshot.pipelines.facts.InboxFact;

/**
 * Whose conversations are measured together.
 *
 * @param day when they were opened, days since the epoch
 * @param isDirect direct messages, or in the open
 */
public record InboxKey(String brandId, int day, boolean isDirect) {
  public static InboxKey of(InboxFact fact) {
    return new InboxKey(fact.brandId(), fact.day(), fact.isDirect());
  }

  String channel() {
    return isDirect ? "direct_message" : "public";
  }
}
