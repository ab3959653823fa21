package dev.earshot.pipelines.facts;

import dev.earshot.models.domain.Engagement;
import org.jspecify.annotations.Nullable;

/**
 * A post of a brand, for its engagement.
 *
 * @param day when it was posted, local date of the brand
 * @param mediaType what kind of post it is, or null where the source does not say
 * @param atAgeOfSevenDays the newest snapshot at or before the age of seven days
 * @param engagementsAtAgeOfSevenDays what counts as an engagement on its network and day, added up;
 *     null where there is no such snapshot or figure
 * @param followersAtPosting followers in the oldest snapshot that has them
 * @param resonance posts by others within seven days that reply to, quote or repeat it
 */
public record OwnPostFact(
    String brandId,
    String network,
    String postId,
    int day,
    long postedAtMicros,
    @Nullable String mediaType,
    @Nullable Engagement atAgeOfSevenDays,
    @Nullable Long engagementsAtAgeOfSevenDays,
    @Nullable Long followersAtPosting,
    long resonance) {

  /** The age at which a post is measured. */
  private static final long MATURITY_MICROS = 7L * 24 * 3600 * 1_000_000;

  /** Whether the post has reached that age. */
  public boolean isMature(long asOfMicros) {
    return matureAt(postedAtMicros) <= asOfMicros;
  }

  /** When a post reaches that age. */
  public static long matureAt(long postedAtMicros) {
    return postedAtMicros + MATURITY_MICROS;
  }
}
