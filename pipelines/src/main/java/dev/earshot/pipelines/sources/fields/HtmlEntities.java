package dev.earshot.pipelines.sources.fields;

/**
 * Decoder of the escaping of platforms that give text as HTML: the entities amp, lt, gt, quot, apos
 * and nbsp, and numeric references. Anything else stays as it is, and what was undone is not looked
 * at again.
 */
public final class HtmlEntities {
  private static final int MAX_REFERENCE_LENGTH = 10;

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
      int character = end < 0 ? -1 : character(text, ampersand + 1, end);
      if (character >= 0) {
        plain.append(text, done, ampersand).appendCodePoint(character);
        done = end + 1;
        next = done;
      }
      ampersand = text.indexOf('&', next);
    }
    return plain.append(text, done, text.length()).toString();
  }

  private static int semicolon(String text, int ampersand) {
    int last = Math.min(text.length(), ampersand + MAX_REFERENCE_LENGTH + 1);
    for (int i = ampersand + 1; i < last; i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  /** The code point that the reference stands for, or -1. */
  private static int character(String text, int start, int end) {
    if (end - start > 1 && text.charAt(start) == '#') {
      boolean isHexadecimal = (text.charAt(start + 1) | 0x20) == 'x';
      return isHexadecimal ? number(text, start + 2, end, 16) : number(text, start + 1, end, 10);
    }
    return switch (text.substring(start, end)) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "nbsp" -> '\u00a0';
      default -> -1;
    };
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
