package dev.earshot.models.text;

/**
 * The normal form of a token: lower case (code point by code point, no locale), a letter or sign
 * that occurs three times or more in a row kept twice, typographic apostrophes as ASCII, variation
 * selectors and joiners of words dropped. Numbers and addresses keep their repetitions.
 */
public final class Normalisation {
  private static final char SOFT_HYPHEN = 0x00AD;
  private static final char NON_JOINER = 0x200C;

  private Normalisation() {}

  /**
   * Writes the normal form of token {@code i} without allocating.
   *
   * @param target must have room for as many units as the token has
   * @return the number of UTF-16 units written
   */
  public static int normalise(Tokens tokens, int i, char[] target) {
    return normalise(tokens.text(), tokens.start(i), tokens.end(i), tokens.type(i), target);
  }

  /**
   * Writes the normal form of a stretch of a text, as of a token of the given type.
   *
   * @param target must have room for {@code end - start} units
   * @return the number of UTF-16 units written
   */
  public static int normalise(String text, int start, int end, TokenType type, char[] target) {
    boolean shortens =
        switch (type) {
          case WORD, HASHTAG, PUNCTUATION, EMOTICON -> true;
          case NUMBER, HANDLE, URL, EMAIL, EMOJI -> false;
        };
    int length = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        if (c == SOFT_HYPHEN || c == NON_JOINER || (c >= 0xFE00 && c <= 0xFE0F)) {
          continue;
        }
        if (Character.isHighSurrogate(c) && i + 1 < end) {
          length += Character.toChars(Character.toLowerCase(text.codePointAt(i)), target, length);
          i++;
          continue;
        }
        c = c == '\u2019' || c == '\u02BC' || c == '\uFF07' ? '\'' : Character.toLowerCase(c);
      } else if (c >= 'A' && c <= 'Z') {
        c = (char) (c + ('a' - 'A'));
      }
      boolean repeats = length >= 2 && target[length - 1] == c && target[length - 2] == c;
      if (!(repeats && shortens && !(c >= '0' && c <= '9'))) {
        target[length++] = c;
      }
    }
    return length;
  }
}
