package dev.earshot.pipelines.facts;

import org.jspecify.annotations.Nullable;

/**
 * The posts that a post refers to.
 *
 * @param inReplyToPostId the post that it answers, or null
 * @param answeredId pseudonym of the author of the answered post, or null
 * @param repostOfPostId the post that it repeats unchanged, or null
 */
public record PostRelations(
    @Nullable String inReplyToPostId,
    @Nullable String answeredId,
    @Nullable String repostOfPostId) {

  /** The same, as an answer to the post with another id. */
  PostRelations answering(String postId) {
    return new PostRelations(postId, answeredId, repostOfPostId);
  }
}
