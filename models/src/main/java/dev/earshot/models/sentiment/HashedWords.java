package dev.earshot.models.sentiment;

import dev.earshot.models.text.Hashing;

/** A fixed set of normalised words, asked by hash. */
final class HashedWords {
  private final long[] slots;

  private HashedWords(long[] slots) {
    this.slots = slots;
  }

  static HashedWords of(String spaceSeparated) {
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

  boolean contains(long hash) {
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
