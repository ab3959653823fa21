package dev.earshot.models.text;

/**
 * Splits social text into typed tokens in one pass.
 *
 * <ul>
 *   <li>Words keep inner apostrophes and hyphens ({@code don't}, {@code well-known}); each
 *       ideograph is a word, so is a run of hiragana or of katakana.
 *   <li>Numbers keep inner points, commas, colons, slashes and hyphens between digits ({@code
 *       1,000.50}, {@code 10:30}); with a letter in it, it is a word ({@code 3rd}).
 *   <li>Handles are {@code @name}, {@code @name@host.tld} and {@code @name.host.tld}; hashtags take
 *       letters, marks, digits and underscores of any script, with at least one non-digit.
 *   <li>Web addresses are found with a scheme, with {@code www.}, and bare where the top-level
 *       domain is a common one ({@code t.co/x}); email addresses as well.
 *   <li>An emoji with all that belongs to it is one token, and so is an emoticon.
 *   <li>One sign repeated, or any mixture of {@code !} and {@code ?}, is one punctuation token.
 * </ul>
 *
 * <p>Accepts any string, lone surrogates and NUL included; white space, controls and format
 * characters are in no token. Time is linear in the length. Memory is kept for the longest text so
 * far. Not safe for several threads; the result is valid until the next call.
 *
 * <pre>{@code
 * Tokens tokens = new Tokenizer().tokenize("@acme sooo good :)");
 * // @acme HANDLE, sooo WORD (normalised "soo"), good WORD, :) EMOTICON
 * }</pre>
 */
public final class Tokenizer {
  private final TokenBuffer tokens = new TokenBuffer();
  private final LinkScanner links = new LinkScanner();
  private boolean hasLetter;

  /** Tokenises a text into the tokenizer's one buffer, which is returned. */
  public Tokens tokenize(String text) {
    tokens.reset(text);
    links.reset();
    int i = 0;
    while (i < text.length()) {
      byte kind = CharacterClass.at(text, i);
      i = kind == CharacterClass.BLANK ? i + 1 : next(text, i, kind);
    }
    return tokens;
  }

  private int next(String text, int i, byte kind) {
    return switch (kind) {
      case CharacterClass.LETTER, CharacterClass.DIGIT, CharacterClass.MARK ->
          alphanumeric(text, i);
      case CharacterClass.IDEOGRAPH -> add(i, i + CharacterClass.width(text, i), TokenType.WORD);
      case CharacterClass.HIRAGANA, CharacterClass.KATAKANA ->
          add(i, kanaEnd(text, i, kind), TokenType.WORD);
      case CharacterClass.EMOJI -> add(i, EmojiScanner.end(text, i), TokenType.EMOJI);
      default -> symbol(text, i);
    };
  }

  private int alphanumeric(String text, int i) {
    char c = text.charAt(i);
    if (CharacterClass.isAsciiAlphanumeric(c)) {
      int keycap = EmojiScanner.keycapEnd(text, i);
      if (keycap > 0) {
        return add(i, keycap, TokenType.EMOJI);
      }
      if (links.find(text, i)) {
        return add(i, links.end(), links.isEmail() ? TokenType.EMAIL : TokenType.URL);
      }
      if (EmoticonScanner.canStart(c)) {
        int emoticon = EmoticonScanner.end(text, i);
        if (emoticon > 0) {
          return add(i, emoticon, TokenType.EMOTICON);
        }
      }
    }
    int end = wordEnd(text, i);
    return add(i, end, hasLetter ? TokenType.WORD : TokenType.NUMBER);
  }

  private int symbol(String text, int i) {
    char c = text.charAt(i);
    if (c == '@' || c == '\uFF20') {
      int handle = handleEnd(text, i);
      if (handle > 0) {
        return add(i, handle, TokenType.HANDLE);
      }
    } else if (c == '#' || c == '\uFF03' || c == '*') {
      int keycap = EmojiScanner.keycapEnd(text, i);
      if (keycap > 0) {
        return add(i, keycap, TokenType.EMOJI);
      }
      int hashtag = c == '*' ? -1 : hashtagEnd(text, i);
      if (hashtag > 0) {
        return add(i, hashtag, TokenType.HASHTAG);
      }
    }
    if (EmoticonScanner.canStart(c)) {
      int emoticon = EmoticonScanner.end(text, i);
      if (emoticon > 0) {
        return add(i, emoticon, TokenType.EMOTICON);
      }
    }
    int selected = EmojiScanner.selectedEnd(text, i);
    return selected > 0
        ? add(i, selected, TokenType.EMOJI)
        : add(i, punctuationEnd(text, i), TokenType.PUNCTUATION);
  }

