package dev.earshot.pipelines.listen.read;

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
 */
public record Book(
    @Nullable RejectedAt rejection,
    @Nullable RangeLines lines,
    int source,
    @Nullable Account account,
    @Nullable Long latestMicros) {

  static Book of(RejectedAt rejection) {
    return new Book(rejection, null, 0, null, null);
  }

  static Book of(RangeLines lines) {
    return new Book(null, lines, 0, null, null);
  }

  static Book of(int source, Account account) {
    return new Book(null, null, source, account, null);
  }

  static Book of(long latestMicros) {
    return new Book(null, null, 0, null, latestMicros);
  }
}
