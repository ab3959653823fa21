package dev.earshot.models.duplicates;

import dev.earshot.models.statistics.basics.SplitMix64;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes the near-duplicate signatures of short social texts: copies, reposts and light edits of one
 * text have signatures that agree in most places.
 *
 * <p>The text is normalised (lower case, without an opening "RT @name:", URLs, handles, HTML
 * entities, punctuation and emoji; digits kept, "soooo" as "soo") and cut into shingles of three
 * words, or of five characters where it has fewer than eight words or a script without spaces. Of
 * the shingles, 64 minwise hashes are kept (A. Broder, 1997). The hash functions are fixed: a
 * signature may be stored and compared with one made later. One-permutation hashing (P. Li, A.
 * Owen, C.-H. Zhang, 2012) was not taken: a post has fewer shingles than places, and 64 hashes of
 * its few shingles cost less than reading it.
 *
 * <p>Time is linear in the text. Holds buffers as large as the longest text read. Not safe between
 * threads.
 *
 * <pre>{@code
 * MinHash minHash = new MinHash();
 * Signature a = minHash.of("RT @shop: The new store in the old harbour opens on Friday at nine!");
 * Signature b = minHash.of("the new store in the old harbour opens on friday at nine https://t.co/x");
 * a.estimateJaccard(b); // 1.0
 * }</pre>
 */
public final class MinHash {
  private static final long SEED = 0x4561727368_6F74L;
  private static final int FOLD = 0x9E3779B1;
  private static final int[] FACTORS = new int[Signature.HASHES];
  private static final int[] OFFSETS = new int[Signature.HASHES];

  static {
    SplitMix64 random = new SplitMix64(SEED);
    for (int i = 0; i < Signature.HASHES; i++) {
      FACTORS[i] = (int) random.next() | 1;
      OFFSETS[i] = (int) random.next();
    }
  }

  private final Shingles shingles = new Shingles();
  private final int[] minima = new int[Signature.HASHES];
  private final byte[] bytes = new byte[Signature.BYTES];

  /** Buffers for one thread. */
  public MinHash() {}

  /**
   * The text's signature; null where the text says too little to be called a near-duplicate: fewer
   * than eight words and fewer than 32 letters and digits (12 in a script without spaces). People
   * write "thank you so much" without copying each other: in public samples of customer support,
   * the texts of different customers that met with a lower minimum were such phrases and version
   * numbers.
   */
  public @Nullable Signature of(String text) {
    if (!shingles.read(text)) {
      return null;
    }
    Arrays.fill(minima, Integer.MAX_VALUE);
    for (int s = 0; s < shingles.size(); s++) {
      lower(minima, shingles.hash(s), FACTORS, OFFSETS);
    }
    for (int i = 0; i < Signature.HASHES; i++) {
      bytes[i] = (byte) (((minima[i] ^ (minima[i] >>> 15)) * FOLD) >>> 24);
    }
    return Signature.of(bytes);
  }

  /**
   * Whether the last text is so long that different people do not write it alike. Equal shorter
   * texts, such as thanks and wishes, are copies only with further evidence.
   */
  public boolean isLong() {
    return shingles.isLong();
  }

  /**
   * A number that the words give that decide what the last text says, such as "love", "hate" and
   * "not", in any order; texts with different numbers are no copies of each other.
   */
  public long decidingWords() {
    long sum = 0;
    for (int i = 0; i < shingles.wordCount(); i++) {
      long word = shingles.word(i);
      sum += DecidingWords.contain(word) ? SplitMix64.mix(word) : 0;
    }
    return sum;
  }

  /** One shingle under all hash functions; a loop of this shape runs in vector instructions. */
  private static void lower(int[] minima, int hash, int[] factors, int[] offsets) {
    for (int i = 0; i < Signature.HASHES; i++) {
      minima[i] = Math.min(minima[i], hash * factors[i] + offsets[i]);
    }
  }
}
