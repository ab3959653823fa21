package dev.earshot.models.duplicates;

import dev.earshot.models.statistics.basics.SplitMix64;
import java.util.Arrays;

/**
 * The shingle hashes of one text after another, in buffers that are reused. Reads each text once,
 * builds no strings. Not safe between threads.
 *
 * <p>Left out: an opening "RT @name:", URLs, handles, HTML entities, punctuation, symbols and
 * emoji. Kept: letters in lower case, digits, the word of a hashtag. Three or more of the same
 * letter become two; an apostrophe inside a word is dropped.
 */
final class Shingles {
  /** Words per shingle. */
  static final int WORD_LENGTH = 3;

  /** Characters per shingle where words are few or not spaced. */
  static final int CHARACTER_LENGTH = 5;

  /** A text of at least so many words is cut into words. */
  static final int MINIMUM_WORDS = 8;

  /** A shorter or unspaced text of at least so many characters, spaces apart, is cut into those. */
  static final int MINIMUM_CHARACTERS = 32;

  /** An unspaced script tells more with each character. */
  static final int MINIMUM_UNSPACED_CHARACTERS = 12;

  /** Different people do not write a text of so many words, or of so many characters, alike. */
  static final int LONG_WORDS = 14;

  static final int LONG_CHARACTERS = 80;

  static final int LONG_UNSPACED_CHARACTERS = 30;

  private static final int INITIAL_CAPACITY = 512;
  private static final long WORD_SEED = 0x6C62272E07BB0142L;
  private static final long FNV_PRIME = 0x100000001B3L;
  private static final long SHINGLE_FACTOR = 0x9FB21C651E98DF25L;

  private int[] characters = new int[INITIAL_CAPACITY];
  private int characterCount;
  private int letterCount;
  private int unspacedCount;
  private long[] words = new long[INITIAL_CAPACITY];
  private int wordCount;
  private long word;
  private boolean isInWord;
  private int previous;
  private int run;
  private int[] hashes = new int[INITIAL_CAPACITY];
  private int size;

  /** Reads a text; returns whether it says enough to be called a near-duplicate of another. */
  boolean read(String text) {
    characterCount = 0;
    letterCount = 0;
    unspacedCount = 0;
    wordCount = 0;
    isInWord = false;
    size = 0;
    normalise(text);
    endWord();
    boolean isUnspaced = 2 * unspacedCount > letterCount;
    if (wordCount >= MINIMUM_WORDS && !isUnspaced) {
      hashWords();
      return true;
    }
    if (letterCount >= (isUnspaced ? MINIMUM_UNSPACED_CHARACTERS : MINIMUM_CHARACTERS)) {
      hashCharacters();
      return true;
    }
    return false;
  }

  /** Whether the last text read is so long that equal ones are copies. */
  boolean isLong() {
    boolean isUnspaced = 2 * unspacedCount > letterCount;
    return isUnspaced
        ? letterCount >= LONG_UNSPACED_CHARACTERS
        : wordCount >= LONG_WORDS || letterCount >= LONG_CHARACTERS;
  }

  /** Number of words of the last text read. */
  int wordCount() {
    return wordCount;
  }

  /** Hash of word {@code i}. */
  long word(int i) {
    return words[i];
  }

  /** Number of shingles of the last text read, repeated ones counted. */
  int size() {
    return size;
  }

  /** Hash of shingle {@code i}. */
  int hash(int i) {
    return hashes[i];
  }

