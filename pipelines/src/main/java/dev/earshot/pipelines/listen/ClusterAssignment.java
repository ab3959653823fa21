package dev.earshot.pipelines.listen;

/**
 * That a post belongs to a cluster of near-duplicates.
 *
 * @param post fingerprint of the post
 * @param head fingerprint of the cluster's first post
 */
record ClusterAssignment(long post, long head) {}
