package dev.earshot.pipelines.facts;

import dev.earshot.pipelines.beam.Fingerprints;
import dev.earshot.pipelines.run.PartitionKey;

/** A key phrase, of whatever brand. */
public record PhraseText(String phrase) implements PartitionKey {
  @Override
  public long fingerprint() {
    return Fingerprints.of(phrase, "");
  }
}
