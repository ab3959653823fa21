package dev.earshot.models.brands;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds all occurrences of many patterns in one pass over a text, after Aho and Corasick (1975),
 * "Efficient string matching: an aid to bibliographic search", CACM 18(6).
 *
 * <p>The trie is numbered breadth first, so that the children of a node are neighbours: a node
 * costs 22 bytes. A pattern can begin only where a word can, so failure links that begin inside a
 * word are left out and most of a text is passed over at the root.
 */
final class PatternAutomaton {
  /** Decides whether a pattern that stands in the text counts as an occurrence. */
  interface Filter {
    boolean accepts(String text, int start, int end, int pattern);
  }

  private static final int ROOT = 0;
  private static final int NO_PATTERN = -1;

  /** First child by node; the children of {@code n} end where those of {@code n + 1} begin. */
  private int[] firstChild;

  private char[] label;
  private int[] patternOf;
  private int[] depth;
  private int[] failure;
  private int[] firstOutput;
  private int[] parent;
  private final int[] rootChild = new int[1 << 16];
  private int size;

  /**
   * Builds the automaton; the number of a pattern is its place in the list.
   *
   * @param patterns folded patterns, sorted by UTF-16 units, distinct, none empty
   */
  PatternAutomaton(List<String> patterns) {
    int capacity = 16;
    firstChild = new int[capacity];
    label = new char[capacity];
    patternOf = new int[capacity];
    depth = new int[capacity];
    parent = new int[capacity];
    buildTrie(patterns);
    failure = new int[size];
    firstOutput = new int[size];
    buildLinks();
    parent = new int[0];
  }

  /** The occurrences that the filter accepts, by end and then longest first; null for none. */
  @Nullable Occurrences scan(String text, Filter filter) {
    Occurrences found = null;
    int node = ROOT;
    int before = WordBoundary.NONE;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      int now = WordBoundary.classOfUnit(unit);
      boolean canStart = WordBoundary.isBetween(before, now);
      if (Character.isLowSurrogate(unit)
          && i > 0
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        now = WordBoundary.classBefore(text, i + 1);
        canStart = false;
      }
      before = now;
      if (node == ROOT && !canStart) {
        continue;
      }
      node = next(node, TextFolding.fold(unit), canStart);
      for (int out = firstOutput[node]; out != ROOT; out = firstOutput[failure[out]]) {
        int start = i + 1 - depth[out];
        if (filter.accepts(text, start, i + 1, patternOf[out])) {
          found = found == null ? new Occurrences() : found;
          found.add(start, i + 1, patternOf[out]);
        }
      }
    }
    return found;
  }

  private int next(int from, char c, boolean canStart) {
    int node = from;
    while (node != ROOT) {
      int child = child(node, c);
      if (child != ROOT) {
        return child;
      }
      node = failure[node];
    }
    return canStart ? rootChild[c] : ROOT;
  }

  private int child(int node, char c) {
    int low = firstChild[node];
    int high = firstChild[node + 1] - 1;
    if (low > high || c < label[low] || c > label[high]) {
      return ROOT;
    }
    int guess = low + c - label[low];
    if (guess <= high && label[guess] == c) {
      return guess;
    }
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (label[middle] == c) {
        return middle;
      }
      if (label[middle] < c) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return ROOT;
  }

  private void buildTrie(List<String> patterns) {
    int[] from = new int[16];
    int[] to = new int[16];
    patternOf[ROOT] = NO_PATTERN;
    to[ROOT] = patterns.size();
    size = 1;
    for (int node = 0; node < size; node++) {
      firstChild[node] = size;
      int at = from[node];
      int end = to[node];
      if (at < end && patterns.get(at).length() == depth[node]) {
        patternOf[node] = at++;
      }
      while (at < end) {
        char c = patterns.get(at).charAt(depth[node]);
        int first = at;
        while (at < end && patterns.get(at).charAt(depth[node]) == c) {
          at++;
        }
        int child = addNode(node, c);
        if (child >= from.length) {
          from = Arrays.copyOf(from, 2 * from.length);
          to = Arrays.copyOf(to, 2 * to.length);
        }
        from[child] = first;
        to[child] = at;
      }
    }
    firstChild[size] = size;
    for (int child = firstChild[ROOT]; child < firstChild[ROOT + 1]; child++) {
      rootChild[label[child]] = child;
    }
  }

  private int addNode(int parentNode, char c) {
    if (size + 1 >= label.length) {
      int capacity = 2 * label.length;
      firstChild = Arrays.copyOf(firstChild, capacity);
      label = Arrays.copyOf(label, capacity);
      patternOf = Arrays.copyOf(patternOf, capacity);
      depth = Arrays.copyOf(depth, capacity);
      parent = Arrays.copyOf(parent, capacity);
    }
    label[size] = c;
    patternOf[size] = NO_PATTERN;
    depth[size] = depth[parentNode] + 1;
    parent[size] = parentNode;
    return size++;
  }

  private void buildLinks() {
    int[] classOf = new int[size];
    for (int node = 1; node < size; node++) {
      char c = label[node];
      int up = parent[node];
      boolean canStart = WordBoundary.isBetween(classOf[up], WordBoundary.classOfUnit(c));
      classOf[node] = WordBoundary.classOfUnit(c);
      if (Character.isLowSurrogate(c) && up != ROOT && Character.isHighSurrogate(label[up])) {
        classOf[node] = WordBoundary.classOf(Character.toCodePoint(label[up], c));
        canStart = false;
      }
      failure[node] = up == ROOT ? ROOT : next(failure[up], c, canStart);
      firstOutput[node] = patternOf[node] == NO_PATTERN ? firstOutput[failure[node]] : node;
    }
  }
}
