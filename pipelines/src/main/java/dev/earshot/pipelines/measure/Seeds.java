package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.beam.Fingerprints;

/** Seeds of bootstraps, from the key of the row: a re-run draws the same samples. */
final class Seeds {
  private Seeds() {}

  static long of(String table, Object... key) {
    long seed = Fingerprints.of(table, "seed");
    for (Object part : key) {
      seed = Fingerprints.mix(seed ^ Fingerprints.of(String.valueOf(part), ""));
    }
    return seed;
  }
}
