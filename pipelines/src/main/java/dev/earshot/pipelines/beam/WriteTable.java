package dev.earshot.pipelines.beam;

import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.util.Locale;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes the rows of one table into staging: a folder per partition, one file in it for each GiB of
 * input, rows sorted by the table's key. Which row goes to which file follows from the row and the
 * size of the input alone, so that every runner at every parallelism writes the same bytes.
 *
 * @param <T> the table's record
 */
public final class WriteTable<T extends Record>
    extends PTransform<PCollection<T>, PCollection<WrittenFile>> {
  private static final long INPUT_BYTES_PER_FILE = 1L << 30;
  private static final int MAXIMUM_FILES = 1 << 12;

  private final Class<T> type;
  private final String staging;
  private final int files;

  private WriteTable(Class<T> type, String staging, int files) {
    this.type = type;
    this.staging = staging;
    this.files = files;
  }

  /**
   * Writes the table that {@code type} declares below the folder {@code staging}.
   *
   * @param inputBytes size of all input of the run
   */
  public static <T extends Record> WriteTable<T> of(
      Class<T> type, String staging, long inputBytes) {
    return new WriteTable<>(
        type, staging, (int) Math.min(1 + inputBytes / INPUT_BYTES_PER_FILE, MAXIMUM_FILES));
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<T> rows) {
    return rows.apply("AssignFile", ParDo.of(new AssignFile<>(type, files)))
        .setCoder(KvCoder.of(BigEndianLongCoder.of(), RecordCoder.of(type)))
        .apply("GroupByFile", GroupByKey.create())
        .apply("WriteFile", ParDo.of(new WriteFile<>(type, staging)))
        .setCoder(RecordCoder.of(WrittenFile.class));
  }

  private static final class AssignFile<T extends Record> extends DoFn<T, KV<Long, T>> {
    private final Class<T> type;
    private final int files;

    AssignFile(Class<T> type, int files) {
      this.type = type;
      this.files = files;
    }

    @ProcessElement
    public void process(@Element T row, OutputReceiver<KV<Long, T>> out) {
      TableSchema table = TableSchema.of(type);
      long file = files == 1 ? 0 : Math.floorMod(keyHash(table, row), files);
      out.output(KV.of(table.partitionNumber(row) * MAXIMUM_FILES + file, row));
    }

    private static long keyHash(TableSchema table, Record row) {
      long hash = 0;
      for (var column : table.key()) {
        hash = Fingerprints.mix(hash + String.valueOf(column.valueOf(row)).hashCode());
      }
      return hash;
    }
  }

  private static final class WriteFile<T extends Record>
      extends DoFn<KV<Long, Iterable<T>>, WrittenFile> {
    private final Class<T> type;
    private final String staging;

    WriteFile(Class<T> type, String staging) {
      this.type = type;
      this.staging = staging;
    }

    @ProcessElement
    public void process(@Element KV<Long, Iterable<T>> group, OutputReceiver<WrittenFile> out)
        throws IOException {
      TableSchema table = TableSchema.of(type);
      String partition = "";
      try (SortedRows<T> rows = new SortedRows<>(type, table.order())) {
        for (T row : group.getValue()) {
          if (partition.isEmpty()) {
            partition = table.partitionOf(row);
          }
          rows.add(row);
        }
        String folder = partition.isEmpty() ? table.name() : table.name() + "/" + partition;
        long file = Math.floorMod(group.getKey(), MAXIMUM_FILES);
        String path = String.format(Locale.ROOT, "%s/part-%05d.parquet", folder, file);
        out.output(ParquetSink.write(table, rows.iterator(), staging, path));
      }
    }
  }
}
