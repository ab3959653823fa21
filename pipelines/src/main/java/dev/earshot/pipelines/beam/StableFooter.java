package dev.earshot.pipelines.beam;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts the encodings that a Parquet footer lists in order. Parquet keeps them in hash sets of
 * enums, whose order differs from one process to the next; all else in a file follows from its
 * rows.
 */
final class StableFooter {
  private static final int TRAILER_BYTES = 8;

  private StableFooter() {}

  /**
   * The end of a file with its footer in order.
   *
   * @param end the last bytes of a complete file; returned as they are if the footer is longer
   */
  static byte[] of(byte[] end) throws IOException {
    if (end.length < TRAILER_BYTES) {
      return end;
    }
    int length =
        ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(end.length - TRAILER_BYTES);
    int start = end.length - TRAILER_BYTES - length;
    if (length <= 0 || start < 0) {
      return end;
    }
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(end, start, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        order(column.getMeta_data());
      }
    }
    ByteArrayOutputStream ordered = new ByteArrayOutputStream(end.length);
    ordered.write(end, 0, start);
    Util.writeFileMetaData(footer, ordered);
    ByteBuffer trailer = ByteBuffer.allocate(TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    trailer.putInt(ordered.size() - start).put(end, end.length - Integer.BYTES, Integer.BYTES);
    ordered.writeBytes(trailer.flip().array());
    return ordered.toByteArray();
  }

  private static void order(ColumnMetaData column) {
    Collections.sort(column.getEncodings());
    if (column.isSetEncoding_stats()) {
      column
          .getEncoding_stats()
          .sort(
              Comparator.comparing(PageEncodingStats::getPage_type)
                  .thenComparing(PageEncodingStats::getEncoding));
    }
  }
}
