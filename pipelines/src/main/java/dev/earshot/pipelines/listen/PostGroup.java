package dev.earshot.pipelines.listen;

import dev.earshot.models.brands.BrandRelevance;
import dev.earshot.models.domain.BrandEvidence;
import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Engagement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was said about the posts of one fingerprint (nearly always one post), put in
 * order: versions newest first, each reference once.
 */
final class PostGroup {
  private static final Comparator<PostVersion> NEWEST_FIRST =
      Comparator.comparingLong(PostVersion::observedAtMicros)
          .reversed()
          .thenComparingInt(PostVersion::source)
          .thenComparingLong(PostVersion::byteOffset);

  private final Map<String, List<PostVersion>> versions = new TreeMap<>();
  private final Map<String, List<PostVersion>> orphans = new TreeMap<>();
  private final Map<String, Map<String, PostReference>> references = new TreeMap<>();
  private final Map<String, PostStub> stubs = new TreeMap<>();
  private @Nullable Long clusterHead;

  void add(PostFact fact) {
    if (fact.version() != null) {
      PostVersion version = fact.version();
      Map<String, List<PostVersion>> target = version.isOrphan() ? orphans : versions;
      target.computeIfAbsent(id(version), id -> new ArrayList<>(1)).add(version);
    } else if (fact.reference() != null) {
      PostReference reference = fact.reference();
      references
          .computeIfAbsent(id(reference.network(), reference.parentPostId()), id -> new TreeMap<>())
          .merge(reference.childPostId(), reference, PostGroup::stronger);
    } else if (fact.stub() != null) {
      stubs.putIfAbsent(id(fact.stub().network(), fact.stub().postId()), fact.stub());
    } else if (fact.cluster() != null) {
      long head = fact.cluster().head();
      clusterHead =
          clusterHead == null || Long.compareUnsigned(head, clusterHead) < 0
              ? Long.valueOf(head)
              : clusterHead;
    }
  }

  /** One post may both quote and reply: the reply says more. */
  private static PostReference stronger(PostReference a, PostReference b) {
    return a.isReply() ? a : b;
  }

  /** The head of the cluster that the post belongs to, or null where it stands alone. */
  @Nullable Long clusterHead() {
    return clusterHead;
  }

  /** The versions of each post, newest first. */
  List<List<PostVersion>> posts() {
    List<List<PostVersion>> posts = new ArrayList<>(versions.values());
    posts.forEach(list -> list.sort(NEWEST_FIRST));
    return posts;
  }

  /**
   * Posts that name no brand but answer a post of this group, as versions, newest first: about the
   * brand that owns the answered post, or about none.
   */
  List<List<PostVersion>> answers() {
    List<List<PostVersion>> answers = new ArrayList<>();
    for (List<PostVersion> list : orphans.values()) {
      list.sort(NEWEST_FIRST);
      List<PostVersion> parents = versions.get(id(list.get(0).network(), parent(list.get(0))));
      String owner = parents == null ? null : parents.get(0).ownerBrandId();
      answers.add(owner == null ? list : list.stream().map(v -> answerTo(owner, v)).toList());
    }
    return answers;
  }

  private static String parent(PostVersion orphan) {
    return String.valueOf(orphan.inReplyToPostId());
  }

  private static PostVersion answerTo(String brandId, PostVersion v) {
    BrandMatch match =
        new BrandMatch(
            brandId,
            EnumSet.of(BrandEvidence.REPLY_TO_OWN_ACCOUNT),
            BrandRelevance.of(EnumSet.of(BrandEvidence.REPLY_TO_OWN_ACCOUNT)),
            List.of());
    return new PostVersion(
        v.network(),
        v.postId(),
        v.authorId(),
        null,
        v.text(),
        v.language(),
        v.postedAtMicros(),
        v.inReplyToPostId(),
        v.answeredId(),
        v.repostOfPostId(),
        v.mediaType(),
        v.engagement(),
        v.issues(),
        List.of(match),
        true,
        v.source(),
        v.byteOffset());
  }

  /** The posts that refer to a post, each once, by id. */
  List<PostReference> referencesTo(PostVersion post) {
    Map<String, PostReference> found = references.get(id(post));
    return found == null ? List.of() : List.copyOf(found.values());
  }

  /** Posts about no brand that are known only to exist. */
  List<PostStub> stubs() {
    return List.copyOf(stubs.values());
  }

  List<PostReference> referencesTo(PostStub stub) {
    Map<String, PostReference> found = references.get(id(stub.network(), stub.postId()));
    return found == null ? List.of() : List.copyOf(found.values());
  }

  /** The distinct snapshots of a post's versions, oldest first. */
  static List<Engagement> history(List<PostVersion> newestFirst) {
    Map<Long, Engagement> byTime = new TreeMap<>();
    for (PostVersion version : newestFirst) {
      if (version.engagement() != null) {
        byTime.putIfAbsent(version.engagement().observedAtMicros(), version.engagement());
      }
    }
    return List.copyOf(byTime.values());
  }

  private static String id(PostVersion version) {
    return id(version.network(), version.postId());
  }

  private static String id(String network, String postId) {
    return network + '\n' + postId;
  }
}
