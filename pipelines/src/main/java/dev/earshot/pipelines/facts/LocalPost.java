package dev.earshot.pipelines.facts;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The id that a post has on the server that was asked: who it is, or who answers it. Servers of one
 * network give one post different ids, and an answer names the post by that of its own server.
 * Exactly one of {@code postId} and {@code answer} is set.
 *
 * @param localId the id there
 * @param postId the id that the post has everywhere
 * @param answer a post that answers it
 * @param source index of the file that says so
 */
public record LocalPost(
    String network,
    String localId,
    @Nullable String postId,
    @Nullable PostVersion answer,
    int source) {

  /** Ids one after the other; of each, first what it stands for, then the answers. */
  public static final Comparator<LocalPost> ORDER =
      Comparator.comparing(LocalPost::network)
          .thenComparing(LocalPost::localId)
          .thenComparing(LocalPost::postId, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparingInt(LocalPost::source)
          .thenComparing(LocalPost::answer, Comparator.nullsFirst(PostVersion.ORDER));

  /** Whether the other is about the same id of a network. */
  public boolean isSameId(LocalPost other) {
    return other.network.equals(network) && other.localId.equals(localId);
  }
}
