package dev.earshot.pipelines.sources;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.sources.times.DayOrder;

/**
 * Receiver of what a {@link Source} reads: the step that reads a range, or a test. Records read =
 * accepted + rejected; what else a file holds is skipped and counted, but for blank lines, empty
 * containers and rows without any value.
 */
public interface RecordSink<T> {
  /**
   * Takes a good record.
   *
   * @param byteOffset where the record begins in its (decompressed) file; in a document, where the
   *     element begins that holds it, plus its number in the element
   */
  void accept(T record, long byteOffset);

  /** Takes a record that could not be read, or the fault that ended the file. */
  void reject(Rejection rejection);

  /** Takes note of something that is no record. */
  default void skip(SkipReason reason) {}

  /** Takes note of how the file's dates of numbers alone are read. */
  default void dayOrder(DayOrder order) {}

  /** Takes an account's profile that stands apart; {@link #skip} is called for it too. */
  default void profile(AccountProfile profile) {}

  /** Takes the profile of who wrote a record, which stands in the record. */
  default void author(AccountProfile profile) {}

  /**
   * Counts a record that is about nothing that is measured, such as a request without an address.
   */
  default void outOfScope() {}
}
