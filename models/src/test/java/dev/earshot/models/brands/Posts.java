package dev.earshot.models.brands;

import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.PostDetails;
import dev.earshot.models.domain.PostThread;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Posts for tests of which only the text and what it answers matter. */
final class Posts {
  private Posts() {}

  static Post of(String text) {
    return on("x", text, null);
  }

  static Post on(String network, String text, @Nullable String inReplyToAuthorId) {
    return with(PostDetails.NONE, network, text, inReplyToAuthorId);
  }

  static Post with(
      PostDetails details, String network, String text, @Nullable String inReplyToAuthorId) {
    return new Post(
        network,
        "1",
        "author",
        null,
        text,
        null,
        0,
        new PostThread(null, inReplyToAuthorId, null, null, null),
        null,
        null,
        Set.of(),
        details);
  }
}
