package dev.earshot.pipelines.facts;

/**
 * That a post belongs to a cluster of near-duplicates.
 *
 * @param post fingerprint of the post
 * @param head fingerprint of the cluster's first post
 */
public record ClusterAssignment(long post, long head) implements PostEvidence {}
