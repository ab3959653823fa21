package dev.earshot.pipelines.sources.recognise;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.fields.IdentityField;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.OrderField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.platforms.meta.MetaShapes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells from the shape of a JSON file which formats it may have: each has members or words that no
 * other has. What a platform's API answers besides posts is told too, so that a folder of answers
 * can be read as it is.
 */
final class FormatDetector {
  private static final Set<Format> CANONICAL =
      EnumSet.of(
          Format.POSTS_JSONL, Format.MESSAGES_JSONL, Format.ORDERS_JSONL, Format.IDENTITIES_JSONL);

  private static final Map<Format, Predicate<DocumentShape>> MARKS = new EnumMap<>(Format.class);

  static {
    MARKS.put(Format.POSTS_JSONL, shape -> shape.has(PostField.POST_ID.path()));
    MARKS.put(Format.MESSAGES_JSONL, shape -> shape.has(MessageField.MESSAGE_ID.path()));
    MARKS.put(Format.ORDERS_JSONL, shape -> shape.has(OrderField.ORDERED_AT.path()));
    MARKS.put(Format.IDENTITIES_JSONL, shape -> shape.has(IdentityField.IS_CONSENTED.path()));
    MARKS.put(Format.X_API_V1, shape -> shape.assignment().isEmpty() && isXApiV1(shape));
    MARKS.put(Format.X_API_V1_MESSAGES, FormatDetector::isXApiV1Messages);
    MARKS.put(Format.X_API_V2, FormatDetector::isXApiV2);
    MARKS.put(Format.X_API_V2_MESSAGES, shape -> shape.has("data/dm_conversation_id"));
    MARKS.put(Format.X_ARCHIVE, shape -> isXArchive(shape) && !isXArchiveMessages(shape));
    MARKS.put(Format.X_ARCHIVE_MESSAGES, FormatDetector::isXArchiveMessages);
    MARKS.put(Format.MASTODON_API, FormatDetector::isMastodon);
    MARKS.put(Format.MASTODON_OUTBOX, FormatDetector::isActivityPub);
    MARKS.put(Format.BLUESKY_API, FormatDetector::isBluesky);
    MARKS.put(Format.REDDIT_API, shape -> isReddit(shape) && !shape.says("kind=t4"));
    MARKS.put(Format.REDDIT_API_MESSAGES, shape -> shape.says("kind=t4"));
    MARKS.put(Format.YOUTUBE_API, shape -> shape.says("kind=youtube#"));
  }

  static {
    MARKS.put(Format.FACEBOOK_GRAPH, MetaShapes::isFacebookGraph);
    MARKS.put(Format.FACEBOOK_GRAPH_MESSAGES, MetaShapes::isFacebookMessages);
    MARKS.put(Format.INSTAGRAM_GRAPH, MetaShapes::isInstagramGraph);
    MARKS.put(
        Format.MESSENGER_EXPORT,
        shape -> MetaShapes.isThread(shape) && !shape.says("uri=instagram"));
    MARKS.put(
        Format.INSTAGRAM_EXPORT,
        shape -> MetaShapes.isThread(shape) && !shape.says("uri=facebook"));
    MARKS.put(
        Format.SUPPORT_CONVERSATIONS,
        shape -> shape.has("dialogHeader/sessionID", "dialogContent/tweet_ID"));
    MARKS.put(Format.TELEGRAM_POSTS, shape -> isTelegram(shape, true));
    MARKS.put(Format.TELEGRAM_MESSAGES, shape -> isTelegram(shape, false));
    MARKS.put(Format.DISCORD_POSTS, shape -> isDiscord(shape) && !shape.says("type=Direct"));
    MARKS.put(Format.DISCORD_MESSAGES, shape -> isDiscord(shape) && shape.says("type=Direct"));
  }

  private FormatDetector() {}

  private static boolean isDiscord(DocumentShape shape) {
    return shape.has("guild/id", "channel/id", "channel/type");
  }

  /** An export of all chats may hold both. */
  private static boolean isTelegram(DocumentShape shape, boolean arePosts) {
    if (shape.has("chats/list/type", "chats/list/id")) {
      return true;
    }
    boolean isPublic = shape.says("type=public_");
    return shape.has("name", "type", "id", "messages") && isPublic == arePosts;
  }

  /**
   * The formats that the shape may be of, in the order of their declaration. The id of a canonical
   * record leaves no doubt: platforms share the names of its other members.
   */
  static List<Format> candidates(DocumentShape shape) {
    List<Format> canonical = candidates(shape, true);
    return canonical.isEmpty() ? candidates(shape, false) : canonical;
  }

  private static List<Format> candidates(DocumentShape shape, boolean areCanonical) {
    List<Format> candidates = new ArrayList<>();
    MARKS.forEach(
        (format, mark) -> {
          if (CANONICAL.contains(format) == areCanonical && mark.test(shape)) {
            candidates.add(format);
          }
        });
    return candidates;
  }

  private static boolean isXArchive(DocumentShape shape) {
    String name = shape.assignment();
    return name.startsWith("window.ytd.") || name.startsWith("window.__thar_config");
  }

  private static boolean isXArchiveMessages(DocumentShape shape) {
    return shape.assignment().startsWith("window.ytd.direct_message");
  }

  private static boolean isXApiV1(DocumentShape shape) {
    boolean isNamed = shape.hasName("screen_name") || shape.hasName("id_str");
    return (isNamed && !isXApiV1Messages(shape))
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

  private static boolean isXApiV1Messages(DocumentShape shape) {
    return shape.has("sender_id", "recipient_id")
        || shape.hasAny("events/message_create", "event/message_create", "message_create")
        || shape.has("direct_message/sender_id");
  }

  private static boolean isXApiV2(DocumentShape shape) {
    boolean isPage =
        shape.has("data/id", "data/text")
            && !shape.hasAny("data/timestamp", "data/from", "data/event_type");
    boolean isFlat = shape.has("id", "text") && shape.hasAny("author_id", "edit_history_tweet_ids");
    boolean isObject =
        shape.hasName("media_key")
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

  private static boolean isMastodon(DocumentShape shape) {
    return shape.hasName("acct")
        || shape.has("expires_at", "votes_count", "options/title")
        || shape.has("showing_reblogs", "muting")
        || shape.has("preview_url", "type")
        || shape.has("client_id", "client_secret")
        || shape.hasAny("vapid_key", "replies_policy", "keywords_attributes");
  }

  private static boolean isActivityPub(DocumentShape shape) {
    return shape.says("@context=https://www.w3.org/ns/activitystreams")
        || shape.has("orderedItems", "totalItems");
  }

  private static boolean isBluesky(DocumentShape shape) {
    return shape.says("$type=app.bsky.")
        || shape.says("uri=at")
        || shape.has("commit/collection")
        || shape.hasName("did");
  }

  private static boolean isReddit(DocumentShape shape) {
    boolean isLine = shape.has("subreddit", "created_utc") && shape.hasAny("body", "title");
    return shape.says("kind=Listing")
        || shape.says("kind=t1")
        || shape.says("kind=t2")
        || shape.says("kind=t3")
        || shape.says("kind=t5")
        || shape.says("kind=more")
        || shape.says("kind=UserList")
        || shape.has("json/data/things")
        || isLine;
  }
}
