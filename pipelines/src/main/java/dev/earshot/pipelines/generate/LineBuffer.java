package dev.earshot.pipelines.generate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One JSON object as UTF-8 bytes, written field by field into a buffer that is used again. */
final class LineBuffer {
  private static final String HEX = "0123456789abcdef";

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
    string(name);
    put(':');
    return this;
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
    for (int at = 0; at < ascii.length(); at++) {
      put(ascii.charAt(at));
    }
    return this;
  }

  private void string(String value) {
    put('"');
    for (int at = 0; at < value.length(); at++) {
      char unit = value.charAt(at);
      if (unit == '"' || unit == '\\') {
        put('\\');
        put(unit);
      } else if (unit < ' ') {
        raw("\\u00").put(HEX.charAt(unit >> 4));
        put(HEX.charAt(unit & 15));
      } else if (unit < 0x80) {
        put(unit);
      } else {
        int point = value.codePointAt(at);
        at += Character.charCount(point) - 1;
        encode(point);
      }
    }
    put('"');
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
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) value;
  }
}
