package dev.earshot.pipelines.sources;

import org.jspecify.annotations.Nullable;

/**
 * Ids of X posts. Since 2010-11-04 they are "snowflakes": 22 low bits of worker and sequence under
 * the milliseconds since {@value #EPOCH_MILLIS} (announced by Twitter, "Announcing Snowflake",
 * 2010).
 */
final class XIds {
  private static final long EPOCH_MILLIS = 1_288_834_974_657L;
  private static final long FIRST_SNOWFLAKE = 29_700_859_247L;

  private XIds() {}

  /** Where a response leaves the time of a post out, as the API does unasked, its id tells it. */
  static void completeTime(Draft draft) {
    String id = draft.text(PostField.POST_ID);
    Long number = id == null ? null : wholeNumber(id);
    if (!draft.isPresent(PostField.POSTED_AT) && number != null && number > FIRST_SNOWFLAKE) {
      draft.set(PostField.POSTED_AT, ((number >>> 22) + EPOCH_MILLIS) * 1000);
    }
  }

  private static @Nullable Long wholeNumber(String id) {
    if (id.length() == 19 && id.chars().allMatch(c -> c >= '0' && c <= '9') && id.charAt(0) < '9') {
      return Long.parseLong(id);
    }
    return Values.wholeNumberOrNull(id);
  }
}
