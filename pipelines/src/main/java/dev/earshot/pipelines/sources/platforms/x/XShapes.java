package dev.earshot.pipelines.sources.platforms.x;

import dev.earshot.pipelines.sources.json.DocumentShape;
import java.util.Set;

/**
 * Marks of X's JSON, of posts and of whatever else its API answers, by the names that it alone
 * uses.
 */
final class XShapes {
  /** What the members of answers are named that hold posts or accounts. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "statuses",
          "results",
          "id",
          "status",
          "user",
          "users",
          "retweeted_status",
          "quoted_status",
          "delete",
          "lists",
          "owner",
          "relationship",
          "source",
          "target",
          "target_object",
          "current_user_retweet",
          "entities",
          "extended_entities",
          "user_mentions",
          "media");

  private XShapes() {}

  static boolean isApiV1(DocumentShape shape) {
    return shape.assignment().isEmpty() && !isWeb(shape) && isStatusOrOther(shape);
  }

  private static boolean isStatusOrOther(DocumentShape shape) {
    boolean isNamed =
        shape.hasName("id_str", CONTAINERS)
            || (shape.hasName("screen_name", CONTAINERS) && !shape.has("screen_name", "full_text"));
    return (isNamed && !isApiV1Messages(shape) && !shape.hasName("__typename"))
        || shape.has("ids", "next_cursor")
        || shape.hasAny("media_id_string", "rate_limit_context", "photo_sizes", "trends/query")
        || shape.has("statuses", "search_metadata")
        || shape.has("results", "requestParameters")
        || shape.has("errors/code", "errors/message")
        || shape.has("delete/status")
        || shape.has("limit/track")
        || shape.has("bounding_box", "place_type")
        || shape.says("provider_name=Twitter");
  }

  static boolean isApiV1Messages(DocumentShape shape) {
    return shape.has("sender_id", "recipient_id")
        || shape.hasAny("events/message_create", "event/message_create", "message_create")
        || shape.has("direct_message/sender_id");
  }

  static boolean isApiV2(DocumentShape shape) {
    boolean isPage =
        shape.has("data/id", "data/text")
            && shape.hasNumberedId(Set.of("data"))
            && !shape.hasAny("data/timestamp", "data/from", "data/event_type");
    boolean isFlat = shape.has("id", "text") && shape.hasAny("author_id", "edit_history_tweet_ids");
    boolean isObject =
        shape.hasName("media_key", Set.of("data", "includes", "media", "attachments"))
            || shape.has("voting_status", "options")
            || shape.has("country_code", "full_name", "geo")
            || shape.has("sent", "summary")
            || shape.has("id", "action", "reason");
    return isPage
        || isFlat
        || isObject
        || shape.hasAny("includes/tweets", "matching_rules", "__twarc")
        || shape.hasAny("data/tweet_count", "data/tweet_delete")
        || (shape.has("data/username") && !shape.has("data/media_type"))
        || shape.has("data/owner_id", "data/member_count")
        || shape.has("data/id", "data/state")
        || shape.has("data/id", "data/value")
        || shape.hasAny("data/liked", "data/retweeted", "data/is_member", "data/blocking")
        || (shape.has("meta/result_count") && !shape.hasName("dm_conversation_id"))
        || shape.hasAny("result_count")
        || shape.has("errors/resource_type");
  }

  /** Posts and accounts of the web site stand in members that are named so wherever they stand. */
  static boolean isWeb(DocumentShape shape) {
    boolean isResult =
        shape.hasName("tweet_results")
            || shape.hasName("tweetResult")
            || shape.hasName("user_results")
            || shape.hasName("retweeted_status_result")
            || shape.hasName("quoted_status_result");
    return shape.assignment().isEmpty()
        && (isResult
            || shape.has("data/user/result/rest_id")
            || shape.hasAny(
                "legacy/full_text", "tweets/legacy/full_text", "data/legacy/full_text"));
  }

  static boolean isArchive(DocumentShape shape) {
    String name = shape.assignment();
    return (name.startsWith("window.ytd.") || name.startsWith("window.__thar_config"))
        && !isArchiveMessages(shape);
  }

  static boolean isArchiveMessages(DocumentShape shape) {
    return shape.assignment().startsWith("window.ytd.direct_message");
  }
}
