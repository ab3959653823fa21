package dev.earshot.pipelines.beam;

import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.util.Locale;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes the rows of one table into staging: a folder per partition, in it the files that {@link
 * FileKeys} assigns, rows sorted by the table's key.
 *
 * @param <T> the table's record
 */
public final class WriteTable<T extends Record>
    extends PTransform<PCollection<KV<Long, Encoded<T>>>, PCollection<WrittenFile>> {
  private final Class<T> type;
  private final String staging;

  private WriteTable(Class<T> type, String staging) {
    this.type = type;
    this.staging = staging;
  }

  /** Writes the table that {@code type} declares below the folder {@code staging}. */
  public static <T extends Record> WriteTable<T> of(Class<T> type, String staging) {
    return new WriteTable<>(type, staging);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<KV<Long, Encoded<T>>> rows) {
    return rows.apply("GroupByFile", GroupByKey.create())
        .apply("WriteFile", ParDo.of(new WriteFile<>(type, staging)))
        .setCoder(RecordCoder.of(WrittenFile.class));
  }

  private static final class WriteFile<T extends Record>
      extends DoFn<KV<Long, Iterable<Encoded<T>>>, WrittenFile> {
    private static final int RUN_ROWS = 120_000;

    private final Class<T> type;
    private final String staging;

    WriteFile(Class<T> type, String staging) {
      this.type = type;
      this.staging = staging;
    }

    @ProcessElement
    public void process(
        @Element KV<Long, Iterable<Encoded<T>>> group, OutputReceiver<WrittenFile> out)
        throws IOException {
      TableSchema table = TableSchema.of(type);
      String partition = "";
      try (SortedRows<T> rows = new SortedRows<>(type, table.order(), RUN_ROWS)) {
        for (Encoded<T> encoded : group.getValue()) {
          T row = encoded.value();
          if (partition.isEmpty()) {
            partition = table.partitionOf(row);
          }
          rows.add(row);
        }
        String folder = partition.isEmpty() ? table.name() : table.name() + "/" + partition;
        long file = FileKeys.fileOf(group.getKey());
        String path = String.format(Locale.ROOT, "%s/part-%05d.parquet", folder, file);
        out.output(ParquetSink.write(table, rows.iterator(), staging, path));
      }
    }
  }
}
