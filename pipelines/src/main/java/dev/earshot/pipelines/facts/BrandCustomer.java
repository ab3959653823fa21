package dev.earshot.pipelines.facts;

import dev.earshot.pipelines.beam.Fingerprints;
import dev.earshot.pipelines.run.PartitionKey;

/**
 * A customer of a brand.
 *
 * @param customerId pseudonym of the customer
 */
public record BrandCustomer(String brandId, String customerId) implements PartitionKey {
  @Override
  public long fingerprint() {
    return Fingerprints.of(brandId, customerId);
  }
}
