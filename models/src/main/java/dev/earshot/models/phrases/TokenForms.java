package dev.earshot.models.phrases;

import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one text as 64-bit hashes of the forms that a phrase may name them by. Reused from
 * text to text; not for use by several threads.
 *
 * <p>A token's own form is its text in lower case with three or more equal characters in a row
 * shortened to two, the {@code #} of a hashtag and the apostrophe of {@code n't} dropped. For
 * English, words also go by these base forms, so that a phrase that is written in the base form
 * finds them:
 *
 * <ul>
 *   <li>{@code -s}, {@code -'s}: prices, app's; {@code -es}: crashes; {@code -ies}: deliveries
 *   <li>{@code -ed}: delivered, charged, shipped; {@code -ied}: tried
 *   <li>{@code -ing}: delivering, charging, shipping
 * </ul>
 *
 * URLs, numbers, handles, e-mail addresses and emoji also go by their kind: {@code <url>}, {@code
 * <number>}, {@code <handle>}, {@code <email>}, {@code <emoji>}.
 */
public final class TokenForms {
  /** Words longer than this are in no phrase. */
  static final int MAXIMUM_WORD_LENGTH = 64;

  private static final int SLOTS = 5;
  private static final int LEMMA_SLOT = 4;
  private static final int RETAINED_TOKENS = 8_192;
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long URL = hash("<url>");
  private static final long NUMBER = hash("<number>");
  private static final long HANDLE = hash("<handle>");
  private static final long EMAIL = hash("<email>");
  private static final long EMOJI = hash("<emoji>");

  private final char[] word = new char[MAXIMUM_WORD_LENGTH];
  private long[] forms = new long[64 * SLOTS];
  private @Nullable Tokens tokens;
  private int size;

  /** Reads the tokens' forms; with the base forms of English where {@code english}. */
  public void read(Tokens source, boolean english) {
    tokens = source;
    size = source.size();
    makeRoom();
    String text = source.text();
    for (int i = 0; i < size; i++) {
      int base = i * SLOTS;
      clear(base);
      TokenType type = source.type(i);
      int length = normalise(text, source.start(i), source.end(i), type);
      if (length > 0) {
        forms[base] = hash(word, length, (char) 0);
        if (english && (type == TokenType.WORD || type == TokenType.HASHTAG)) {
          addBaseForms(base, length);
        }
      }
      if (forms[base + LEMMA_SLOT] == 0) {
        forms[base + LEMMA_SLOT] = kind(type);
      }
    }
  }

  /** Lets token {@code i} also go by {@code lemma}, a lower-case word. */
  public void addLemma(int i, String lemma) {
    forms[i * SLOTS + LEMMA_SLOT] = hash(lemma);
  }

  /** The tokens that were read last. */
  public Tokens tokens() {
    if (tokens == null) {
      throw new IllegalStateException("no tokens were read");
    }
    return tokens;
  }

  /** The number of tokens. */
  public int size() {
    return size;
  }

  static int slots() {
    return SLOTS;
  }

  /** The hash of a form of token {@code i}, 0 where it has none in this slot. */
  long form(int i, int slot) {
    return forms[i * SLOTS + slot];
  }

  static long hash(String normalised) {
    char[] characters = normalised.toCharArray();
    return hash(characters, characters.length, (char) 0);
  }

  private void makeRoom() {
    int needed = size * SLOTS;
    if (forms.length < needed || forms.length > RETAINED_TOKENS * SLOTS) {
      forms = new long[Math.max(needed, 64 * SLOTS)];
    }
  }

  private void clear(int base) {
    for (int slot = 0; slot < SLOTS; slot++) {
      forms[base + slot] = 0;
    }
  }

  /** Writes the token's own form to {@link #word}; 0 where it is empty or too long. */
  private int normalise(String text, int start, int end, TokenType type) {
    int from = type == TokenType.HASHTAG ? start + 1 : start;
    int length = 0;
    for (int i = from; i < end; i++) {
      char c = lower(text.charAt(i));
      boolean isDigit = c >= '0' && c <= '9';
      if (length >= 2 && c == word[length - 1] && c == word[length - 2] && !isDigit) {
        continue;
      }
      if (length == MAXIMUM_WORD_LENGTH) {
        return 0;
      }
      word[length++] = c;
    }
    if (length > 3 && word[length - 1] == 't' && word[length - 2] == '\'') {
      word[length - 2] = 't';
      length--;
    }
    return length;
  }

  private static char lower(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return c == '\u2019' ? '\'' : Character.toLowerCase(c);
  }

  private void addBaseForms(int base, int length) {
    char last = word[length - 1];
    if (last == 's' && length > 3) {
      addSingular(base, length);
    } else if (last == 'd' && length > 3 && word[length - 2] == 'e') {
      addVerb(base, length, 2);
      if (word[length - 3] == 'i') {
        forms[base + 3] = hash(word, length - 3, 'y');
      }
    } else if (last == 'g' && length > 4 && word[length - 2] == 'n' && word[length - 3] == 'i') {
      addVerb(base, length, 3);
    }
  }

  private void addSingular(int base, int length) {
    char before = word[length - 2];
    if (before == '\'') {
      forms[base + 1] = hash(word, length - 2, (char) 0);
      return;
    }
    if (before == 's') {
      return;
    }
    forms[base + 1] = hash(word, length - 1, (char) 0);
    if (before == 'e' && length > 4) {
      forms[base + 2] = hash(word, length - 2, (char) 0);
      if (word[length - 3] == 'i') {
        forms[base + 3] = hash(word, length - 3, 'y');
      }
    }
  }

  /** The stem, the stem with e, and the stem without its doubled last letter. */
  private void addVerb(int base, int length, int suffix) {
    int stem = length - suffix;
    forms[base + 1] = hash(word, stem, (char) 0);
    forms[base + 2] = hash(word, stem, 'e');
    if (stem > 2 && word[stem - 1] == word[stem - 2]) {
      forms[base + 3] = hash(word, stem - 1, (char) 0);
    }
  }

  /** FNV-1a over the characters, {@code extra} last unless it is 0, then mixed; never 0. */
  private static long hash(char[] characters, int length, char extra) {
    long hash = SEED;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ characters[i]) * PRIME;
    }
    if (extra != 0) {
      hash = (hash ^ extra) * PRIME;
    }
    hash ^= hash >>> 32;
    hash *= 0xff51afd7ed558ccdL;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }

  /** The hash by which every token of a kind goes, 0 for kinds that have none. */
  private static long kind(TokenType type) {
    return switch (type) {
      case URL -> URL;
      case NUMBER -> NUMBER;
      case HANDLE -> HANDLE;
      case EMAIL -> EMAIL;
      case EMOJI -> EMOJI;
      case WORD, HASHTAG, EMOTICON, PUNCTUATION -> 0;
    };
  }
}
