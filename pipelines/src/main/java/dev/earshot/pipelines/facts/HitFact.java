package dev.earshot.pipelines.facts;

import dev.earshot.models.domain.HitKind;
import dev.earshot.models.referrals.Medium;
import dev.earshot.models.referrals.Referral;
import dev.earshot.models.referrals.ReferralEvidence;
import dev.earshot.models.visits.AgentKind;
import dev.earshot.models.visits.Hit;
import dev.earshot.pipelines.beam.Fingerprints;
import org.jspecify.annotations.Nullable;

/**
 * A request to a brand's site on its way to the visitor's others; without the visitor's address.
 *
 * @param brandId whose site it is
 * @param visitorId pseudonym of the visitor
 */
public record HitFact(
    String brandId,
    String visitorId,
    @Nullable String customerId,
    String path,
    long atMicros,
    int source,
    long byteOffset,
    HitKind kind,
    AgentKind agent,
    Medium medium,
    @Nullable String referralSource,
    @Nullable String network,
    @Nullable String term,
    boolean isPaid,
    ReferralEvidence evidence) {

  /** A short key under which the requests of a visitor meet; others may share it. */
  public long key() {
    return Fingerprints.of(brandId, visitorId);
  }

  /** What tells one visitor of a brand from another under the same key. */
  public String visitor() {
    return brandId + '\n' + visitorId;
  }

  /** As the rules for visits want it. */
  public Hit hit() {
    return new Hit(
        atMicros,
        source,
        byteOffset,
        kind,
        agent,
        path,
        new Referral(medium, referralSource, network, term, isPaid, evidence),
        customerId);
  }
}
