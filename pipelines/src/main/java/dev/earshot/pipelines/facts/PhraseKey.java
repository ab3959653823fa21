package dev.earshot.pipelines.facts;

import dev.earshot.pipelines.beam.Fingerprints;
import dev.earshot.pipelines.run.PartitionKey;

/**
 * A key phrase of a brand on a day.
 *
 * @param day local date of the brand, days since the epoch
 */
public record PhraseKey(String brandId, String phrase, int day) implements PartitionKey {
  @Override
  public long fingerprint() {
    return Fingerprints.of(brandId, phrase) + day;
  }
}
