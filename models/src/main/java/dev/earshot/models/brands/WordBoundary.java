package dev.earshot.models.brands;

import java.lang.Character.UnicodeScript;

/**
 * Where a word can begin and end, in any script.
 *
 * <p>Letters, digits, marks and the underscore make words. Scripts that are written without spaces
 * (Han, Hiragana, Thai, Lao, Khmer, Myanmar) have a boundary between any two characters; Katakana
 * and Hangul have one against every other script, and Hangul also at a word's end, since Korean
 * particles follow a name without a space.
 */
final class WordBoundary {
  static final int NONE = 0;
  static final int WORD = 1;
  static final int FREE = 2;
  static final int KATAKANA = 3;
  static final int HANGUL = 4;
  static final int MARK = 5;

  private static final int CLASSES = 6;
  private static final byte[] CLASS_OF_UNIT = classes();
  private static final boolean[] BETWEEN = between();

  private WordBoundary() {}

  /** Whether a boundary lies between two characters of these classes. */
  static boolean isBetween(int before, int after) {
    return BETWEEN[before * CLASSES + after];
  }

  /** Whether a word can begin at {@code i}. */
  static boolean isStart(String text, int i) {
    return i == 0 || isBetween(classBefore(text, i), classAt(text, i));
  }

  /** Whether a word can end before {@code i}. */
  static boolean isEnd(String text, int i) {
    if (i >= text.length()) {
      return true;
    }
    int before = classBefore(text, i);
    int after = classAt(text, i);
    return isBetween(before, after) || (before == HANGUL && after == HANGUL);
  }

  /** Class of one UTF-16 unit; {@link #NONE} for a surrogate. */
  static int classOfUnit(char c) {
    return CLASS_OF_UNIT[c];
  }

  /** Class of the code point at {@code i}; {@link #NONE} at the end of the text. */
  static int classAt(String text, int i) {
    if (i >= text.length()) {
      return NONE;
    }
    char c = text.charAt(i);
    return Character.isSurrogate(c) ? classOf(text.codePointAt(i)) : CLASS_OF_UNIT[c];
  }

  /** Class of the code point before {@code i}; {@link #NONE} at the start of the text. */
  static int classBefore(String text, int i) {
    if (i == 0) {
      return NONE;
    }
    char c = text.charAt(i - 1);
    return Character.isSurrogate(c) ? classOf(text.codePointBefore(i)) : CLASS_OF_UNIT[c];
  }

  static int classOf(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK ->
          isVariationSelector(codePoint) ? NONE : MARK;
      case Character.CONNECTOR_PUNCTUATION, Character.DECIMAL_DIGIT_NUMBER -> WORD;
      default -> Character.isLetter(codePoint) ? classOfLetter(codePoint) : NONE;
    };
  }

  private static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  private static int classOfLetter(int codePoint) {
    if (codePoint == 0x30FC) {
      return KATAKANA;
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    return switch (script) {
      case HAN, HIRAGANA, THAI, LAO, KHMER, MYANMAR -> FREE;
      case KATAKANA -> KATAKANA;
      case HANGUL -> HANGUL;
      default -> WORD;
    };
  }

  private static byte[] classes() {
    byte[] classes = new byte[1 << 16];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) classOf(TextFolding.fold((char) i));
    }
    return classes;
  }

  private static boolean[] between() {
    boolean[] between = new boolean[CLASSES * CLASSES];
    for (int before = 0; before < CLASSES; before++) {
      for (int after = 0; after < CLASSES; after++) {
        boolean boundary;
        if (before == NONE || after == NONE) {
          boundary = true;
        } else if (after == MARK) {
          boundary = false;
        } else if (before == MARK) {
          boundary = after != WORD;
        } else {
          boundary = before != after || before == FREE;
        }
        between[before * CLASSES + after] = boundary;
      }
    }
    return between;
  }
}
