package dev.earshot.pipelines.generate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One JSON object as UTF-8 bytes, written field by field into a buffer that is used again. */
final class LineBuffer {
  private static final String HEX = "0123456789abcdef";

  /** Bytes that one UTF-16 unit takes at most, escaped. */
  private static final int MOST_BYTES = 6;

  private byte[] bytes = new byte[2_048];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  LineBuffer begin() {
    length = 0;
    return open();
  }

  LineBuffer open() {
    put('{');
    return this;
  }

  LineBuffer close() {
    put('}');
    return this;
  }

  LineBuffer name(String name) {
    if (bytes[length - 1] != '{') {
      put(',');
    }
    return raw("\"").raw(name).raw("\":");
  }

  /** A field with a text, left out where there is none. */
  LineBuffer text(String name, @Nullable String value) {
    if (value != null) {
      name(name).string(value);
    }
    return this;
  }

  /** A field with a count, JSON null where there is none. */
  LineBuffer count(String name, @Nullable Long value) {
    return name(name).raw(value == null ? "null" : Long.toString(value));
  }

  LineBuffer raw(String ascii) {
    int size = ascii.length();
    reserve(size);
    for (int at = 0; at < size; at++) {
      bytes[length + at] = (byte) ascii.charAt(at);
    }
    length += size;
    return this;
  }

  private void string(String value) {
    int size = value.length();
    reserve(size * MOST_BYTES + 2);
    byte[] target = bytes;
    int end = length;
    target[end++] = '"';
    for (int at = 0; at < size; at++) {
      char unit = value.charAt(at);
      if (unit >= ' ' && unit < 0x80 && unit != '"' && unit != '\\') {
        target[end++] = (byte) unit;
      } else {
        length = end;
        int point = value.codePointAt(at);
        at += Character.charCount(point) - 1;
        escapeOrEncode(point);
        end = length;
      }
    }
    target[end++] = '"';
    length = end;
  }

  private void escapeOrEncode(int point) {
    if (point == '"' || point == '\\') {
      put('\\');
      put(point);
    } else if (point < ' ') {
      raw("\\u00").put(HEX.charAt(point >> 4));
      put(HEX.charAt(point & 15));
    } else {
      encode(point);
    }
  }

  private void encode(int point) {
    if (point < 0x800) {
      put(0xC0 | point >> 6);
    } else {
      if (point < 0x10000) {
        put(0xE0 | point >> 12);
      } else {
        put(0xF0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3F));
      }
      put(0x80 | (point >> 6 & 0x3F));
    }
    put(0x80 | (point & 0x3F));
  }

  private void put(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  private void reserve(int size) {
    if (length + size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
    }
  }
}