  private void normalise(String text) {
    int length = text.length();
    int i = afterRepostMark(text);
    while (i < length) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      if (isWordPart(codePoint)) {
        int afterUrl = isInWord ? i : afterUrl(text, i);
        if (afterUrl > i) {
          next = afterUrl;
        } else {
          append(Character.toLowerCase(codePoint));
        }
      } else if (codePoint == '@' && !isInWord) {
        next = afterHandle(text, next);
      } else if (codePoint == '&') {
        endWord();
        next = afterEntity(text, next);
      } else if (!isApostrophe(codePoint)) {
        endWord();
      }
      i = next;
    }
  }

  private void append(int codePoint) {
    if (!isInWord) {
      isInWord = true;
      word = WORD_SEED;
      run = 0;
      previous = -1;
      if (characterCount > 0) {
        appendCharacter(' ');
      }
    }
    run = codePoint == previous ? run + 1 : 1;
    previous = codePoint;
    if (run > 2 && Character.isLetter(codePoint)) {
      return;
    }
    word = (word ^ codePoint) * FNV_PRIME;
    letterCount++;
    if (isUnspaced(codePoint)) {
      unspacedCount++;
    }
    appendCharacter(codePoint);
  }

  private void appendCharacter(int codePoint) {
    if (characterCount == characters.length) {
      characters = Arrays.copyOf(characters, 2 * characterCount);
    }
    characters[characterCount++] = codePoint;
  }

  private void endWord() {
    if (!isInWord) {
      return;
    }
    isInWord = false;
    if (wordCount == words.length) {
      words = Arrays.copyOf(words, 2 * wordCount);
    }
    words[wordCount++] = SplitMix64.mix(word);
  }

  private void hashWords() {
    reserve(wordCount - WORD_LENGTH + 1);
    for (int i = 0; i < size; i++) {
      long hash = words[i];
      hash = Long.rotateLeft(hash, 23) * SHINGLE_FACTOR + words[i + 1];
      hash = Long.rotateLeft(hash, 23) * SHINGLE_FACTOR + words[i + 2];
      hashes[i] = (int) (SplitMix64.mix(hash) >>> 32);
    }
  }

  private void hashCharacters() {
    reserve(characterCount - CHARACTER_LENGTH + 1);
    for (int i = 0; i < size; i++) {
      long hash = WORD_SEED;
      for (int j = i; j < i + CHARACTER_LENGTH; j++) {
        hash = (hash ^ characters[j]) * FNV_PRIME;
      }
      hashes[i] = (int) (SplitMix64.mix(hash) >>> 32);
    }
  }

  private void reserve(int shingles) {
    size = shingles;
    if (hashes.length < shingles) {
      hashes = new int[Math.max(shingles, 2 * hashes.length)];
    }
  }

  private static boolean isWordPart(int codePoint) {
    if (codePoint < 128) {
      int lower = codePoint | 0x20;
      return (lower >= 'a' && lower <= 'z') || (codePoint >= '0' && codePoint <= '9');
    }
    if (Character.isLetterOrDigit(codePoint)) {
      return true;
    }
    int type = Character.getType(codePoint);
    return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
        && !isVariationSelector(codePoint);
  }

  private static boolean isVariationSelector(int codePoint) {
    return codePoint >= 0xFE00 && codePoint <= 0xFE0F;
  }

  private static boolean isApostrophe(int codePoint) {
    return codePoint == '\'' || codePoint == 0x2019;
  }

  private static boolean isUnspaced(int codePoint) {
    if (codePoint < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static int afterRepostMark(String text) {
    int i = afterSpaces(text, 0);
    if (!text.startsWith("RT @", i)) {
      return 0;
    }
    int end = afterHandle(text, i + 4);
    return end < text.length() && text.charAt(end) == ':' ? end + 1 : 0;
  }

  private static int afterSpaces(String text, int i) {
    int end = i;
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Past the rest of a handle, its host included ("name@host.example"). */
  private static int afterHandle(String text, int i) {
    int end = i;
    while (end < text.length() && isHandlePart(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isHandlePart(String text, int i) {
    char c = text.charAt(i);
    if (c == '_' || isWordPart(c)) {
      return true;
    }
    boolean isJoint = c == '.' || c == '-' || c == '@';
    return isJoint && i + 1 < text.length() && isWordPart(text.charAt(i + 1));
  }

  private static int afterUrl(String text, int i) {
    boolean isUrl =
        text.regionMatches(true, i, "http://", 0, 7)
            || text.regionMatches(true, i, "https://", 0, 8)
            || text.regionMatches(true, i, "www.", 0, 4);
    int end = i;
    while (isUrl && end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Past "amp;" or "#39;" after an ampersand; where there is no entity, {@code i}. */
  private static int afterEntity(String text, int i) {
    int limit = Math.min(text.length(), i + 9);
    for (int end = i; end < limit; end++) {
      char c = text.charAt(end);
      if (c == ';') {
        return end > i ? end + 1 : i;
      }
      if (c != '#' && (c >= 128 || !isWordPart(c))) {
        return i;
      }
    }
    return i;
  }
}
