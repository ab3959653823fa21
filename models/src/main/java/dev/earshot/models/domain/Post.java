package dev.earshot.models.domain;

import dev.earshot.models.text.TextIssue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One public post as a source delivered it.
 *
 * @param network lower-case network name, such as {@code x} or {@code mastodon}
 * @param postId the platform's id, always text: ids exceed 2^53
 * @param authorId the platform's id of the author, before pseudonymisation
 * @param authorHandle the author's handle without the at sign
 * @param text the post's text as the platform shows it
 * @param language ISO 639-1 code that the platform or the author stated
 * @param postedAtMicros UTC microseconds since the epoch
 * @param thread the posts that this one refers to
 * @param mediaType {@code text}, {@code image}, {@code video}, {@code link} or another word of the
 *     source
 * @param engagement the snapshot that came with the post
 * @param issues what was mended in the text
 * @param details what the platform tells beside these
 */
public record Post(
    String network,
    String postId,
    String authorId,
    @Nullable String authorHandle,
    String text,
    @Nullable String language,
    long postedAtMicros,
    PostThread thread,
    @Nullable String mediaType,
    @Nullable Engagement engagement,
    Set<TextIssue> issues,
    PostDetails details) {}
