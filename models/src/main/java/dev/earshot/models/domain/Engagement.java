package dev.earshot.models.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a platform said about a post at one moment. A count that the platform does not report is
 * null, never zero.
 *
 * @param observedAtMicros when the figures were read, UTC microseconds since the epoch
 * @param likeCount likes, favourites, reactions
 * @param shareCount shares, reposts, retweets, quotes included where the platform adds them
 * @param commentCount comments and replies
 * @param impressionCount times shown
 * @param reachCount distinct people who saw it
 * @param authorFollowerCount followers of the author at that moment
 */
public record Engagement(
    long observedAtMicros,
    @Nullable Long likeCount,
    @Nullable Long shareCount,
    @Nullable Long commentCount,
    @Nullable Long impressionCount,
    @Nullable Long reachCount,
    @Nullable Long authorFollowerCount) {}
