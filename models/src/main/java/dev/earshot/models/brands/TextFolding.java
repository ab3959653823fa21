package dev.earshot.models.brands;

import java.util.Arrays;

/**
 * Folds text for comparison, one UTF-16 unit to one unit, so that offsets stay as they are.
 *
 * <p>Each unit goes to upper and then to lower case by Unicode's simple mapping, without a locale:
 * Turkish dotted and dotless i both become {@code i}, final sigma becomes sigma. Full-width ASCII
 * becomes ASCII, every white space a space, typographic apostrophes and hyphens the plain ones.
 * Letters outside the Basic Multilingual Plane and accents stay as they are.
 */
final class TextFolding {
  private static final char[] TABLE = table();

  private TextFolding() {}

  static char fold(char c) {
    return TABLE[c];
  }

  static String fold(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = TABLE[folded[i]];
    }
    return new String(folded);
  }

  private static char[] table() {
    char[] table = new char[1 << 16];
    for (int i = 0; i < table.length; i++) {
      char c = i >= 0xFF01 && i <= 0xFF5E ? (char) (i - 0xFF01 + '!') : (char) i;
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        table[i] = ' ';
      } else {
        table[i] = Character.toLowerCase(Character.toUpperCase(c));
      }
    }
    for (char apostrophe : new char[] {'\u2018', '\u2019', '\u02BC'}) {
      table[apostrophe] = '\'';
    }
    Arrays.fill(table, '\u2010', '\u2012', '-');
    return table;
  }
}
