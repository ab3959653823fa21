package dev.earshot.models.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a platform tells of a post beside its text and its figures.
 *
 * @param links web addresses that it links to, those too that its text does not show
 * @param addressed accounts that it mentions, {@code name@host} in lower case, where the platform
 *     tells their hosts
 * @param localAuthorId the id of the author on the author's own server, where the author's id here
 *     is {@code name@host}
 * @param localAnsweredId the same of the author of the post that it answers
 * @param localId the id of the post on the server that was asked, where other servers have others
 * @param localAnsweredPostId the same of the post that it answers
 */
public record PostDetails(
    List<String> links,
    List<String> addressed,
    @Nullable String localAuthorId,
    @Nullable String localAnsweredId,
    @Nullable String localId,
    @Nullable String localAnsweredPostId) {
  /** Nothing but text and figures. */
  public static final PostDetails NONE =
      new PostDetails(List.of(), List.of(), null, null, null, null);

  /** Copies the lists. */
  public PostDetails {
    links = List.copyOf(links);
    addressed = List.copyOf(addressed);
  }
}
