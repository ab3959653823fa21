package dev.earshot.pipelines.beam;

import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Assigns the rows of one table to files and writes them; see {@link WriteTable}.
 *
 * @param <T> the table's record
 */
public final class WriteRows<T extends Record>
    extends PTransform<PCollection<T>, PCollection<WrittenFile>> {
  private final Class<T> type;
  private final String staging;
  private final FileKeys keys;

  private WriteRows(Class<T> type, String staging, FileKeys keys) {
    this.type = type;
    this.staging = staging;
    this.keys = keys;
  }

  /** Writes the table that {@code type} declares below the folder {@code staging}. */
  public static <T extends Record> WriteRows<T> of(Class<T> type, String staging, FileKeys keys) {
    return new WriteRows<>(type, staging, keys);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<T> rows) {
    return rows.apply("AssignFile", ParDo.of(new FileKeys.Assign<T>(keys)))
        .setCoder(KvCoder.of(BigEndianLongCoder.of(), new EncodedCoder<>(RecordCoder.of(type))))
        .apply(WriteTable.of(type, staging));
  }
}
