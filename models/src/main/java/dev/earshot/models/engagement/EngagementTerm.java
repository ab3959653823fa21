package dev.earshot.models.engagement;

import dev.earshot.models.domain.Engagement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A figure of a post that may count as an engagement. */
public enum EngagementTerm {
  LIKES,
  SHARES,
  COMMENTS;

  /** The name in files, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The figure in a snapshot, or null where the platform does not report it. */
  public @Nullable Long of(Engagement snapshot) {
    return switch (this) {
      case LIKES -> snapshot.likeCount();
      case SHARES -> snapshot.shareCount();
      case COMMENTS -> snapshot.commentCount();
    };
  }
}
