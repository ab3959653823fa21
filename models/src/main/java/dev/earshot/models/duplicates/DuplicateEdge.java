package dev.earshot.models.duplicates;

/**
 * A post and an earlier near-duplicate of it.
 *
 * @param laterId fingerprint of the later post
 * @param laterPostedAtMicros when it was posted, UTC microseconds since the epoch
 * @param earlierId fingerprint of the earlier post
 * @param earlierPostedAtMicros when it was posted, UTC microseconds since the epoch
 */
public record DuplicateEdge(
    long laterId, long laterPostedAtMicros, long earlierId, long earlierPostedAtMicros) {

  /** The edge from the later to the earlier of two posts. */
  public static DuplicateEdge between(Member a, Member b) {
    boolean isInOrder = a.compareTo(b) <= 0;
    Member earlier = isInOrder ? a : b;
    Member later = isInOrder ? b : a;
    return new DuplicateEdge(
        later.id(), later.postedAtMicros(), earlier.id(), earlier.postedAtMicros());
  }
}
