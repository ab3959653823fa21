package dev.earshot.models.statistics.authors;

import java.util.Arrays;

/**
 * What one cluster (an author, a person) holds of each class: numbers of mentions, conversations or
 * other items, in an order of the classes that the caller keeps. Ordered by the first class, then
 * the second, and so on. Immutable.
 */
public final class ClusterTally implements Comparable<ClusterTally> {
  private final int[] counts;

  private ClusterTally(int[] counts) {
    this.counts = counts;
  }

  /**
   * A tally.
   *
   * @param counts the number of items of each class
   * @throws IllegalArgumentException where one is negative
   */
  public static ClusterTally of(int... counts) {
    for (int count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("negative tally: " + Arrays.toString(counts));
      }
    }
    return new ClusterTally(counts.clone());
  }

  int classCount() {
    return counts.length;
  }

  int count(int itemClass) {
    return counts[itemClass];
  }

  /** The cluster's items of all classes. */
  long itemCount() {
    long sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  @Override
  public int compareTo(ClusterTally other) {
    return Arrays.compare(counts, other.counts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClusterTally that && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return Arrays.toString(counts);
  }
}
