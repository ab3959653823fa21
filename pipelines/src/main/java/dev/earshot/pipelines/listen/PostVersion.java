package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Engagement;
import dev.earshot.models.text.TextIssue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a post, pseudonymised and matched to brands; the same post may be delivered again
 * with newer figures.
 *
 * @param authorId pseudonym of the author
 * @param ownerBrandId the brand whose account wrote it, or null
 * @param answeredId pseudonym of the author of the answered post, or null
 * @param issues what was mended in the text
 * @param matches the brands that it is about, sorted
 * @param isOrphan true where only the answered post can tell whether it is about a brand
 * @param source index of its file
 * @param byteOffset its place in the file
 */
record PostVersion(
    String network,
    String postId,
    String authorId,
    @Nullable String ownerBrandId,
    String text,
    @Nullable String language,
    long postedAtMicros,
    @Nullable String inReplyToPostId,
    @Nullable String answeredId,
    @Nullable String repostOfPostId,
    @Nullable String mediaType,
    @Nullable Engagement engagement,
    Set<TextIssue> issues,
    List<BrandMatch> matches,
    boolean isOrphan,
    int source,
    long byteOffset) {

  /** When the figures of this version were read; a version without figures is older than any. */
  long observedAtMicros() {
    return engagement == null ? Long.MIN_VALUE : engagement.observedAtMicros();
  }
}
