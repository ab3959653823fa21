package dev.earshot.pipelines.beam;

import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

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
      try (SortedRows<T> rows = new SortedRows<>(type, order)) {
        for (Encoded<T> encoded : group.getValue()) {
          rows.add(encoded.value());
        }
        Partitions<T> sorted = new Partitions<>(table, rows.iterator());
        long file = FileKeys.fileOf(group.getKey());
        for (T first = sorted.first(); first != null; first = sorted.first()) {
          String partition = table.partitionOf(first);
          String folder = partition.isEmpty() ? table.name() : table.name() + "/" + partition;
          String path = String.format(Locale.ROOT, "%s/part-%05d.parquet", folder, file);
          out.output(ParquetSink.write(table, sorted, staging, path));
        }
      }
    }
  }

  /** Gives the rows of one partition; after {@link #first} those of the next one. */
  private static final class Partitions<T extends Record> implements Iterator<T> {
    private final TableSchema table;
    private final Iterator<T> rows;
    private long partition;
    private @Nullable T next;

    Partitions(TableSchema table, Iterator<T> rows) {
      this.table = table;
      this.rows = rows;
      next = rows.hasNext() ? rows.next() : null;
    }

    /** The first row of the next partition, or null after the last one. */
    @Nullable T first() {
      if (next != null) {
        partition = table.partitionNumber(next);
      }
      return next;
    }

    @Override
    public boolean hasNext() {
      return next != null && table.partitionNumber(next) == partition;
    }

    @Override
    public T next() {
      T row = next;
      if (row == null) {
        throw new NoSuchElementException();
      }
      next = rows.hasNext() ? rows.next() : null;
      return row;
    }
  }
}
