package dev.earshot.pipelines.facts;

import dev.earshot.pipelines.run.Reach;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * That a post replies to, quotes or repeats another; travels to the other post.
 *
 * @param parentPostId the post that is referred to
 * @param childPostId the post that refers
 * @param childAuthorId pseudonym of its author
 * @param childBrandId the brand whose account wrote it, or null
 * @param childAtMicros when it was posted
 * @param isReply true for a reply
 * @param isAnswerAddressed true where the reply itself names whom it answers
 */
public record PostReference(
    String network,
    String parentPostId,
    String childPostId,
    String childAuthorId,
    @Nullable String childBrandId,
    long childAtMicros,
    boolean isReply,
    boolean isAnswerAddressed)
    implements PostEvidence {

  /** How much later than a post what refers to it may come, in days. */
  private static final int LATEST_DAYS = 28;

  /** Clocks of sources disagree: how much earlier it may seem to come. */
  private static final int EARLIEST_DAYS = 1;

  private static final long DAY_MICROS = 86_400_000_000L;

  /** That a post refers to another. */
  public static PostReference of(PostVersion child, String parentPostId, boolean isReply) {
    return new PostReference(
        child.network(),
        parentPostId,
        child.postId(),
        child.authorId(),
        child.ownerBrandId(),
        child.postedAtMicros(),
        isReply,
        child.relations().answeredId() != null);
  }

  /** Around a post that which it refers to, and that which refers to it. */
  public static final Reach REACH = new Reach(LATEST_DAYS, LATEST_DAYS);

  /**
   * Whether a reference counts: what comes weeks later is read without what it refers to, where a
   * run is over dates.
   *
   * @param parentAtMicros when the post that is referred to was posted
   * @param childAtMicros when the post that refers was posted
   */
  public static boolean isWithinReach(long parentAtMicros, long childAtMicros) {
    long delay = childAtMicros - parentAtMicros;
    return delay >= -EARLIEST_DAYS * DAY_MICROS && delay <= LATEST_DAYS * DAY_MICROS;
  }

  /** What refers to one post together, and of that one child; replies first, then the earliest. */
  static final Comparator<PostReference> ORDER =
      Comparator.comparing(PostReference::network)
          .thenComparing(PostReference::parentPostId)
          .thenComparing(PostReference::childPostId)
          .thenComparing(PostReference::isReply, Comparator.reverseOrder())
          .thenComparingLong(PostReference::childAtMicros);
}
