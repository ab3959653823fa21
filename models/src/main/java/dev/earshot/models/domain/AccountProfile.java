package dev.earshot.models.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a platform says about an account. A count that the platform does not report is null, never
 * zero. Of picture and biography it has no more than whether they are there.
 *
 * @param network lower-case network name
 * @param accountId the platform's id, before pseudonymisation
 * @param handle the account's handle without the at sign
 * @param followerCount accounts that follow it
 * @param followingCount accounts that it follows
 * @param postCount its posts
 * @param createdAtMicros when the account was made, UTC microseconds since the epoch
 * @param isVerified whether the platform vouches for it
 * @param hasPicture whether it has a picture of its own
 * @param hasBiography whether it says anything about itself
 * @param observedAtMicros when it looked so, or the earliest possible time; null where nothing
 *     tells
 */
public record AccountProfile(
    String network,
    String accountId,
    @Nullable String handle,
    @Nullable Long followerCount,
    @Nullable Long followingCount,
    @Nullable Long postCount,
    @Nullable Long createdAtMicros,
    @Nullable Boolean isVerified,
    @Nullable Boolean hasPicture,
    @Nullable Boolean hasBiography,
    @Nullable Long observedAtMicros) {

  /** An account of which neither picture nor biography is told, nor when it looked so. */
  public AccountProfile(
      String network,
      String accountId,
      @Nullable String handle,
      @Nullable Long followerCount,
      @Nullable Long followingCount,
      @Nullable Long postCount,
      @Nullable Long createdAtMicros,
      @Nullable Boolean isVerified) {
    this(
        network,
        accountId,
        handle,
        followerCount,
        followingCount,
        postCount,
        createdAtMicros,
        isVerified,
        null,
        null,
        null);
  }

  /** Leaves ids and names out, so that a log or an exception cannot carry them. */
  @Override
  public String toString() {
    return "AccountProfile[" + network + "]";
  }
}
