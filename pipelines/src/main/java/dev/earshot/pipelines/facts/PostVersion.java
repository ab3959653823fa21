package dev.earshot.pipelines.facts;

import dev.earshot.models.brands.BrandRelevance;
import dev.earshot.models.domain.BrandEvidence;
import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Engagement;
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
 * @param engagement its figures as this delivery tells them, or null
 * @param matches the brands that it is about, sorted
 * @param isOrphan true where only the answered post can tell whether it is about a brand
 */
public record PostVersion(
    String network,
    String postId,
    String authorId,
    @Nullable String ownerBrandId,
    PostContent content,
    long postedAtMicros,
    PostRelations relations,
    @Nullable Engagement engagement,
    List<BrandMatch> matches,
    boolean isOrphan,
    RecordPlace place)
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
          .thenComparing(PostVersion::place);

  /** Whether the other is a version of the same post. */
  public boolean isSamePost(@Nullable PostVersion other) {
    return other != null && other.network.equals(network) && other.postId.equals(postId);
  }

  /**
   * Whether it is something that its author published: neither an answer nor what another wrote and
   * the author repeated.
   */
  public boolean isOwnPost() {
    return relations.inReplyToPostId() == null && relations.repostOfPostId() == null;
  }

  /** This version, about the brand whose post it answers. */
  public PostVersion answerTo(String brandId) {
    Set<BrandEvidence> evidence = EnumSet.of(BrandEvidence.REPLY_TO_OWN_ACCOUNT);
    BrandMatch match = new BrandMatch(brandId, evidence, BrandRelevance.of(evidence), List.of());
    return with(relations, List.of(match));
  }

  /** This version, as an answer to the post with another id. */
  public PostVersion answering(String postIdOfAnswered) {
    return with(relations.answering(postIdOfAnswered), matches);
  }

  private PostVersion with(PostRelations to, List<BrandMatch> about) {
    return new PostVersion(
        network,
        postId,
        authorId,
        ownerBrandId,
        content,
        postedAtMicros,
        to,
        engagement,
        about,
        isOrphan,
        place);
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
