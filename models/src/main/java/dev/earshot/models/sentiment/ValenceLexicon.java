package dev.earshot.models.sentiment;

import dev.earshot.models.text.Hashing;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Mean valence (-4 to 4) of words, emoticons and emoji, as rated for VADER (Hutto and Gilbert,
 * ICWSM 2014), kept in tenths and asked by the hash of the normalised token; and the words of
 * negation and emphasis that a lexicon brings along for its own language.
 */
public final class ValenceLexicon {
  private static final int LARGEST_SIZE = 1 << 20;

  /** Stand in the place of a valence, of which the largest is 40 tenths. */
  private static final byte NEGATOR = 100;

  private static final byte BOOSTER = 101;

  private final int size;
  private final long[] hashes;
  private final byte[] tenths;

  private ValenceLexicon(int size) {
    this.size = size;
    int slots = Math.max(16, Integer.highestOneBit(size) * 4);
    hashes = new long[slots];
    tenths = new byte[slots];
  }

  /** A lexicon from normalised tokens to valences. */
  public static ValenceLexicon of(Map<String, Double> valences) {
    return of(valences, Set.of(), Set.of());
  }

  /**
   * A lexicon from normalised tokens to valences, with words of its own language.
   *
   * @param negators turn round the valence that stands at most two tokens before them, else after
   * @param boosters strengthen the valence that follows
   */
  public static ValenceLexicon of(
      Map<String, Double> valences, Set<String> negators, Set<String> boosters) {
    Map<Long, Byte> byHash = new TreeMap<>();
    valences.forEach(
        (token, valence) ->
            byHash.put(
                Hashing.of(token), (byte) Math.round(Math.max(-4, Math.min(4, valence)) * 10)));
    boosters.forEach(token -> byHash.put(Hashing.of(token), BOOSTER));
    negators.forEach(token -> byHash.put(Hashing.of(token), NEGATOR));
    ValenceLexicon lexicon = new ValenceLexicon(byHash.size());
    byHash.forEach(lexicon::put);
    return lexicon;
  }

  static ValenceLexicon read(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > LARGEST_SIZE) {
      throw new IOException("lexicon of impossible size " + size);
    }
    ValenceLexicon lexicon = new ValenceLexicon(size);
    for (int i = 0; i < size; i++) {
      lexicon.put(in.readLong(), in.readByte());
    }
    return lexicon;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] != 0) {
        out.writeLong(hashes[i]);
        out.writeByte(tenths[i]);
      }
    }
  }

  /** The valence in tenths, 0 where the token is not listed. */
  int tenths(long hash) {
    int value = value(hash);
    return value < NEGATOR ? value : 0;
  }

  /** Whether the token turns round a valence beside it. */
  boolean isNegator(long hash) {
    return value(hash) == NEGATOR;
  }

  /** Whether the token strengthens the valence that follows. */
  boolean isBooster(long hash) {
    return value(hash) == BOOSTER;
  }

  private int value(long hash) {
    int slot = (int) hash & (hashes.length - 1);
    while (hashes[slot] != 0) {
      if (hashes[slot] == hash) {
        return tenths[slot];
      }
      slot = (slot + 1) & (hashes.length - 1);
    }
    return 0;
  }

  private void put(long hash, byte value) {
    int slot = (int) hash & (hashes.length - 1);
    while (hashes[slot] != 0) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    hashes[slot] = hash;
    tenths[slot] = value;
  }
}
