package dev.earshot.models.duplicates;

import java.util.Comparator;

/**
 * A text that may be a near-duplicate.
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
