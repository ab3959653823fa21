package dev.earshot.models.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a platform says about an account. A count that the platform does not report is null, never
 * zero.
 *
 * @param network lower-case network name
 * @param accountId the platform's id, before pseudonymisation
 * @param handle the account's handle without the at sign
 * @param followerCount accounts that follow it
 * @param followingCount accounts that it follows
 * @param postCount its posts
 * @param createdAtMicros when the account was made, UTC microseconds since the epoch
 * @param isVerified whether the platform vouches for it
 */
public record AccountProfile(
    String network,
    String accountId,
    @Nullable String handle,
    @Nullable Long followerCount,
    @Nullable Long followingCount,
    @Nullable Long postCount,
    @Nullable Long createdAtMicros,
    @Nullable Boolean isVerified) {}
