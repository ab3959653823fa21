package dev.earshot.pipelines.tables;

import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** Writes one Parquet file of a table: zstd, dictionary and page statistics on. */
public final class ParquetFile {
  private ParquetFile() {}

  /**
   * Writes the rows in the order given.
   *
   * @return the number of rows
   */
  public static <T extends Record> long write(
      TableSchema table, Iterator<? extends T> rows, OutputFile file) throws IOException {
    long count = 0;
    try (ParquetWriter<T> writer =
        new Builder<T>(table, file)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new PageCodecs())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      while (rows.hasNext()) {
        writer.write(rows.next());
        count++;
      }
    }
    return count;
  }

  private static final class Builder<T extends Record>
      extends ParquetWriter.Builder<T, Builder<T>> {
    private final TableSchema table;

    Builder(TableSchema table, OutputFile file) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder<T> self() {
      return this;
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation")
    protected WriteSupport<T> getWriteSupport(Configuration configuration) {
      return new RowWriteSupport<>(table);
    }

    @Override
    protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
      return new RowWriteSupport<>(table);
    }
  }
}
