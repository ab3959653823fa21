package dev.earshot.pipelines.facts;

import java.util.Comparator;

/**
 * One thing known about a post, on its way to the place where everything about the post meets.
 *
 * @param post fingerprint of the post
 */
public record AboutPost(long post, PostEvidence evidence) {

  /**
   * Posts one after the other; of each, first what it is, then who refers to it, each child
   * together, then the posts that answer it and name no brand, the newest version of each first.
   */
  public static final Comparator<AboutPost> ORDER =
      Comparator.comparingLong(AboutPost::post)
          .thenComparingInt(AboutPost::rank)
          .thenComparing(AboutPost::evidence, AboutPost::compare);

  private int rank() {
    if (evidence instanceof PostVersion version) {
      return version.isOrphan() ? 3 : 1;
    }
    return evidence instanceof PostReference ? 2 : 0;
  }

  /** The order of what has the same rank. */
  private static int compare(PostEvidence one, PostEvidence other) {
    if (one instanceof PostReference a && other instanceof PostReference b) {
      return PostReference.ORDER.compare(a, b);
    }
    if (one instanceof PostVersion a && other instanceof PostVersion b) {
      return PostVersion.ORDER.compare(a, b);
    }
    return 0;
  }

  /** A post that names no brand, where the post is that it answers. */
  public boolean isOrphan() {
    return evidence instanceof PostVersion version && version.isOrphan();
  }
}
