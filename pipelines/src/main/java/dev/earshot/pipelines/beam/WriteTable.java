package dev.earshot.pipelines.beam;

import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Writes the rows of one table into staging: a folder per partition, files of about 120,000 rows,
 * rows sorted by the table's key. Which row goes to which file follows from the rows alone, so that
 * every runner at every parallelism writes the same bytes.
 *
 * @param <T> the table's record
 */
public final class WriteTable<T extends Record>
    extends PTransform<PCollection<T>, PCollection<WrittenFile>> {
  private static final long ROWS_PER_FILE = 120_000;

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
  public PCollection<WrittenFile> expand(PCollection<T> rows) {
    PCollectionView<Map<String, Long>> sizes =
        rows.apply("Partitions", ParDo.of(new PartitionOf<>(type)))
            .setCoder(StringUtf8Coder.of())
            .apply("CountRows", Count.perElement())
            .apply("Sizes", View.asMap());
    return rows.apply("AssignFile", ParDo.of(new AssignFile<>(type, sizes)).withSideInputs(sizes))
        .setCoder(
            KvCoder.of(KvCoder.of(StringUtf8Coder.of(), VarIntCoder.of()), RecordCoder.of(type)))
        .apply("GroupByFile", GroupByKey.create())
        .apply("WriteFile", ParDo.of(new WriteFile<>(type, staging)))
        .setCoder(RecordCoder.of(WrittenFile.class));
  }

  private static final class PartitionOf<T extends Record> extends DoFn<T, String> {
    private final Class<T> type;

    PartitionOf(Class<T> type) {
      this.type = type;
    }

    @ProcessElement
    public void process(@Element T row, OutputReceiver<String> out) {
      out.output(TableSchema.of(type).partitionOf(row));
    }
  }

  private static final class AssignFile<T extends Record>
      extends DoFn<T, KV<KV<String, Integer>, T>> {
    private final Class<T> type;
    private final PCollectionView<Map<String, Long>> sizes;

    AssignFile(Class<T> type, PCollectionView<Map<String, Long>> sizes) {
      this.type = type;
      this.sizes = sizes;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      T row = context.element();
      TableSchema table = TableSchema.of(type);
      String partition = table.partitionOf(row);
      long rows = context.sideInput(sizes).getOrDefault(partition, 0L);
      int files = (int) ((rows + ROWS_PER_FILE - 1) / ROWS_PER_FILE);
      int file = files <= 1 ? 0 : Math.floorMod(keyHash(table, row), files);
      context.output(KV.of(KV.of(partition, file), row));
    }

    private static int keyHash(TableSchema table, Record row) {
      int hash = 0;
      for (var column : table.key()) {
        hash = 31 * hash + String.valueOf(column.valueOf(row)).hashCode();
      }
      return (int) (Fingerprints.mix(hash) >>> 32);
    }
  }

  private static final class WriteFile<T extends Record>
      extends DoFn<KV<KV<String, Integer>, Iterable<T>>, WrittenFile> {
    private final Class<T> type;
    private final String staging;

    WriteFile(Class<T> type, String staging) {
      this.type = type;
      this.staging = staging;
    }

    @ProcessElement
    public void process(
        @Element KV<KV<String, Integer>, Iterable<T>> group, OutputReceiver<WrittenFile> out)
        throws IOException {
      TableSchema table = TableSchema.of(type);
      List<T> rows = new ArrayList<>();
      group.getValue().forEach(rows::add);
      rows.sort(table.order());
      String partition = group.getKey().getKey();
      String path =
          table.name()
              + (partition.isEmpty() ? "" : "/" + partition)
              + String.format(Locale.ROOT, "/part-%05d.parquet", group.getKey().getValue());
      out.output(ParquetSink.write(table, rows.iterator(), staging, path));
    }
  }
}
