package dev.earshot.models.text;

/**
 * Finds where an emoji ends, after the grammar of Unicode Technical Standard 51: skin tones,
 * variation selectors, flags, tag sequences, keycaps and sequences joined by U+200D are one emoji.
 */
final class EmojiScanner {
  static final int TEXT_SELECTOR = 0xFE0E;
  static final int EMOJI_SELECTOR = 0xFE0F;
  static final int KEYCAP = 0x20E3;
  private static final int JOINER = 0x200D;

  private EmojiScanner() {}

  /** Whether a code point is an emoji by itself; the wider blocks of pictographs count whole. */
  static boolean isBase(int c) {
    if (c < 0x231A) {
      return false;
    }
    if (c >= 0x1F000) {
      return c <= 0x1FAFF;
    }
    return (c >= 0x2600 && c <= 0x27BF)
        || c == 0x231A
        || c == 0x231B
        || c == 0x2328
        || c == 0x23CF
        || (c >= 0x23E9 && c <= 0x23FA)
        || c == 0x25B6
        || c == 0x25C0
        || (c >= 0x25FB && c <= 0x25FE)
        || (c >= 0x2B05 && c <= 0x2B07)
        || c == 0x2B1B
        || c == 0x2B1C
        || c == 0x2B50
        || c == 0x2B55
        || c == 0x303D
        || c == 0x3297
        || c == 0x3299;
  }

  /** Variation selectors and the keycap: marks that belong to an emoji, never to a word. */
  static boolean isModifying(int c) {
    return (c >= 0xFE00 && c <= EMOJI_SELECTOR) || c == KEYCAP;
  }

  /** The end of a keycap sequence that starts at {@code start}, or -1. */
  static int keycapEnd(String text, int start) {
    char c = text.charAt(start);
    if (!((c >= '0' && c <= '9') || c == '#' || c == '*')) {
      return -1;
    }
    int i = start + 1;
    if (i < text.length() && text.charAt(i) == EMOJI_SELECTOR) {
      i++;
    }
    return i < text.length() && text.charAt(i) == KEYCAP ? i + 1 : -1;
  }

  /** The end of a symbol that the emoji selector turns into an emoji (as U+00A9 U+FE0F), or -1. */
  static int selectedEnd(String text, int start) {
    int after = start + CharacterClass.width(text, start);
    return after < text.length() && text.charAt(after) == EMOJI_SELECTOR
        ? joinedEnd(text, after + 1)
        : -1;
  }

  /** The end of the emoji whose base stands at {@code start}. */
  static int end(String text, int start) {
    int base = text.codePointAt(start);
    int i = start + Character.charCount(base);
    if (isRegionalIndicator(base)) {
      return i < text.length() && isRegionalIndicator(text.codePointAt(i)) ? i + 2 : i;
    }
    return joinedEnd(text, modifiersEnd(text, i));
  }

  private static int joinedEnd(String text, int from) {
    int i = from;
    while (i + 1 < text.length() && text.charAt(i) == JOINER) {
      int next = text.codePointAt(i + 1);
      if (!isBase(next) && !isArrow(next)) {
        return i;
      }
      i = modifiersEnd(text, i + 1 + Character.charCount(next));
    }
    return i;
  }

  private static int modifiersEnd(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean isTag = c >= 0xE0020 && c <= 0xE007F;
      boolean isSkinTone = c >= 0x1F3FB && c <= 0x1F3FF;
      if (!isTag && !isSkinTone && !isModifying(c)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean isRegionalIndicator(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  private static boolean isArrow(int c) {
    return c >= 0x2194 && c <= 0x21AA;
  }
}
