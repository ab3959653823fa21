package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.sources.SkipReason;

/**
 * What a source held besides records.
 *
 * @param profiles accounts
 * @param notPublic records that not everybody may see
 * @param withdrawn records that were deleted, withheld or removed
 * @param stubs references to records without their content
 * @param others anything else
 */
public record SkipCounts(long profiles, long notPublic, long withdrawn, long stubs, long others) {
  static final SkipCounts NONE = new SkipCounts(0, 0, 0, 0, 0);

  static SkipCounts one(SkipReason reason) {
    return switch (reason) {
      case PROFILE -> new SkipCounts(1, 0, 0, 0, 0);
      case NOT_PUBLIC -> new SkipCounts(0, 1, 0, 0, 0);
      case WITHDRAWN -> new SkipCounts(0, 0, 1, 0, 0);
      case STUB -> new SkipCounts(0, 0, 0, 1, 0);
      case OTHER -> new SkipCounts(0, 0, 0, 0, 1);
    };
  }

  /** Whether there was nothing. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** The sum of both. */
  public SkipCounts plus(SkipCounts other) {
    return new SkipCounts(
        profiles + other.profiles,
        notPublic + other.notPublic,
        withdrawn + other.withdrawn,
        stubs + other.stubs,
        others + other.others);
  }
}
