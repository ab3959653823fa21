package dev.earshot.models.engagement;

import dev.earshot.models.domain.Engagement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Since when a network counts a figure. For posts of before it gives zero, which is unknown.
 *
 * @param network lower-case network name
 * @param figure what it counts
 * @param note where that is said
 * @param fromDay first day of posting that is counted, days since the epoch
 */
public record CountStart(String network, Figure figure, String note, int fromDay) {
  /** A figure of a post. */
  public enum Figure {
    LIKES,
    SHARES,
    COMMENTS,
    IMPRESSIONS,
    REACH;

    /** The name in files, lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The snapshot without a zero that this network did not count. */
  Engagement known(Engagement snapshot) {
    return new Engagement(
        snapshot.observedAtMicros(),
        known(Figure.LIKES, snapshot.likeCount()),
        known(Figure.SHARES, snapshot.shareCount()),
        known(Figure.COMMENTS, snapshot.commentCount()),
        known(Figure.IMPRESSIONS, snapshot.impressionCount()),
        known(Figure.REACH, snapshot.reachCount()),
        snapshot.authorFollowerCount());
  }

  private @Nullable Long known(Figure kind, @Nullable Long count) {
    return kind == figure && count != null && count == 0 ? null : count;
  }
}
