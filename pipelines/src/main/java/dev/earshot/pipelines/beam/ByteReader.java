package dev.earshot.pipelines.beam;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote. Not safe for use by several threads. */
final class ByteReader {
  private byte[] bytes = {};
  private int position;

  /** Reads from these bytes from now on. */
  void wrap(byte[] source) {
    bytes = source;
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
