package dev.earshot.pipelines.facts;

/**
 * That a post about no brand exists. A brand may answer it all the same, and then the pair counts.
 */
public record UnmatchedPost(String network, String postId, String authorId, long postedAtMicros)
    implements PostEvidence {}
