package dev.earshot.models.brands;

import java.util.Arrays;

/**
 * Raw matches of {@link PatternAutomaton} in one text, before any is decided on: a growing list.
 */
final class Occurrences {
  private int[] starts = new int[8];
  private int[] ends = new int[8];
  private int[] patterns = new int[8];
  private int size;

  void add(int start, int end, int pattern) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      patterns = Arrays.copyOf(patterns, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    patterns[size++] = pattern;
  }

  int size() {
    return size;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  int pattern(int i) {
    return patterns[i];
  }

  /** Orders by start and then longest first, given that they were added by end. */
  Occurrences sortedByStart() {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = ((long) starts[i] << 32) | (size - 1 - i);
    }
    Arrays.sort(keys);
    Occurrences sorted = new Occurrences();
    for (long key : keys) {
      int i = size - 1 - (int) key;
      sorted.add(starts[i], ends[i], patterns[i]);
    }
    return sorted;
  }
}
