package dev.earshot.pipelines.sources;

import dev.earshot.models.domain.Rejection;

/**
 * Takes what a source reads. Records read = accepted + rejected; nothing else is left out but blank
 * lines and rows without any value.
 */
public interface RecordSink<T> {
  /**
   * Takes a good record.
   *
   * @param byteOffset where the record begins in its (decompressed) file
   */
  void accept(T record, long byteOffset);

  /** Takes a record that could not be read, or the fault that ended the file. */
  void reject(Rejection rejection);
}
