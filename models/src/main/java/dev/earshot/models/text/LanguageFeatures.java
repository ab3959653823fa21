package dev.earshot.models.text;

/**
 * What the language detector sees of a text: its words only, without handles, hashtags, addresses,
 * numbers, emoji and laughter; of them the character 1- to 4-grams with edges marked and the words
 * themselves, hashed into {@link #BUCKETS} buckets, repetitions kept. Reads at most 160 letters.
 * Allocates nothing per call. Not safe for several threads.
 */
public final class LanguageFeatures {
  private static final int BUCKET_BITS = 15;

  /** The number of hashed features. */
  public static final int BUCKETS = 1 << BUCKET_BITS;

  private static final int MOST_LETTERS = 160;
  private static final int MOST_FEATURES = 1024;
  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_GRAM = 4;
  private static final String EVERYWHERE =
      "rt via lol lmao omg wtf haha hahaha hahahaha jaja jajaja xd ok okay wow http https";
  private static final HashedWords INTERNATIONAL = HashedWords.of(EVERYWHERE);

  /** Words of Hindi in Latin letters that English writers use too. */
  private static final HashedWords AMBIGUOUS =
      HashedWords.of(EVERYWHERE + " hi ha ho plz pls guys team app main par bus log bag luv");

  private final int[] buckets = new int[MOST_FEATURES];
  private final char[] word = new char[LONGEST_WORD];
  private final ScriptCounts scripts = new ScriptCounts();
  private int size;

  /** Extracts the features of a text. */
  public void extract(Tokens tokens) {
    extract(tokens, INTERNATIONAL);
  }

  /** Extracts the features of a text without those of words that are ordinary English as well. */
  void extractUnambiguous(Tokens tokens) {
    extract(tokens, AMBIGUOUS);
  }

  private void extract(Tokens tokens, HashedWords skipped) {
    size = 0;
    scripts.clear();
    int read = 0;
    for (int i = 0; i < tokens.size() && read < MOST_LETTERS; i++) {
      if (tokens.type(i) == TokenType.WORD) {
        read += addWord(tokens, i, skipped);
      }
    }
  }

  /** The number of features of the last text. */
  public int size() {
    return size;
  }

  /** The bucket of feature {@code i} of the last text. */
  public int get(int i) {
    return buckets[i];
  }

  /** The letters of the last text by script. */
  ScriptCounts scripts() {
    return scripts;
  }

  private int addWord(Tokens tokens, int i, HashedWords skipped) {
    int start = tokens.start(i);
    int end = Math.min(tokens.end(i), start + LONGEST_WORD);
    int length = Normalisation.normalise(tokens.text(), start, end, TokenType.WORD, word);
    long whole = Hashing.of(word, length);
    if (skipped.contains(whole)) {
      return 0;
    }
    scripts.add(word, length);
    if (length == 0 || !WritingSystem.ALL.get(WritingSystem.indexOf(word[0])).hasModel()) {
      return length;
    }
    add(Hashing.combine(1, whole));
    for (int from = -1; from < length; from++) {
      long hash = Hashing.append(Hashing.START, from < 0 ? '\u0002' : word[from]);
      if (from >= 0) {
        add(Hashing.finish(hash));
      }
      for (int to = from + 1; to <= Math.min(from + LONGEST_GRAM - 1, length); to++) {
        hash = Hashing.append(hash, to == length ? '\u0003' : word[to]);
        add(Hashing.finish(hash));
      }
    }
    return length;
  }

  private void add(long hash) {
    if (size == MOST_FEATURES) {
      return;
    }
    buckets[size++] = (int) (hash >>> (Long.SIZE - BUCKET_BITS));
  }
}
