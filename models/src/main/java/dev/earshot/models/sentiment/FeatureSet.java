package dev.earshot.models.sentiment;

import java.util.Arrays;

/**
 * The distinct features of one text, up to a limit; later ones are ignored, so that a text of any
 * length costs bounded memory.
 */
final class FeatureSet {
  static final int LIMIT = 4096;
  private static final int MASK = 4 * LIMIT - 1;

  private final long[] slots = new long[MASK + 1];
  private final int[] generations = new int[MASK + 1];
  private final long[] features = new long[LIMIT];
  private int generation;
  private int size;

  void clear() {
    size = 0;
    generation++;
    if (generation == 0) {
      Arrays.fill(generations, 0);
      generation = 1;
    }
  }

  void add(long feature) {
    int slot = (int) feature & MASK;
    while (generations[slot] == generation) {
      if (slots[slot] == feature) {
        return;
      }
      slot = (slot + 1) & MASK;
    }
    if (size < LIMIT) {
      generations[slot] = generation;
      slots[slot] = feature;
      features[size++] = feature;
    }
  }

  boolean isFull() {
    return size == LIMIT;
  }

  int size() {
    return size;
  }

  long get(int i) {
    return features[i];
  }
}
