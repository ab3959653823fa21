package dev.earshot.pipelines.facts;

import dev.earshot.pipelines.beam.Fingerprints;
import dev.earshot.pipelines.run.PartitionKey;

/**
 * An account and a brand that it speaks of or to.
 *
 * @param personId pseudonym of the account, another one on each network
 */
public record BrandAccount(String brandId, String personId) implements PartitionKey {
  @Override
  public long fingerprint() {
    return Fingerprints.of(brandId, personId);
  }
}
