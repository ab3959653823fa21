package dev.earshot.models.text;

import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that was read as Windows-1252 or Latin-1. The idea is that of ftfy (Speer 2019, doi
 * 10.5281/zenodo.2591652): decode only what no writer can have meant. Five bytes that Windows-1252
 * leaves undefined stand for themselves.
 *
 * <p>A stretch of two to four characters whose bytes are one well-formed UTF-8 sequence is certain,
 *
 * <ul>
 *   <li>of three or four bytes: if a character behind the letter is neither punctuation nor a sign
 *       that may follow a word, as in {@code â€™}; {@code é\u00A0»} is French;
 *   <li>of two bytes: behind Ã or Â under the same condition, as in {@code Ã©}, and of Ã or Â alone
 *       with a no-break space; or if the capital stands behind a small letter or between two, as in
 *       {@code KrakÃ³w} and {@code OPCIÃ“N}. {@code ß“} is German, {@code É®} a trade mark;
 *   <li>if it touches another one, and both have such a character, as in {@code Ð¿Ñ€}; or if three
 *       stand in a row.
 * </ul>
 *
 * If anything is certain and all characters beyond ASCII are part of sequences, then all are
 * decoded, else the certain ones. Text that was misread twice is decoded twice.
 */
public final class Mojibake {
  private static final int MAX_ROUNDS = 3;

  /** The characters of the bytes 80 to 9F; those without one stand for themselves. */
  private static final String HIGH =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
          + "\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153"
          + "\u009D\u017E\u0178";

  /** What may follow a letter: … quotes • dashes ™ Š Ž š ž NBSP ¡ © « ® ° ² ³ ´ · ¹ » ¿. */
  private static final String AFTER_LETTER =
      "\u2026\u0160\u2039\u017D\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u2122\u0161\u203A"
          + "\u017E\u00A0\u00A1\u00A9\u00AB\u00AE\u00B0\u00B2\u00B3\u00B4\u00B7\u00B9\u00BB\u00BF";

  private static final char NO_BREAK_SPACE = 0xA0;
  private static final String DASHES = "\u2026\u2022\u2013\u2014";

  private Mojibake() {}

