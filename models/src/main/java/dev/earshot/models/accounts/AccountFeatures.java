package dev.earshot.models.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What a profile shows without a look at posts or friends (the features of class A of Cresci and
 * others, 2015): what suspicion is measured by. Null where the source does not say. What a platform
 * says of an account as such is {@link dev.earshot.models.domain.AccountProfile}.
 *
 * @param followerCount accounts that follow it
 * @param friendCount accounts that it follows
 * @param postCount posts so far
 * @param likeCount posts of others that it liked
 * @param listCount lists of others that it is on
 * @param hasPicture whether it has a picture of its own
 * @param hasDescription whether it describes itself
 * @param hasLocation whether it names a place
 * @param hasAddress whether it links a page
 * @param saysBot whether its name or description says that it is a bot; see {@link BotWords}
 */
public record AccountFeatures(
    @Nullable Long followerCount,
    @Nullable Long friendCount,
    @Nullable Long postCount,
    @Nullable Long likeCount,
    @Nullable Long listCount,
    @Nullable Boolean hasPicture,
    @Nullable Boolean hasDescription,
    @Nullable Boolean hasLocation,
    @Nullable Boolean hasAddress,
    boolean saysBot) {}
