package dev.earshot.models.duplicates;

import java.util.Comparator;

/**
 * Candidate of near-duplicate detection: a post with its MinHash signature, as it meets others of
 * the same band key in {@link Clusters}.
 *
 * @param id fingerprint of the post
 * @param postedAtMicros when it was posted, UTC microseconds since the epoch; the same identifier
 *     at another time is another member
 * @param signature its signature
 */
public record Member(long id, long postedAtMicros, Signature signature)
    implements Comparable<Member> {
  private static final Comparator<Member> ORDER =
      Comparator.comparingLong(Member::postedAtMicros)
          .thenComparing(Member::id, Long::compareUnsigned);

  /** Earlier posts first; of one moment, by identifier, without sign. */
  @Override
  public int compareTo(Member other) {
    return ORDER.compare(this, other);
  }
}
