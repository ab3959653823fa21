package dev.earshot.pipelines.sources.tabular;

import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** The columns that a table has, to be held against those that a mapping names. */
public final class TableColumns {
  private TableColumns() {}

  /**
   * The names as the header has them; numbers from 1 where there is none.
   *
   * @param channel decompressed, standing at the beginning; not closed
   * @return empty for a file without a first row, or one that cannot be read
   */
  public static List<String> ofCsv(Mapping mapping, ReadableByteChannel channel)
      throws IOException {
    try {
      CsvReader rows = TableHead.open(mapping, channel, ReadLimits.DEFAULT).rows();
      return rows.next() && TableHead.isHeader(rows) ? TableHead.names(mapping, rows) : List.of();
    } catch (FileFaultException damaged) {
      // Reading the file will report it.
      return List.of();
    }
  }

  /**
   * The paths of the columns of a Parquet file, such as {@code user.id}.
   *
   * @return empty for a file that cannot be read
   */
  public static List<String> ofParquet(ReadableByteChannel channel) throws IOException {
    if (!(channel instanceof SeekableByteChannel seekable)) {
      return List.of();
    }
    try (ParquetRows rows = ParquetRows.open(seekable, ByteRange.WHOLE)) {
      return rows.columnNames();
    } catch (DamagedParquetException damaged) {
      return List.of();
    }
  }
}
