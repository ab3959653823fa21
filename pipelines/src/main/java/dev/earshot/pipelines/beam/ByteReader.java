package dev.earshot.pipelines.beam;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote. Not safe for use by several threads. */
final class ByteReader {
  private byte[] bytes = new byte[512];
  private int position;

  /** Takes the next {@code length} bytes of a stream. */
  void fill(InputStream in, int length) throws IOException {
    if (bytes.length < length) {
      bytes = new byte[Math.max(length, 2 * bytes.length)];
    }
    if (in.readNBytes(bytes, 0, length) != length) {
      throw new EOFException("a record is cut off");
    }
    position = 0;
  }

  int readByte() {
    return bytes[position++] & 0xFF;
  }

  long readVarLong() {
    long value = 0;
    int shift = 0;
    int b;
    do {
      b = bytes[position++];
      value |= (long) (b & 0x7F) << shift;
      shift += 7;
    } while (b < 0);
    return value;
  }

  long readLong() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << Byte.SIZE | (bytes[position++] & 0xFF);
    }
    return value;
  }

  byte @Nullable [] readBytes() {
    int length = (int) readVarLong() - 1;
    if (length < 0) {
      return null;
    }
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  @Nullable String readText() {
    int length = (int) readVarLong() - 1;
    if (length < 0) {
      return null;
    }
    position += length;
    return new String(bytes, position - length, length, StandardCharsets.UTF_8);
  }
}