  /**
   * Decodes a text whose every character is one byte of UTF-8, as Meta writes its exports. Exact:
   * the text as it is, if a character is no byte or the bytes are no UTF-8.
   */
  public static String decodeBytes(String text) {
    boolean isAscii = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0xFF) {
        return text;
      }
      isAscii &= c < 0x80;
    }
    for (int i = 0; !isAscii && i < text.length(); ) {
      int length = text.charAt(i) < 0x80 ? 1 : length(text, i, false);
      if (length == 0) {
        return text;
      }
      i += length;
    }
    return isAscii
        ? text
        : new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Decodes what is certain; the same text if nothing is. */
  public static String decode(String text) {
    String decoded = text;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      String next = decodeOnce(decoded);
      if (next.equals(decoded)) {
        return next;
      }
      decoded = next;
    }
    return decoded;
  }

  /** The byte that Windows-1252 reads as this character, or -1. */
  static int byteOf(char c) {
    if (c <= 0xFF) {
      return c;
    }
    int index = c >= 0x152 && c <= 0x2122 ? HIGH.indexOf(c) : -1;
    return index < 0 ? -1 : 0x80 + index;
  }

  /** The character that Windows-1252 has for a C1 control; the control itself if it has none. */
  static char windows1252(char c1) {
    return HIGH.charAt(c1 - 0x80);
  }

  private static String decodeOnce(String text) {
    boolean hasCertain = false;
    boolean isAll = true;
    for (int i = 0; i < text.length(); ) {
      int length = text.charAt(i) < 0xC2 ? 0 : length(text, i, true);
      hasCertain |= length > 0 && isCertain(text, i, length);
      isAll &= length > 0 || text.charAt(i) < 0x80;
      i += Math.max(1, length);
    }
    if (!hasCertain) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    byte[] bytes = new byte[4];
    for (int i = 0; i < text.length(); ) {
      int length = text.charAt(i) < 0xC2 ? 0 : length(text, i, true);
      if (length > 0 && (isAll || isCertain(text, i, length))) {
        for (int k = 0; k < length; k++) {
          bytes[k] = (byte) byteOf(text.charAt(i + k));
        }
        decoded.append(new String(bytes, 0, length, StandardCharsets.UTF_8));
        i += length;
      } else {
        int end = i + Math.max(1, length);
        decoded.append(text, i, end);
        i = end;
      }
    }
    return decoded.toString();
  }

  /** Characters at {@code i} whose bytes are one UTF-8 sequence of several bytes, or 0. */
  private static int length(String text, int i, boolean isWindows1252) {
    int first = text.charAt(i);
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (i + length > text.length()) {
      return 0;
    }
    for (int k = 1; k < length; k++) {
      char c = text.charAt(i + k);
      int b = isWindows1252 ? byteOf(c) : c;
      int lowest = k > 1 ? 0x80 : first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
      int highest = k > 1 ? 0xBF : first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
      if (b < lowest || b > highest) {
        return 0;
      }
    }
    return length;
  }

  private static boolean isCertain(String text, int i, int length) {
    char first = text.charAt(i);
    boolean isOdd = isOdd(text, i, length);
    if (length > 2) {
      return isOdd
          || text.startsWith("\u00EF\u00BB\u00BF", i)
          || text.startsWith("\u00EF\u00BF\u00BD", i);
    }
    boolean isCommon = first == 0xC3 || first == 0xC2;
    char second = text.charAt(i + 1);
    boolean isSign = second == 0xA9 || second == 0xA1 || second == 0xBF || second == 0xB0;
    boolean isRaised = second >= 0xB2 && second <= 0xB9;
    if (isCommon && (isOdd || isSign || isRaised || (first == 0xC2 && second == 0xAE))) {
      return true;
    }
    char before = i > 0 ? text.charAt(i - 1) : ' ';
    if (isCommon && second == NO_BREAK_SPACE && !Character.isLetter(before)) {
      return true;
    }
    boolean isCapital = Character.isUpperCase(first);
    if (isCapital && before >= 'a' && before <= 'z') {
      return true;
    }
    char after = i + 2 < text.length() ? text.charAt(i + 2) : ' ';
    boolean isInWord = isAsciiLetter(before | 0x20) && isAsciiLetter(after | 0x20);
    return (isCapital && isInWord && DASHES.indexOf(second) < 0)
        || (isOdd && touchesOdd(text, i, length))
        || isInRun(text, i);
  }

  private static boolean isAsciiLetter(int lowerCase) {
    return lowerCase >= 'a' && lowerCase <= 'z';
  }

  /** Whether a character behind the first cannot follow a letter. */
  private static boolean isOdd(String text, int i, int length) {
    for (int k = 1; k < length; k++) {
      if (AFTER_LETTER.indexOf(text.charAt(i + k)) < 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean touchesOdd(String text, int i, int length) {
    int next = i + length;
    if (next < text.length() && isOddAt(text, next, length(text, next, true))) {
      return true;
    }
    for (int before = 2; before <= 4 && before <= i; before++) {
      if (length(text, i - before, true) == before && isOddAt(text, i - before, before)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the two-byte sequence at {@code i} is one of three of them in a row. */
  private static boolean isInRun(String text, int i) {
    int start = i;
    while (start >= 2 && start > i - 4 && length(text, start - 2, true) == 2) {
      start -= 2;
    }
    int end = i + 2;
    while (end < text.length() && end < i + 6 && length(text, end, true) == 2) {
      end += 2;
    }
    return end - start >= 6;
  }

  private static boolean isOddAt(String text, int i, int length) {
    return length > 0 && isOdd(text, i, length);
  }
}
