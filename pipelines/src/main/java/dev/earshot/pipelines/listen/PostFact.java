package dev.earshot.pipelines.listen;

import org.jspecify.annotations.Nullable;

/**
 * One thing known about a post, on its way to the place where everything about the post meets.
 * Exactly one of the others is set.
 *
 * @param post fingerprint of the post
 */
record PostFact(
    long post,
    @Nullable PostVersion version,
    @Nullable PostReference reference,
    @Nullable ClusterAssignment cluster,
    @Nullable PostStub stub) {

  static PostFact of(long post, PostVersion version) {
    return new PostFact(post, version, null, null, null);
  }

  static PostFact of(long post, PostReference reference) {
    return new PostFact(post, null, reference, null, null);
  }

  static PostFact of(long post, ClusterAssignment cluster) {
    return new PostFact(post, null, null, cluster, null);
  }

  static PostFact of(long post, PostStub stub) {
    return new PostFact(post, null, null, null, stub);
  }
}
