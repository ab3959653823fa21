package dev.earshot.models.text;

/** A fixed set of normalised words, asked by hash. */
public final class HashedWords {
  private final long[] slots;

  private HashedWords(long[] slots) {
    this.slots = slots;
  }

  /** The set of some normalised words with one space between them. */
  public static HashedWords of(String spaceSeparated) {
    String[] words = spaceSeparated.split(" ", -1);
    long[] slots = new long[Integer.highestOneBit(words.length) * 8];
    for (String word : words) {
      long hash = Hashing.of(word);
      int slot = (int) hash & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = hash;
    }
    return new HashedWords(slots);
  }

  /** Whether a word with this {@link Hashing#of(String) hash} is in the set. */
  public boolean contains(long hash) {
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != 0) {
      if (slots[slot] == hash) {
        return true;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return false;
  }
}
