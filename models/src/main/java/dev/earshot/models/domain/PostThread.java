package dev.earshot.models.domain;

import org.jspecify.annotations.Nullable;

/**
 * The posts and the conversation that a post belongs to; all ids are the platform's.
 *
 * @param inReplyToPostId the post that it answers
 * @param inReplyToAuthorId the author of the post that it answers
 * @param repostOfPostId the post that it repeats unchanged
 * @param quoteOfPostId the post that it quotes with a comment
 * @param conversationId the platform's thread id
 */
public record PostThread(
    @Nullable String inReplyToPostId,
    @Nullable String inReplyToAuthorId,
    @Nullable String repostOfPostId,
    @Nullable String quoteOfPostId,
    @Nullable String conversationId) {}
