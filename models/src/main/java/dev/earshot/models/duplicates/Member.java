package dev.earshot.models.duplicates;

import java.util.Comparator;

/**
 * A text that may be a near-duplicate.
 *
 * @param id identifier of the post
 * @param postedAtMicros when it was posted, UTC microseconds since the epoch
 * @param signature its signature
 */
public record Member(String id, long postedAtMicros, Signature signature)
    implements Comparable<Member> {
  private static final Comparator<Member> ORDER =
      Comparator.comparingLong(Member::postedAtMicros).thenComparing(Member::id);

  /** Earlier posts first; of one moment, by identifier. */
  @Override
  public int compareTo(Member other) {
    return ORDER.compare(this, other);
  }
}
