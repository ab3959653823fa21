package dev.earshot.pipelines.facts;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing known about a post, on its way to the place where everything about the post meets.
 * Exactly one of the others is set.
 *
 * @param post fingerprint of the post
 */
public record AboutPost(
    long post,
    @Nullable PostVersion version,
    @Nullable PostReference reference,
    @Nullable ClusterAssignment cluster,
    @Nullable UnmatchedPost stub) {

  /**
   * Posts one after the other; of each, first what it is, then who refers to it, each child
   * together, then the posts that answer it and name no brand, the newest version of each first.
   */
  public static final Comparator<AboutPost> ORDER =
      Comparator.comparingLong(AboutPost::post)
          .thenComparingInt(AboutPost::rank)
          .thenComparing(AboutPost::reference, Comparator.nullsFirst(PostReference.ORDER))
          .thenComparing(AboutPost::version, Comparator.nullsFirst(PostVersion.ORDER));

  private int rank() {
    return isOrphan() ? 2 : reference != null ? 1 : 0;
  }

  /** A post that names no brand, where the post is that it answers. */
  public boolean isOrphan() {
    return version != null && version.isOrphan();
  }

  public static AboutPost of(long post, PostVersion version) {
    return new AboutPost(post, version, null, null, null);
  }

  public static AboutPost of(long post, PostReference reference) {
    return new AboutPost(post, null, reference, null, null);
  }

  public static AboutPost of(long post, ClusterAssignment cluster) {
    return new AboutPost(post, null, null, cluster, null);
  }

  public static AboutPost of(long post, UnmatchedPost stub) {
    return new AboutPost(post, null, null, null, stub);
  }
}
