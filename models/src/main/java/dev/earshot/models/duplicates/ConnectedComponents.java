package dev.earshot.models.duplicates;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The clusters that edges of near-duplicates span. A cluster is named by its earliest post, of one
 * moment the one with the lowest identifier. Independent of the order of the edges.
 *
 * <p>Union-find with path halving (R. E. Tarjan and J. van Leeuwen, 1984), O(log n) per edge. Holds
 * the posts that have an edge, about 100 bytes and an identifier each. Mutable; not safe between
 * threads.
 */
public final class ConnectedComponents {
  private static final int INITIAL_CAPACITY = 64;

  private final Map<String, Integer> indexes = new HashMap<>();
  private String[] ids = new String[INITIAL_CAPACITY];
  private long[] postedAtMicros = new long[INITIAL_CAPACITY];
  private int[] parents = new int[INITIAL_CAPACITY];

  /** No clusters. */
  public ConnectedComponents() {}

  /**
   * Joins the clusters of two posts.
   *
   * @throws IllegalArgumentException where a post has another time than before
   */
  public void add(DuplicateEdge edge) {
    int a = root(index(edge.laterId(), edge.laterPostedAtMicros()));
    int b = root(index(edge.earlierId(), edge.earlierPostedAtMicros()));
    if (a != b) {
      if (isBefore(a, b)) {
        parents[b] = a;
      } else {
        parents[a] = b;
      }
    }
  }

  /** The identifier of the earliest post of the post's cluster; without an edge, of itself. */
  public String canonicalId(String id) {
    Integer index = indexes.get(id);
    return index == null ? id : ids[root(index)];
  }

  /** Gives every post that has an edge and the earliest post of its cluster, in no order. */
  public void forEach(BiConsumer<String, String> idAndCanonicalId) {
    for (int i = 0; i < indexes.size(); i++) {
      idAndCanonicalId.accept(ids[i], ids[root(i)]);
    }
  }

  private int index(String id, long postedAt) {
    Integer known = indexes.get(id);
    if (known != null) {
      if (postedAtMicros[known] != postedAt) {
        throw new IllegalArgumentException(
            "post " + id + " was posted at " + postedAtMicros[known] + " and at " + postedAt);
      }
      return known;
    }
    int index = indexes.size();
    if (index == ids.length) {
      ids = Arrays.copyOf(ids, 2 * index);
      postedAtMicros = Arrays.copyOf(postedAtMicros, 2 * index);
      parents = Arrays.copyOf(parents, 2 * index);
    }
    indexes.put(id, index);
    ids[index] = id;
    postedAtMicros[index] = postedAt;
    parents[index] = index;
    return index;
  }

  private boolean isBefore(int a, int b) {
    return postedAtMicros[a] != postedAtMicros[b]
        ? postedAtMicros[a] < postedAtMicros[b]
        : ids[a].compareTo(ids[b]) < 0;
  }

  private int root(int index) {
    int i = index;
    while (parents[i] != i) {
      parents[i] = parents[parents[i]];
      i = parents[i];
    }
    return i;
  }
}
