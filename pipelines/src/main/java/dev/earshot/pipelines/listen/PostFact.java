package dev.earshot.pipelines.listen;

import org.jspecify.annotations.Nullable;

/**
 * One thing known about a post, on its way to the place where everything about the post meets.
 * Exactly one component is set.
 */
record PostFact(
    @Nullable PostVersion version,
    @Nullable PostReference reference,
    @Nullable ClusterAssignment cluster,
    @Nullable PostStub stub) {

  static PostFact of(PostVersion version) {
    return new PostFact(version, null, null, null);
  }

  static PostFact of(PostReference reference) {
    return new PostFact(null, reference, null, null);
  }

  static PostFact of(ClusterAssignment cluster) {
    return new PostFact(null, null, cluster, null);
  }

  static PostFact of(PostStub stub) {
    return new PostFact(null, null, null, stub);
  }
}
