package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.facts.BrandSources;
import org.jspecify.annotations.Nullable;

/**
 * What a step notes about its own work. One output for all of it: every output of a step costs each
 * element of the others a look. Exactly one component is set.
 *
 * @param rejection a record that could not be read
 * @param lines the lines of a range that others of the file follow
 * @param source whose account is given
 * @param account what became of records of the source
 * @param latestMicros the latest time that was read
 * @param sources what was read of a brand
 */
public record LedgerEntry(
    @Nullable RejectedAt rejection,
    @Nullable RangeLines lines,
    int source,
    @Nullable SourceBalance account,
    @Nullable Long latestMicros,
    @Nullable BrandSources sources) {

  static LedgerEntry of(RejectedAt rejection) {
    return new LedgerEntry(rejection, null, 0, null, null, null);
  }

  static LedgerEntry of(RangeLines lines) {
    return new LedgerEntry(null, lines, 0, null, null, null);
  }

  static LedgerEntry of(int source, SourceBalance account) {
    return new LedgerEntry(null, null, source, account, null, null);
  }

  static LedgerEntry of(long latestMicros) {
    return new LedgerEntry(null, null, 0, null, latestMicros, null);
  }

  static LedgerEntry of(BrandSources sources) {
    return new LedgerEntry(null, null, 0, null, null, sources);
  }
}
