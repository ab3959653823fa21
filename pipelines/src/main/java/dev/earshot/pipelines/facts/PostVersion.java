package dev.earshot.pipelines.facts;

import dev.earshot.models.brands.BrandRelevance;
import dev.earshot.models.domain.BrandEvidence;
import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Engagement;
import dev.earshot.models.text.TextIssue;
import java.util.Comparator;
import java.util.EnumSet;
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
 * @param links web addresses that it links to beside its text
 * @param matches the brands that it is about, sorted
 * @param isOrphan true where only the answered post can tell whether it is about a brand
 * @param source index of its file
 * @param byteOffset its place in the file
 */
public record PostVersion(
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
    List<String> links,
    List<BrandMatch> matches,
    boolean isOrphan,
    int source,
    long byteOffset)
    implements PostEvidence {

  /**
   * The versions of a post together, newest first; of those of one moment that with the larger
   * figures, since a server that only hears of a post knows part of them, then that of the first
   * file.
   */
  static final Comparator<PostVersion> ORDER =
      Comparator.comparing(PostVersion::network)
          .thenComparing(PostVersion::postId)
          .thenComparing(PostVersion::observedAtMicros, Comparator.reverseOrder())
          .thenComparing(PostVersion::figures, Comparator.reverseOrder())
          .thenComparingInt(PostVersion::source)
          .thenComparingLong(PostVersion::byteOffset);

  /** Whether the other is a version of the same post. */
  public boolean isSamePost(@Nullable PostVersion other) {
    return other != null && other.network.equals(network) && other.postId.equals(postId);
  }

  /**
   * Whether it is something that its author published: neither an answer nor what another wrote and
   * the author repeated.
   */
  public boolean isOwnPost() {
    return inReplyToPostId == null && repostOfPostId == null;
  }

  /** This version, about the brand whose post it answers. */
  public PostVersion answerTo(String brandId) {
    Set<BrandEvidence> evidence = EnumSet.of(BrandEvidence.REPLY_TO_OWN_ACCOUNT);
    BrandMatch match = new BrandMatch(brandId, evidence, BrandRelevance.of(evidence), List.of());
    return with(inReplyToPostId, List.of(match));
  }

  /** This version, as an answer to the post with another id. */
  public PostVersion answering(String postIdOfAnswered) {
    return with(postIdOfAnswered, matches);
  }

  private PostVersion with(@Nullable String answeredPostId, List<BrandMatch> about) {
    return new PostVersion(
        network,
        postId,
        authorId,
        ownerBrandId,
        text,
        language,
        postedAtMicros,
        answeredPostId,
        answeredId,
        repostOfPostId,
        mediaType,
        engagement,
        issues,
        links,
        about,
        isOrphan,
        source,
        byteOffset);
  }

  /** When the figures of this version were read; a version without figures is older than any. */
  long observedAtMicros() {
    return engagement == null ? Long.MIN_VALUE : engagement.observedAtMicros();
  }

  /** Likes, shares and comments together; a count is at most a million millions. */
  private long figures() {
    return engagement == null
        ? 0
        : orZero(engagement.likeCount())
            + orZero(engagement.shareCount())
            + orZero(engagement.commentCount());
  }

  private static long orZero(@Nullable Long count) {
    return count == null ? 0 : count;
  }
}