  private int add(int start, int end, TokenType type) {
    tokens.add(start, end, type);
    return end;
  }

  /** Sets {@link #hasLetter}. */
  private int wordEnd(String text, int start) {
    hasLetter = false;
    byte previous = CharacterClass.BLANK;
    int i = start;
    while (i < text.length()) {
      byte kind = CharacterClass.at(text, i);
      if (CharacterClass.isWordPart(kind)) {
        hasLetter |= kind != CharacterClass.DIGIT;
        previous = kind;
        i += CharacterClass.width(text, i);
      } else if (connects(text, i, previous)) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  private static boolean connects(String text, int i, byte previous) {
    if (i + 1 >= text.length()) {
      return false;
    }
    byte next = CharacterClass.at(text, i + 1);
    return switch (text.charAt(i)) {
      case '\'',
          '\u2019',
          '\u02BC',
          '\uFF07',
          '-',
          '\u2010',
          '\u2011',
          '_',
          '\u00B7',
          '\u05F3',
          '\u05F4',
          '\u00AD',
          '\u200C',
          '\u200D' ->
          CharacterClass.isWordPart(next);
      case '.', ',', ':', '/' -> previous == CharacterClass.DIGIT && next == CharacterClass.DIGIT;
      default -> false;
    };
  }

  private static int kanaEnd(String text, int start, byte kind) {
    int i = start + CharacterClass.width(text, start);
    while (i < text.length()) {
      byte next = CharacterClass.at(text, i);
      boolean isProlonged = text.charAt(i) == '\u30FC' || next == CharacterClass.MARK;
      if (next != kind && !isProlonged) {
        break;
      }
      i += CharacterClass.width(text, i);
    }
    return i;
  }

  private static int handleEnd(String text, int start) {
    int i = start + 1;
    if (i >= text.length() || isBesideWord(text, start)) {
      return -1;
    }
    if (!isHandlePart(text.charAt(i))) {
      return CharacterClass.isAlphanumeric(CharacterClass.at(text, i)) ? tagEnd(text, i) : -1;
    }
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean isInnerDot =
          c == '.'
              && i + 1 < text.length()
              && isHandlePart(text.charAt(i + 1))
              && !(text.charAt(i + 1) >= 'A' && text.charAt(i + 1) <= 'Z');
      if (!isHandlePart(c) && !isInnerDot) {
        break;
      }
      i++;
    }
    if (i < text.length() && text.charAt(i) == '@') {
      return Math.max(i, LinkScanner.domainEnd(text, i + 1));
    }
    return i;
  }

  private int hashtagEnd(String text, int start) {
    boolean isChained = tokens.lastIs(TokenType.HASHTAG, start);
    if (start + 1 >= text.length() || (isBesideWord(text, start) && !isChained)) {
      return -1;
    }
    hasLetter = false;
    for (int i = start + 1; i < text.length(); i += CharacterClass.width(text, i)) {
      byte kind = CharacterClass.at(text, i);
      if (text.charAt(i) != '_' && kind != CharacterClass.DIGIT) {
        return CharacterClass.isAlphanumeric(kind) ? tagEnd(text, i) : -1;
      }
    }
    return -1;
  }

  private static int tagEnd(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean isInner =
          c == '_'
              || ((c == '\u200C' || c == '\u00B7')
                  && i + 1 < text.length()
                  && CharacterClass.isAlphanumeric(CharacterClass.at(text, i + 1)));
      if (!isInner && !CharacterClass.isAlphanumeric(CharacterClass.at(text, i))) {
        break;
      }
      i += CharacterClass.width(text, i);
    }
    return i;
  }

  private static int punctuationEnd(String text, int start) {
    char c = text.charAt(start);
    int i = start + CharacterClass.width(text, start);
    if (i - start == 2) {
      return i;
    }
    boolean isExcited = c == '!' || c == '?';
    while (i < text.length()
        && (text.charAt(i) == c
            || (isExcited && (text.charAt(i) == '!' || text.charAt(i) == '?')))) {
      i++;
    }
    return i;
  }

  private static boolean isHandlePart(char c) {
    return CharacterClass.isAsciiAlphanumeric(c) || c == '_';
  }

  /** Whether a sign is glued to an alphabet's word, as in {@code me@home} or an HTML entity. */
  private static boolean isBesideWord(String text, int i) {
    if (i == 0) {
      return false;
    }
    char before = text.charAt(i - 1);
    return before == '_'
        || before == '&'
        || CharacterClass.isWordPart(CharacterClass.at(text, i - 1));
  }
}
