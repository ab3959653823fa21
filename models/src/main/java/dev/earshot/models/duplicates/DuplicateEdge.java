package dev.earshot.models.duplicates;

/**
 * A post and an earlier near-duplicate of it.
 *
 * @param laterId identifier of the later post
 * @param laterPostedAtMicros when it was posted, UTC microseconds since the epoch
 * @param earlierId identifier of the earlier post
 * @param earlierPostedAtMicros when it was posted, UTC microseconds since the epoch
 */
public record DuplicateEdge(
    String laterId, long laterPostedAtMicros, String earlierId, long earlierPostedAtMicros) {}
