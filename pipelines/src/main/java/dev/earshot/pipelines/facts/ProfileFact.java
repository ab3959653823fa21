package dev.earshot.pipelines.facts;

import dev.earshot.pipelines.beam.Fingerprints;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What an account looked like at one moment, without its id and its name.
 *
 * @param account whose it is
 * @param brandId the brand that lists the account as its own, or null
 * @param look what was seen
 * @param observedAtMicros when, UTC microseconds
 * @param place where it was read
 * @param isRecord whether it was a record of its file, and not told beside a post
 */
public record ProfileFact(
    Account account,
    @Nullable String brandId,
    Look look,
    long observedAtMicros,
    RecordPlace place,
    boolean isRecord) {
  private static final long DAY_MICROS = 24L * 3600 * 1_000_000;

  /** The newest first; of one moment what stands last in the input. */
  public static final Comparator<ProfileFact> NEWEST =
      Comparator.comparingLong(ProfileFact::observedAtMicros)
          .thenComparing(ProfileFact::place)
          .reversed();

  /**
   * An account.
   *
   * @param network where it is
   * @param id keyed hash of its id
   */
  public record Account(String network, String id) {}

  /** An account on a day. */
  public record AccountDay(Account account, int day) {}

  /**
   * What was seen; null where the source does not tell.
   *
   * @param ageDayCount whole days since the account was made
   * @param followerCount accounts that follow it
   * @param followingCount accounts that it follows
   * @param postCount posts that it has
   * @param hasPicture whether it has a picture of its own
   * @param hasBiography whether it says anything about itself
   * @param isVerified whether the network vouches for it
   */
  public record Look(
      @Nullable Long ageDayCount,
      @Nullable Long followerCount,
      @Nullable Long followingCount,
      @Nullable Long postCount,
      @Nullable Boolean hasPicture,
      @Nullable Boolean hasBiography,
      @Nullable Boolean isVerified) {}

  /** Where all that was seen of an account meets. */
  public long key() {
    return Fingerprints.of(account.network(), account.id());
  }

  /** The day in UTC: an account is of no brand, whose time zone it could be. */
  public AccountDay day() {
    return new AccountDay(account, (int) Math.floorDiv(observedAtMicros, DAY_MICROS));
  }
}
