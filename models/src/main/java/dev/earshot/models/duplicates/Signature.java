package dev.earshot.models.duplicates;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The near-duplicate signature of one text: for each of 64 random orders of all shingles, eight
 * bits of the text's first shingle in that order. Made by {@link MinHash}.
 *
 * <p>Two texts agree in one place with a chance of J + (1 - J) / 256, J being the Jaccard
 * similarity of their shingle sets (A. Broder, 1997, "On the resemblance and containment of
 * documents"; eight of the bits: P. Li and A. C. König, 2010, "b-bit minwise hashing").
 */
public final class Signature {
  /** Places. */
  public static final int HASHES = 64;

  /** Length of {@link #toBytes}. */
  public static final int BYTES = HASHES;

  /** Bands of {@link #bandKeys}. */
  public static final int BANDS = 8;

  /** Places that must agree in a band. */
  public static final int ROWS = 4;

  private static final double CHANCE = 1.0 / 256;
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
  private static final int WORDS = HASHES / Long.BYTES;

  private final long[] words;

  private Signature(long[] words) {
    this.words = words;
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException unless there are {@link #BYTES} bytes
   */
  public static Signature of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a signature has 64 bytes, not " + bytes.length);
    }
    long[] words = new long[WORDS];
    ByteBuffer.wrap(bytes).asLongBuffer().get(words);
    return new Signature(words);
  }

  /** The signature in a form that is the same everywhere, 64 bytes. */
  public byte[] toBytes() {
    ByteBuffer buffer = ByteBuffer.allocate(BYTES);
    buffer.asLongBuffer().put(words);
    return buffer.array();
  }

  /**
   * The estimated Jaccard similarity of the two texts' shingle sets, from 0 to 1. Its standard
   * error is sqrt(J * (1 - J) / 64) and a little more: 0.05 at 0.8. The same sets give 1.
   */
  public double estimateJaccard(Signature other) {
    int agreeing = 0;
    for (int i = 0; i < WORDS; i++) {
      agreeing += zeroBytes(words[i] ^ other.words[i]);
    }
    double share = (double) agreeing / HASHES;
    return Math.max(0, (share - CHANCE) / (1 - CHANCE));
  }

  /**
   * The keys under which candidates meet: texts that share at least one are to be compared. Two
   * texts share one with a chance of 1 - (1 - J^4)^8: 0.9998 at J = 0.9, 0.98 at 0.8, 0.40 at 0.5,
   * 0.06 at 0.3. More bands would find more, but each is a record of every text to be shuffled.
   */
  public long[] bandKeys() {
    long[] keys = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long rows = words[band / 2] >>> (band % 2 == 0 ? Integer.SIZE : 0);
      keys[band] = ((long) band << Integer.SIZE) | (rows & 0xFFFFFFFFL);
    }
    return keys;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature that && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  private static int zeroBytes(long word) {
    long nonZero = ((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS;
    return Long.bitCount(~nonZero);
  }
}
