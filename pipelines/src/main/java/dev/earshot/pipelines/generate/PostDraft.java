package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.PostDetails;
import dev.earshot.models.domain.PostThread;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A post before it is written.
 *
 * @param network where it stands
 * @param author its author's place in the pool, negative for a brand
 * @param postId its id
 * @param authorId its author's id
 * @param authorHandle its author's handle
 * @param text its text
 * @param language the stated language
 * @param postedAt UTC seconds since the epoch
 * @param link what it answers, repeats or quotes
 */
record PostDraft(
    Network network,
    int author,
    String postId,
    String authorId,
    String authorHandle,
    String text,
    @Nullable String language,
    long postedAt,
    @Nullable Link link) {

  private static final long MICROS = 1_000_000L;
  private static final String[] MEDIA = {"text", "text", "text", "image", "video", "link"};

  /** How a post refers to another. */
  enum Relation {
    REPLY,
    REPOST,
    QUOTE
  }

  /** That a post refers to another post. */
  record Link(Relation relation, PostDraft target) {}

  Post with(@Nullable Engagement engagement) {
    String reply = null;
    String replyAuthor = null;
    String repost = null;
    String quote = null;
    String conversation = null;
    if (link != null) {
      String target = link.target().postId();
      switch (link.relation()) {
        case REPLY -> {
          reply = target;
          replyAuthor = link.target().authorId();
          conversation = target;
        }
        case REPOST -> repost = target;
        case QUOTE -> quote = target;
      }
    }
    String media = network == Network.INSTAGRAM ? "image" : MEDIA[(int) (postedAt % MEDIA.length)];
    return new Post(
        network.id,
        postId,
        authorId,
        network == Network.FACEBOOK ? null : authorHandle,
        text,
        language,
        postedAt * MICROS,
        new PostThread(reply, replyAuthor, repost, quote, conversation),
        media,
        engagement,
        Set.of(),
        PostDetails.NONE);
  }

  /** A snapshot as this network reports it; reach only for own posts on Instagram. */
  Engagement snapshot(long observedAt, long likes, long followers, boolean isOwn) {
    return new Engagement(
        observedAt * MICROS,
        likes,
        network.reportsShares ? (Long) (likes / 5) : null,
        likes / 3,
        network.reportsImpressions ? (Long) (likes * 40 + 11) : null,
        isOwn && network == Network.INSTAGRAM ? (Long) (likes * 20 + 7) : null,
        network.reportsFollowers ? (Long) followers : null);
  }
}
