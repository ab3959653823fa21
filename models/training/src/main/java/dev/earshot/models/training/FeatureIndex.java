package dev.earshot.models.training;

/** Numbers the hashed features that occur in at least some number of examples. */
final class FeatureIndex {
  private long[] keys = new long[1 << 20];
  private int[] counts = new int[1 << 20];
  private int used;
  private int size;

  /** Counts one example's feature. */
  void count(long feature) {
    if (used * 2 > keys.length) {
      grow();
    }
    int slot = slot(feature);
    if (counts[slot] == 0) {
      keys[slot] = feature;
      used++;
    }
    counts[slot]++;
  }

  /** Forgets features with fewer examples, numbers the rest from 0 and ends the counting. */
  void number(int fewest) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] > 0) {
        counts[slot] = counts[slot] >= fewest ? ++size : -1;
      }
    }
  }

  /** The number of a feature, or -1. */
  int of(long feature) {
    int number = counts[slot(feature)];
    return number <= 0 ? -1 : number - 1;
  }

  int size() {
    return size;
  }

  /** The features in the order of their numbers. */
  long[] features() {
    long[] features = new long[size];
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] > 0) {
        features[counts[slot] - 1] = keys[slot];
      }
    }
    return features;
  }

  private int slot(long feature) {
    int slot = (int) feature & (keys.length - 1);
    while (counts[slot] != 0 && keys[slot] != feature) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
