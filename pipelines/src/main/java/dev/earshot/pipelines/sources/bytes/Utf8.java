package dev.earshot.pipelines.sources.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Scans over bytes that are, or should be, UTF-8. */
public final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long LINE_FEEDS = LOW_BITS * '\n';

  private Utf8() {}

  /** Where the first line feed stands in {@code [from, to)}, or -1. */
  public static int indexOfLineFeed(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long differences = (long) LONGS.get(bytes, i) ^ LINE_FEEDS;
      long zeroes = (differences - LOW_BITS) & ~differences & HIGH_BITS;
      if (zeroes != 0) {
        return i + (Long.numberOfTrailingZeros(zeroes) >>> 3);
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** 3 if the bytes begin with the byte order mark, else 0. */
  public static int byteOrderMarkLength(byte[] bytes, int length) {
    boolean hasMark =
        length >= 3
            && bytes[0] == (byte) 0xef
            && bytes[1] == (byte) 0xbb
            && bytes[2] == (byte) 0xbf;
    return hasMark ? 3 : 0;
  }

  /**
   * Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7): no overlong form, no
   * surrogate.
   */
  public static boolean isValid(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int i = offset;
    while (i < end) {
      if (i + 8 <= end && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
        i += 8;
      } else if (bytes[i] >= 0) {
        i++;
      } else {
        int sequence = sequenceLength(bytes, i, end);
        if (sequence == 0) {
          return false;
        }
        i += sequence;
      }
    }
    return true;
  }

  /** Length of the well-formed sequence of several bytes at {@code i}, or 0. */
  private static int sequenceLength(byte[] bytes, int i, int end) {
    int first = bytes[i] & 0xff;
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (first < 0xc2 || first > 0xf4 || i + length > end) {
      return 0;
    }
    int second = bytes[i + 1] & 0xff;
    int lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < lowest || second > highest) {
      return 0;
    }
    for (int k = 2; k < length; k++) {
      if ((bytes[i + k] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /** Puts U+FFFD in the place of each surrogate that has no partner. */
  public static String withoutLoneSurrogates(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaceLoneSurrogates(text, i);
      }
    }
    return text;
  }

  private static String replaceLoneSurrogates(String text, int from) {
    char[] characters = null;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hasPartner =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (hasPartner) {
        i++;
      } else if (Character.isSurrogate(c)) {
        if (characters == null) {
          characters = text.toCharArray();
        }
        characters[i] = '\ufffd';
      }
    }
    return characters == null ? text : new String(characters);
  }
}
