package dev.earshot.models.statistics.authors;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Histogram of the clusters (authors, people) of one cell by what each of them holds: distinct
 * {@link ClusterTally} -> number of clusters. All that a clustered rate needs, in integers, so that
 * parts merge exactly in any order, and no larger than the number of distinct tallies, however many
 * clusters.
 *
 * <p>While a window slides, a cluster moves from one tally to another: add -1 at the old one and +1
 * at the new one. A number of clusters may be negative in a part; it must not be in what is
 * estimated from. Mutable; not safe between threads.
 */
public final class ClusterTallies {
  private final Map<ClusterTally, Long> clusters = new HashMap<>();
  private final long[] counts;
  private long clusterCount;

  /**
   * An empty histogram.
   *
   * @param classCount number of classes of items
   */
  public ClusterTallies(int classCount) {
    counts = new long[classCount];
  }

  /**
   * Reads what {@link #toArray} wrote.
   *
   * @param classCount number of classes of items
   * @throws IllegalArgumentException where the array does not consist of whole entries
   */
  public static ClusterTallies of(int classCount, long... array) {
    int fields = classCount + 1;
    if (array.length % fields != 0) {
      throw new IllegalArgumentException(
          "length " + array.length + " is not a multiple of " + fields);
    }
    ClusterTallies tallies = new ClusterTallies(classCount);
    int[] said = new int[classCount];
    for (int i = 0; i < array.length; i += fields) {
      for (int k = 0; k < classCount; k++) {
        said[k] = Math.toIntExact(array[i + k]);
      }
      tallies.add(ClusterTally.of(said), array[i + classCount]);
    }
    return tallies;
  }

  /**
   * Adds {@code clusterDelta} clusters with this tally; an entry that comes to zero vanishes. A
   * cluster without items is none of the cell and is not kept.
   *
   * @throws IllegalArgumentException where the tally has another number of classes
   */
  public void add(ClusterTally tally, long clusterDelta) {
    if (tally.classCount() != counts.length) {
      throw new IllegalArgumentException(
          tally.classCount() + " classes, expected " + counts.length);
    }
    if (clusterDelta == 0 || tally.itemCount() == 0) {
      return;
    }
    long count = Math.addExact(clusters.getOrDefault(tally, 0L), clusterDelta);
    if (count == 0) {
      clusters.remove(tally);
    } else {
      clusters.put(tally, count);
    }
    clusterCount += clusterDelta;
    for (int k = 0; k < counts.length; k++) {
      counts[k] += clusterDelta * tally.count(k);
    }
  }

  /** Adds every entry of {@code other}. */
  public void merge(ClusterTallies other) {
    other.clusters.forEach(this::add);
  }

  int classCount() {
    return counts.length;
  }

  /** The clusters with at least one item. */
  public long clusterCount() {
    return clusterCount;
  }

  /** The items of a class in all clusters. */
  public long count(int itemClass) {
    return counts[itemClass];
  }

  /** The items of all classes and clusters. */
  public long itemCount() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /** The clusters with at least one item of a class. */
  public long clusterCount(int itemClass) {
    return clusters.entrySet().stream()
        .filter(entry -> entry.getKey().count(itemClass) > 0)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** A copy in ascending order of the tallies. */
  SortedMap<ClusterTally, Long> toSortedMap() {
    return new TreeMap<>(clusters);
  }

  /**
   * The canonical form: of each entry the items by class, then the clusters, in ascending order of
   * the tallies. Equal histograms have equal arrays.
   */
  public long[] toArray() {
    long[] array = new long[(counts.length + 1) * clusters.size()];
    int i = 0;
    for (Map.Entry<ClusterTally, Long> entry : toSortedMap().entrySet()) {
      for (int k = 0; k < counts.length; k++) {
        array[i++] = entry.getKey().count(k);
      }
      array[i++] = entry.getValue();
    }
    return array;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClusterTallies that
        && counts.length == that.counts.length
        && clusters.equals(that.clusters);
  }

  @Override
  public int hashCode() {
    return clusters.hashCode();
  }

  @Override
  public String toString() {
    return toSortedMap().toString();
  }
}
