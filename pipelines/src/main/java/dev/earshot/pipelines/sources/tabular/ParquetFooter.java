package dev.earshot.pipelines.sources.tabular;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.format.BsonType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * Footer of a Parquet file with logical types that the library is too old for, such as VARIANT,
 * GEOMETRY and GEOGRAPHY: it refuses the whole file for one such column. No field holds such
 * values, so they are declared as others that are never read, and the other columns can be.
 */
final class ParquetFooter {
  private static final int TRAILER_BYTES = 8;
  private static final int MAGIC_BYTES = 4;

  private ParquetFooter() {}

  /** The file with a footer that the library understands; null if that is not what it lacks. */
  static @Nullable SeekableByteChannel withKnownTypes(SeekableByteChannel file) throws IOException {
    long size = file.size();
    if (size < TRAILER_BYTES + MAGIC_BYTES) {
      return null;
    }
    ByteBuffer trailer = read(file, size - TRAILER_BYTES, TRAILER_BYTES);
    int length = trailer.getInt(0);
    long start = size - TRAILER_BYTES - length;
    if (length <= 0 || start < MAGIC_BYTES) {
      return null;
    }
    byte[] footer = new byte[length];
    read(file, start, length).get(0, footer);
    ByteArrayOutputStream end = new ByteArrayOutputStream(length + TRAILER_BYTES);
    if (!writeKnownTypes(footer, end)) {
      return null;
    }
    ByteBuffer newTrailer = ByteBuffer.allocate(TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    newTrailer.putInt(end.size()).put(trailer.slice(Integer.BYTES, MAGIC_BYTES));
    byte[] last = new byte[TRAILER_BYTES];
    newTrailer.get(0, last);
    end.writeBytes(last);
    return new ChannelWithTail(file, start, end.toByteArray());
  }

  private static boolean writeKnownTypes(byte[] footer, ByteArrayOutputStream target) {
    try {
      FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
      boolean hasUnknown = false;
      for (SchemaElement element : metadata.getSchema()) {
        LogicalType type = element.getLogicalType();
        if (type != null && type.getSetField() == null) {
          if (element.isSetType() && element.getType() != Type.BYTE_ARRAY) {
            return false;
          }
          hasUnknown = true;
          element.setLogicalType(
              element.isSetType()
                  ? LogicalType.BSON(new BsonType())
                  : LogicalType.LIST(new ListType()));
        }
      }
      Util.writeFileMetaData(metadata, target);
      return hasUnknown;
    } catch (IOException | RuntimeException damaged) {
      // The library has said so already.
      return false;
    }
  }

  private static ByteBuffer read(SeekableByteChannel file, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(position);
    int count = 0;
    while (count >= 0 && bytes.hasRemaining()) {
      count = file.read(bytes);
    }
    return bytes;
  }
}
