package dev.earshot.models.sentiment;

/**
 * The first tokens of a text as {@link WordConvolution} sees them: the hash of the normal form (of
 * a hashtag without its sign) and five marks.
 */
public final class WordTrace {
  /** Tokens that are kept; later ones are left out. */
  public static final int LIMIT = 64;

  /** What is known of a token besides its hash; see {@link #mark}. */
  public static final int MARKS = 6;

  private final long[] hashes = new long[LIMIT];
  private final byte[] marks = new byte[LIMIT * MARKS];
  private final boolean[] isMarked = new boolean[LIMIT];
  private int size;

  void clear() {
    size = 0;
  }

  void add(
      long hash,
      int tenths,
      boolean isNegated,
      boolean isCapitals,
      boolean isElongated,
      boolean isHashtag) {
    if (size == LIMIT) {
      return;
    }
    int at = size * MARKS;
    marks[at] = (byte) Math.max(0, tenths);
    marks[at + 1] = (byte) Math.max(0, -tenths);
    marks[at + 2] = isNegated ? FULL : 0;
    marks[at + 3] = isCapitals ? FULL : 0;
    marks[at + 4] = isElongated ? FULL : 0;
    marks[at + 5] = isHashtag ? FULL : 0;
    isMarked[size] = tenths != 0 || isNegated || isCapitals || isElongated || isHashtag;
    hashes[size++] = hash;
  }

  /** A mark that is set; valences are in tenths, and two points of them are as much. */
  public static final byte FULL = 20;

  /** The number of tokens kept. */
  public int size() {
    return size;
  }

  /** Whether any mark of token {@code i} is set. */
  boolean isMarked(int i) {
    return isMarked[i];
  }

  /** The hash of token {@code i}. */
  public long hash(int i) {
    return hashes[i];
  }

  /**
   * Mark {@code mark} of token {@code i}: positive valence, negative valence, negated, in capitals,
   * elongated, hashtag.
   *
   * @return from 0 to {@link #FULL}, valences up to twice as much
   */
  public int mark(int i, int mark) {
    return marks[i * MARKS + mark];
  }
}
