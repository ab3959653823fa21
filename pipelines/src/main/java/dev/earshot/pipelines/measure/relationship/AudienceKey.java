package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.RunContext;

/**
 * A month of a brand on a network. The covered days travel in the key, since a side input would
 * keep the members from streaming.
 *
 * @param firstDay of the month, since the epoch
 * @param coveredDays days of the month that the input covers by posts about the brand
 */
record AudienceKey(String brandId, String network, int firstDay, int coveredDays) {
  static AudienceKey of(AudienceMember member, RunContext run) {
    Month month = Month.of(member.firstDay());
    return new AudienceKey(
        member.brandId(),
        member.network(),
        member.firstDay(),
        InputCoverage.of(run, member.brandId(), SourceKind.MENTIONS)
            .count(month.firstDay(), month.lastDay()));
  }
}
