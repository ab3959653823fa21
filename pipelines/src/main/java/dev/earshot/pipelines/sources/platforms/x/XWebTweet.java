package dev.earshot.pipelines.sources.platforms.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.pipelines.sources.json.JsonFields;

/**
 * A post of X's web site as the status of API v1.1 that it is at heart: {@code legacy} is that
 * status, and what came later stands beside it: the author, the whole text of a long post ({@code
 * note_tweet}), views, versions. Of an author {@code legacy} had all; since 2025 handle and
 * creation stand in {@code core}, and counts may stand in objects of their own.
 */
final class XWebTweet {
  private XWebTweet() {}

  static boolean isTweet(JsonNode value) {
    return value.path("legacy").path("full_text").isTextual() && !JsonFields.isAbsent(id(value));
  }

  private static JsonNode id(JsonNode tweet) {
    JsonNode id = tweet.path("rest_id");
    return JsonFields.isAbsent(id) ? tweet.path("legacy").path("id_str") : id;
  }

  static boolean isUser(JsonNode value) {
    return value.path("rest_id").isTextual() && !handle(value).isMissingNode();
  }

  private static JsonNode handle(JsonNode user) {
    JsonNode handle = user.path("core").path("screen_name");
    return handle.isTextual() ? handle : user.path("legacy").path("screen_name");
  }

  /** The post that it repeats, or a missing node. */
  static JsonNode reposted(JsonNode tweet) {
    JsonNode inside = tweet.path("legacy").path("retweeted_status_result");
    return inside.isObject() ? inside : tweet.path("retweeted_status_result");
  }

  /** The post that it quotes, or a missing node. */
  static JsonNode quoted(JsonNode tweet) {
    return tweet.path("quoted_status_result");
  }

  /** A status that has no more of the posts in it than their ids, authors and texts. */
  static ObjectNode status(JsonNode tweet) {
    ObjectNode status = alone(tweet);
    JsonNode reposted = result(reposted(tweet));
    if (isTweet(reposted)) {
      status.set("retweeted_status", alone(reposted));
    }
    JsonNode quoted = result(quoted(tweet));
    if (isTweet(quoted)) {
      status.set("quoted_status", alone(quoted));
    }
    return status;
  }

  /** What stands in a reference; posts that X warns about or restricts are wrapped once more. */
  private static JsonNode result(JsonNode reference) {
    JsonNode result = reference.path("result");
    return result.path("tweet").isObject() ? result.path("tweet") : result;
  }

  private static ObjectNode alone(JsonNode tweet) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    tweet.path("legacy").properties().forEach(one -> status.set(one.getKey(), one.getValue()));
    status.set("id_str", id(tweet));
    status.set("user", user(tweet.path("core").path("user_results").path("result")));
    status.set("views", tweet.path("views"));
    JsonNode note = tweet.path("note_tweet").path("note_tweet_results").path("result");
    if (note.path("text").isTextual()) {
      ObjectNode whole = status.putObject("extended_tweet");
      whole.set("full_text", note.path("text"));
      JsonNode entities = note.path("entity_set");
      whole.set("entities", entities.isObject() ? entities : status.path("entities"));
    }
    JsonNode edits = tweet.path("edit_control");
    JsonNode initial = edits.path("edit_control_initial");
    JsonNode versions = (initial.isObject() ? initial : edits).path("edit_tweet_ids");
    if (versions.isArray()) {
      status.putObject("edit_history").set("edit_tweet_ids", versions);
    }
    return status;
  }

  /** A user of API v1.1. */
  static ObjectNode user(JsonNode result) {
    ObjectNode user = JsonNodeFactory.instance.objectNode();
    JsonNode legacy = result.path("legacy");
    JsonNode relations = result.path("relationship_counts");
    set(user, "id_str", result.path("rest_id"));
    set(user, "screen_name", handle(result));
    set(user, "created_at", legacy.path("created_at"), result.path("core").path("created_at"));
    set(user, "followers_count", legacy.path("followers_count"), relations.path("followers"));
    set(user, "friends_count", legacy.path("friends_count"), relations.path("following"));
    set(
        user,
        "statuses_count",
        legacy.path("statuses_count"),
        result.path("tweet_counts").path("tweets"));
    set(user, "protected", legacy.path("protected"), result.path("privacy").path("protected"));
    set(user, "verified", legacy.path("verified"), result.path("verification").path("verified"));
    return user;
  }

  /** Sets the first of these that is there. */
  private static void set(ObjectNode user, String name, JsonNode... values) {
    for (JsonNode value : values) {
      if (!JsonFields.isAbsent(value) && !user.has(name)) {
        user.set(name, value);
      }
    }
  }
}
