package dev.earshot.pipelines.sources.fields;

import dev.earshot.models.domain.PostDetails;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a platform tells of the post that is being read beside its fields; used again for others.
 */
public final class DetailsDraft {
  private final Set<String> links = new LinkedHashSet<>();
  private final Set<String> addressed = new LinkedHashSet<>();
  private @Nullable String localAuthorId;
  private @Nullable String localAnsweredId;
  private @Nullable String localId;
  private @Nullable String localAnsweredPostId;

  DetailsDraft() {}

  void clear() {
    links.clear();
    addressed.clear();
    localAuthorId = null;
    localAnsweredId = null;
    localId = null;
    localAnsweredPostId = null;
  }

  /** Adds an address that the post links to; what is no web address is none. */
  public void addLink(@Nullable String address) {
    if (address != null && (address.startsWith("http://") || address.startsWith("https://"))) {
      links.add(address);
    }
  }

  /** Adds an account that the post mentions, {@code name@host}. */
  public void addAddressed(String account) {
    addressed.add(account.toLowerCase(Locale.ROOT));
  }

  /** Sets ids that only the author's own server, and that of who is answered, know. */
  public void setLocalAuthors(@Nullable String authorId, @Nullable String answeredId) {
    localAuthorId = authorId;
    localAnsweredId = answeredId;
  }

  /** Sets ids that only the server that was asked knows the posts by. */
  public void setLocalPosts(@Nullable String postId, @Nullable String answeredPostId) {
    localId = postId;
    localAnsweredPostId = answeredPostId;
  }

  PostDetails finish() {
    boolean isNone =
        links.isEmpty()
            && addressed.isEmpty()
            && localAuthorId == null
            && localAnsweredId == null
            && localId == null
            && localAnsweredPostId == null;
    return isNone
        ? PostDetails.NONE
        : new PostDetails(
            List.copyOf(links),
            List.copyOf(addressed),
            localAuthorId,
            localAnsweredId,
            localId,
            localAnsweredPostId);
  }
}
