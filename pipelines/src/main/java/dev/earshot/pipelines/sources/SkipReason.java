package dev.earshot.pipelines.sources;

import java.util.Locale;

/**
 * Reason to leave out something that was understood and yet is no record: it is neither read nor
 * rejected, but counted in {@code pipeline_runs}.
 */
public enum SkipReason {
  /** An account: a profile, a follower, an author that stands apart from the posts. */
  PROFILE,
  /** Visible to followers or named persons only: it is never read as public. */
  NOT_PUBLIC,
  /** Deleted, withheld, removed or hidden: the platform says that it must not be read any more. */
  WITHDRAWN,
  /** A reference to a record without its content, such as an id or Reddit's {@code more}. */
  STUB,
  /** Anything else that is no post or message: likes, counts, lists, errors, system events. */
  OTHER;

  /** The name in tables and messages, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
