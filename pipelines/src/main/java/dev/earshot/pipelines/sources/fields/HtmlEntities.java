package dev.earshot.pipelines.sources.fields;

import org.jsoup.nodes.Entities;

/**
 * Decoder of the escaping of platforms that give text as HTML: the named characters of HTML, and
 * numeric references. Without a semicolon, as in the query of a link, and of any other name it
 * stays as it is, and what was undone is not looked at again.
 */
public final class HtmlEntities {
  /** Of the longest name, CounterClockwiseContourIntegral. */
  private static final int MAX_REFERENCE_LENGTH = 31;

  private HtmlEntities() {}

  public static String unescape(String text) {
    int ampersand = text.indexOf('&');
    if (ampersand < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    while (ampersand >= 0) {
      int next = ampersand + 1;
      int end = semicolon(text, ampersand);
      String characters = end < 0 ? "" : characters(text, ampersand + 1, end);
      if (!characters.isEmpty()) {
        plain.append(text, done, ampersand).append(characters);
        done = end + 1;
        next = done;
      }
      ampersand = text.indexOf('&', next);
    }
    return plain.append(text, done, text.length()).toString();
  }

  private static int semicolon(String text, int ampersand) {
    int last = Math.min(text.length(), ampersand + MAX_REFERENCE_LENGTH + 2);
    for (int i = ampersand + 1; i < last; i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  /** What the reference stands for, or nothing. */
  private static String characters(String text, int start, int end) {
    if (text.charAt(start) != '#') {
      return Entities.getByName(text.substring(start, end));
    }
    boolean isHexadecimal = (text.charAt(start + 1) | 0x20) == 'x';
    int character =
        isHexadecimal ? number(text, start + 2, end, 16) : number(text, start + 1, end, 10);
    return character < 0 ? "" : Character.toString(character);
  }

  private static int number(String text, int start, int end, int radix) {
    int value = 0;
    for (int i = start; i < end; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        return -1;
      }
      value = value * radix + digit;
    }
    boolean isCharacter =
        end > start
            && value > 0
            && value <= Character.MAX_CODE_POINT
            && (value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE);
    return isCharacter ? value : -1;
  }
}
