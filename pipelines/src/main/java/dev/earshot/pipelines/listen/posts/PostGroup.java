package dev.earshot.pipelines.listen.posts;

import dev.earshot.models.domain.Engagement;
import dev.earshot.pipelines.facts.AboutPost;
import dev.earshot.pipelines.facts.ClusterAssignment;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.facts.PostReference;
import dev.earshot.pipelines.facts.PostVersion;
import dev.earshot.pipelines.facts.UnmatchedPost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was said about the posts of one fingerprint (nearly always one post), but for answers that
 * name no brand. Takes facts in the order of {@link AboutPost#ORDER}. Of those who refer to a post
 * only brands are kept, others are counted: a post that millions answer takes no more memory.
 */
final class PostGroup {
  private final Map<PostId, List<PostVersion>> versions = new LinkedHashMap<>();
  private final Map<PostId, UnmatchedPost> stubs = new LinkedHashMap<>();
  private final Map<PostId, References> references = new HashMap<>();
  private @Nullable Long clusterHead;

  /** Who refers to a post. */
  private static final class References {
    private final List<PostReference> ofBrands = new ArrayList<>(0);
    private @Nullable String lastChild;
    private long resonance;
  }

  /**
   * Adds a fact, and gives the post that it passes on: one of a brand, which somebody else repeats
   * or quotes; null for other facts.
   */
  @Nullable PostVersion add(AboutPost fact) {
    if (fact.evidence() instanceof PostVersion version) {
      versions.computeIfAbsent(id(version), id -> new ArrayList<>(1)).add(version);
    } else if (fact.evidence() instanceof PostReference reference) {
      return add(reference);
    } else if (fact.evidence() instanceof UnmatchedPost stub) {
      stubs.putIfAbsent(id(stub.network(), stub.postId()), stub);
    } else if (fact.evidence() instanceof ClusterAssignment cluster) {
      long head = cluster.head();
      clusterHead =
          clusterHead == null || Long.compareUnsigned(head, clusterHead) < 0
              ? Long.valueOf(head)
              : clusterHead;
    }
    return null;
  }

  /** One post may both quote and reply: the reply says more, and comes first. */
  private @Nullable PostVersion add(PostReference reference) {
    PostId id = id(reference.network(), reference.parentPostId());
    References known = references.computeIfAbsent(id, key -> new References());
    if (reference.childPostId().equals(known.lastChild)) {
      return null;
    }
    known.lastChild = reference.childPostId();
    if (reference.childBrandId() != null) {
      known.ofBrands.add(reference);
    }
    List<PostVersion> parents = versions.get(id);
    if (parents == null) {
      return null;
    }
    PostVersion parent = parents.get(0);
    known.resonance += isResonance(reference, parent) ? 1 : 0;
    boolean isShare = !reference.isReply() && reference.childBrandId() == null;
    return isShare && parent.ownerBrandId() != null ? parent : null;
  }

  private static boolean isResonance(PostReference reference, PostVersion own) {
    return own.ownerBrandId() != null
        && !own.ownerBrandId().equals(reference.childBrandId())
        && PostReference.isWithinReach(own.postedAtMicros(), reference.childAtMicros())
        && reference.childAtMicros() <= OwnPostFact.matureAt(own.postedAtMicros());
  }

  /** The head of the cluster that the post belongs to, or null where it stands alone. */
  @Nullable Long clusterHead() {
    return clusterHead;
  }

  /** The versions of each post, newest first. */
  List<List<PostVersion>> posts() {
    return List.copyOf(versions.values());
  }

  /** The brand whose post a post answers, or null. */
  @Nullable String ownerAnsweredBy(PostVersion answer) {
    List<PostVersion> parents =
        versions.get(id(answer.network(), String.valueOf(answer.relations().inReplyToPostId())));
    if (parents == null) {
      return null;
    }
    PostVersion parent = parents.get(0);
    return PostReference.isWithinReach(parent.postedAtMicros(), answer.postedAtMicros())
        ? parent.ownerBrandId()
        : null;
  }

  /** Posts about no brand that are known only to exist. */
  List<UnmatchedPost> stubs() {
    return List.copyOf(stubs.values());
  }

  /** The posts of brands that refer to a post, each once, by id. */
  List<PostReference> brandsReferringTo(String network, String postId) {
    References known = references.get(id(network, postId));
    return known == null ? List.of() : known.ofBrands;
  }

  /** How many posts by others refer to a brand's post before it is mature. */
  long resonance(PostVersion own) {
    References known = references.get(id(own));
    return known == null ? 0 : known.resonance;
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

  private static PostId id(PostVersion version) {
    return id(version.network(), version.postId());
  }

  private static PostId id(String network, String postId) {
    return new PostId(network, postId);
  }

  private record PostId(String network, String postId) {}
}
