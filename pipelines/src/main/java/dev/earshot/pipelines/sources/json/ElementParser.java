package dev.earshot.pipelines.sources.json;

/**
 * Parser of one platform: finds the records in an element of its documents. Safe for use by several
 * threads.
 */
public interface ElementParser<T> {
  /**
   * Finds all records of an element, embedded ones too.
   *
   * @param records takes what is found
   */
  void find(DocumentElement element, RecordEmitter<T> records);
}
