package dev.earshot.models.text;

import java.util.List;
import java.util.Locale;

/**
 * A whole text in which {@code *} stands for anything: {@code "reacted * to your message"}.
 * Capitals, white space, the form of quotation marks and a full stop at the end do not matter. Time
 * is linear in the text for each part.
 */
public final class TextPattern {
  private static final String ANYTHING = "*";

  private final List<String> parts;

  private TextPattern(List<String> parts) {
    this.parts = parts;
  }

  /** A pattern as people write it. */
  public static TextPattern of(String pattern) {
    return new TextPattern(List.of(folded(pattern).split("\\*", -1)));
  }

  /** Whether the pattern says anything but that any text may stand there. */
  public static boolean saysSomething(String pattern) {
    return !folded(pattern).replace(ANYTHING, "").isBlank();
  }

  /**
   * Whether a text is as the pattern says.
   *
   * @param folded what {@link #folded} gives for the text
   */
  public boolean matches(String folded) {
    String first = parts.get(0);
    String last = parts.get(parts.size() - 1);
    if (parts.size() == 1) {
      return folded.equals(first);
    }
    int at = first.length();
    int end = folded.length() - last.length();
    if (at > end || !folded.startsWith(first) || !folded.endsWith(last)) {
      return false;
    }
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = folded.indexOf(part, at);
      if (found < 0 || found + part.length() > end) {
        return false;
      }
      at = found + part.length();
    }
    return true;
  }

  /** A text in the form in which patterns are compared. */
  public static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSpace = Character.isWhitespace(c) || Character.isSpaceChar(c);
      boolean isInvisible = Character.getType(c) == Character.FORMAT;
      if (isSpace) {
        if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
      } else if (!isInvisible) {
        folded.append(plain(c));
      }
    }
    int end = folded.length();
    while (end > 0 && (folded.charAt(end - 1) == ' ' || folded.charAt(end - 1) == '.')) {
      end--;
    }
    return folded.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u02BC' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> '"';
      default -> c;
    };
  }
}
