package dev.earshot.pipelines.facts;

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
    boolean isAnswerAddressed) {

  /** What refers to one post together, and of that one child; replies first, then the earliest. */
  static final Comparator<PostReference> ORDER =
      Comparator.comparing(PostReference::network)
          .thenComparing(PostReference::parentPostId)
          .thenComparing(PostReference::childPostId)
          .thenComparing(PostReference::isReply, Comparator.reverseOrder())
          .thenComparingLong(PostReference::childAtMicros);
}
