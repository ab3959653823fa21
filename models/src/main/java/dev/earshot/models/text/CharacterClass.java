package dev.earshot.models.text;

/** The classes of characters that the tokenizer tells apart, by one table look-up for the BMP. */
final class CharacterClass {
  /** White space, controls, format characters, lone surrogates, unassigned: never in a token. */
  static final byte BLANK = 0;

  static final byte LETTER = 1;
  static final byte DIGIT = 2;
  static final byte MARK = 3;
  static final byte IDEOGRAPH = 4;
  static final byte HIRAGANA = 5;
  static final byte KATAKANA = 6;
  static final byte EMOJI = 7;
  static final byte SYMBOL = 8;
  private static final byte SURROGATE = 9;

  private static final int PROLONGED_SOUND_MARK = 0x30FC;
  private static final byte[] BASIC_PLANE = basicPlane();

  private CharacterClass() {}

  /** The class of the code point at {@code i}, which must lie in the text. */
  static byte at(String text, int i) {
    byte kind = BASIC_PLANE[text.charAt(i)];
    if (kind != SURROGATE) {
      return kind;
    }
    int codePoint = text.codePointAt(i);
    return codePoint < 0x10000 ? BLANK : classify(codePoint);
  }

  /** Letters, marks and digits of scripts that put more than one of them into a word. */
  static boolean isWordPart(byte kind) {
    return kind >= LETTER && kind <= MARK;
  }

  /** Everything that may stand in a hashtag or beside a letter: words, ideographs and kana. */
  static boolean isAlphanumeric(byte kind) {
    return kind >= LETTER && kind <= KATAKANA;
  }

  static boolean isAsciiAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** The number of UTF-16 units of the code point at {@code i}. */
  static int width(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))
        ? 2
        : 1;
  }

  private static byte[] basicPlane() {
    byte[] kinds = new byte[0x10000];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = c >= 0xD800 && c <= 0xDFFF ? SURROGATE : classify(c);
    }
    return kinds;
  }

  private static byte classify(int codePoint) {
    if (EmojiScanner.isBase(codePoint)) {
      return EMOJI;
    }
    if (codePoint == PROLONGED_SOUND_MARK || isKatakana(codePoint)) {
      return KATAKANA;
    }
    if (Character.isIdeographic(codePoint)) {
      return IDEOGRAPH;
    }
    if (Character.isLetter(codePoint)) {
      return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HIRAGANA
          ? HIRAGANA
          : LETTER;
    }
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> DIGIT;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          EmojiScanner.isModifying(codePoint) ? BLANK : MARK;
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          BLANK;
      default -> SYMBOL;
    };
  }

  private static boolean isKatakana(int codePoint) {
    return Character.isLetter(codePoint)
        && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.KATAKANA;
  }
}
