package dev.earshot.pipelines.beam;

import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes the rows of one table into staging: a folder per partition, in it the files that {@link
 * FileKeys} assigns, rows sorted by the table's key. Several partitions are written in one group,
 * one after the other.
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
      Comparator<Record> order =
          Comparator.<Record>comparingLong(table::partitionNumber).thenComparing(table.order());
      try (SortedRows<T> rows = new SortedRows<>(type, order, RUN_ROWS)) {
        for (Encoded<T> encoded : group.getValue()) {
          rows.add(encoded.value());
        }
        Peeking<T> sorted = rows.iterator();
        long file = FileKeys.fileOf(group.getKey());
        while (sorted.hasNext()) {
          String partition = table.partitionOf(sorted.peek());
          String folder = partition.isEmpty() ? table.name() : table.name() + "/" + partition;
          String path = String.format(Locale.ROOT, "%s/part-%05d.parquet", folder, file);
          out.output(ParquetSink.write(table, new OnePartition<>(table, sorted), staging, path));
        }
      }
    }
  }

  /** Gives the rows up to the end of the partition that the next row is of. */
  private static final class OnePartition<T extends Record> implements Iterator<T> {
    private final Peeking<T> rows;
    private final Predicate<T> isOfPartition;

    OnePartition(TableSchema table, Peeking<T> rows) {
      this.rows = rows;
      long partition = table.partitionNumber(rows.peek());
      isOfPartition = row -> table.partitionNumber(row) == partition;
    }

    @Override
    public boolean hasNext() {
      return rows.nextIs(isOfPartition);
    }

    @Override
    public T next() {
      return rows.next();
    }
  }
}
