package dev.earshot.pipelines.generate;

import dev.earshot.pipelines.generate.GeneratedSet.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Near-duplicates by brute force: Jaccard index of word 3-shingles of at least one half. */
final class BruteForceClusters {
  private final int[] parents;
  private final List<Entry> posts;

  BruteForceClusters(List<Entry> posts) {
    this.posts = posts;
    parents = new int[posts.size()];
    Map<String, Integer> places = new HashMap<>();
    for (int at = 0; at < parents.length; at++) {
      parents[at] = at;
      places.put(posts.get(at).text("network") + posts.get(at).text("post_id"), at);
    }
    for (int at = 0; at < parents.length; at++) {
      Entry post = posts.get(at);
      Integer target = places.get(post.text("network") + post.text("repost_of_post_id"));
      if (target != null) {
        parents[root(at)] = root(target);
      }
    }
    joinByText();
  }

  private void joinByText() {
    List<Set<String>> shingles = posts.stream().map(post -> shingles(post.text("text"))).toList();
    Map<String, List<Integer>> postings = new HashMap<>();
    for (int at = 0; at < parents.length; at++) {
      Map<Integer, Integer> shared = new TreeMap<>();
      for (String shingle : shingles.get(at)) {
        List<Integer> others = postings.computeIfAbsent(shingle, key -> new ArrayList<>());
        others.forEach(other -> shared.merge(other, 1, Integer::sum));
        others.add(at);
      }
      int size = shingles.get(at).size();
      for (var other : shared.entrySet()) {
        int union = size + shingles.get(other.getKey()).size() - other.getValue();
        if (2 * other.getValue() >= union) {
          parents[root(at)] = root(other.getKey());
        }
      }
    }
  }

  private static Set<String> shingles(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
    Set<String> shingles = new HashSet<>();
    for (int at = 0; at + 2 < words.length; at++) {
      shingles.add(words[at] + " " + words[at + 1] + " " + words[at + 2]);
    }
    return shingles;
  }

  private int root(int at) {
    int root = at;
    while (parents[root] != root) {
      root = parents[root];
    }
    return root;
  }

  /** The earliest post of each cluster. */
  Set<Entry> earliest() {
    Map<Integer, Entry> earliest = new HashMap<>();
    for (int at = 0; at < parents.length; at++) {
      earliest.merge(
          root(at),
          posts.get(at),
          (one, other) -> one.time("posted_at") <= other.time("posted_at") ? one : other);
    }
    return new HashSet<>(earliest.values());
  }
}
