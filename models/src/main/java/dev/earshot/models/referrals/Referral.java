package dev.earshot.models.referrals;

import org.jspecify.annotations.Nullable;

/**
 * Where a visit came from.
 *
 * @param medium how
 * @param source the site, service or app, such as {@code Facebook}; null where it is not known
 * @param network the social network, by the name that posts have; null where it is none
 * @param term what was searched for, where the referrer says so; may hold personal data
 * @param isPaid whether an advertisement was clicked
 * @param evidence what tells so
 */
public record Referral(
    Medium medium,
    @Nullable String source,
    @Nullable String network,
    @Nullable String term,
    boolean isPaid,
    ReferralEvidence evidence) {

  static final Referral DIRECT =
      new Referral(Medium.DIRECT, null, null, null, false, ReferralEvidence.NONE);

  /** The same without what was searched for. */
  public Referral withoutTerm() {
    return new Referral(medium, source, network, null, isPaid, evidence);
  }
}
