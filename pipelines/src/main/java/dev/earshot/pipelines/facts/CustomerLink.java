package dev.earshot.pipelines.facts;

import dev.earshot.models.statistics.basics.SplitMix64;
import dev.earshot.pipelines.beam.Fingerprints;

/**
 * A customer who has agreed to be known as the person behind an account.
 *
 * @param brandId whose customer it is
 * @param customerId keyed hash of the customer
 * @param network social network
 * @param personId keyed hash of the account, as in all tables
 */
public record CustomerLink(String brandId, String customerId, String network, String personId) {

  /** Where all statements about the same two meet. */
  public long key() {
    return SplitMix64.mix(Fingerprints.of(brandId, customerId))
        ^ Fingerprints.of(network, personId);
  }
}
