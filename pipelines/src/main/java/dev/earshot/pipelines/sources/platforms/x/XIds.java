package dev.earshot.pipelines.sources.platforms.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.JsonFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ids of X posts. Since 2010-11-04 they are "snowflakes": 22 low bits of worker and sequence under
 * the milliseconds since {@value #EPOCH_MILLIS} (announced by Twitter, "Announcing Snowflake",
 * 2010).
 */
public final class XIds {
  /** The network's name in posts. */
  public static final String NETWORK = "x";

  private static final long EPOCH_MILLIS = 1_288_834_974_657L;
  private static final long FIRST_SNOWFLAKE = 29_700_859_247L;

  private XIds() {}

  /**
   * The ids of all versions of a post, first to last: of API v2, v1.1 and the archive. A post that
   * cannot be edited has none.
   */
  static JsonNode versions(JsonNode tweet) {
    JsonNode info = tweet.path("edit_info");
    for (JsonNode ids :
        new JsonNode[] {
          tweet.path("edit_history_tweet_ids"),
          tweet.path("edit_history").path("edit_tweet_ids"),
          info.path("initial").path("editTweetIds"),
          info.path("edit").path("editControlInitial").path("editTweetIds")
        }) {
      if (ids.isArray() && !ids.isEmpty()) {
        return ids;
      }
    }
    return MissingNode.getInstance();
  }

  /** The id that all versions of a post have here: the first one's. */
  static JsonNode ofAllVersions(JsonNode tweet) {
    JsonNode first = versions(tweet).path(0);
    JsonNode initial = tweet.path("edit_info").path("edit").path("initialTweetId");
    return JsonFields.isAbsent(first) && initial.isTextual() ? initial : first;
  }

  /** Remembers under which id each version of a post is known. */
  static void addVersions(JsonNode tweet, Map<String, JsonNode> firstByVersion) {
    JsonNode versions = versions(tweet);
    if (versions.size() > 1) {
      versions.forEach(id -> firstByVersion.put(id.asText(), versions.path(0)));
    }
  }

  /** Where a response leaves the time of a post out, as the API does unasked, its id tells it. */
  public static void completeTime(RecordDraft draft) {
    String id = draft.text(PostField.POST_ID);
    Long made = id == null ? null : madeAtMicros(id);
    if (!draft.isPresent(PostField.POSTED_AT) && made != null) {
      draft.set(PostField.POSTED_AT, made);
    }
  }

  /** When a post of that id was made, UTC microseconds since the epoch; null for ids of before. */
  public static @Nullable Long madeAtMicros(String id) {
    Long number = wholeNumber(id);
    return number == null || number <= FIRST_SNOWFLAKE
        ? null
        : ((number >>> 22) + EPOCH_MILLIS) * 1000;
  }

  private static @Nullable Long wholeNumber(String id) {
    if (id.length() == 19 && id.chars().allMatch(c -> c >= '0' && c <= '9') && id.charAt(0) < '9') {
      return Long.parseLong(id);
    }
    return TextFields.wholeNumberOrNull(id);
  }
}
