package dev.earshot.pipelines.sources.platforms.meta;

import dev.earshot.pipelines.sources.json.DocumentShape;
import java.util.List;
import java.util.Set;

/** Marks of Facebook's and Instagram's JSON, by the names that they alone use. */
final class MetaShapes {
  /** What the members of answers are named that hold objects. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "data",
          "posts",
          "feed",
          "published_posts",
          "visitor_posts",
          "tagged",
          "comments",
          "replies",
          "videos",
          "photos",
          "ratings",
          "messages",
          "conversations",
          "participants",
          "media",
          "children",
          "stories",
          "live_media",
          "tags",
          "business_discovery",
          "mentioned_media",
          "mentioned_comment",
          "from");

  private static final Set<String> PAGE = Set.of("data", "paging", "summary", "id");

  /** The members of a comment on Instagram that stands alone. */
  private static final Set<String> COMMENT =
      Set.of(
          "id",
          "text",
          "timestamp",
          "username",
          "like_count",
          "hidden",
          "from",
          "user",
          "media",
          "parent_id",
          "replies");

  private static final List<String> MEDIA_TYPES =
      List.of("IMAGE", "VIDEO", "CAROUSEL_ALBUM", "BROADCAST");

  private MetaShapes() {}

  /** A thread of Messenger or Instagram, as the download of one's information has it. */
  private static boolean isThread(DocumentShape shape) {
    return shape.has("participants/name", "messages/sender_name");
  }

  /** The addresses of pictures begin with the folder of the export that a thread is from. */
  static boolean isMessengerThread(DocumentShape shape) {
    boolean isEncrypted = shape.has("participants", "threadName", "messages/senderName");
    return isEncrypted || (isThread(shape) && !shape.says("uri=your_instagram_activity/"));
  }

  static boolean isInstagramThread(DocumentShape shape) {
    return isThread(shape)
        && !shape.says("uri=your_facebook_activity/")
        && !shape.says("uri=your_activity_across_facebook/");
  }

  static boolean isFacebookMessages(DocumentShape shape) {
    boolean isMessage = has(shape, "created_time") && has(shape, "to");
    boolean isConversation =
        has(shape, "scoped_thread_key")
            || (has(shape, "participants") && has(shape, "senders"))
            || (has(shape, "updated_time") && has(shape, "message_count"))
            || shape.hasAny("messages/data", "data/messages/data");
    return isAnswer(shape) && (isMessage || isConversation);
  }

  static boolean isFacebookGraph(DocumentShape shape) {
    boolean isPost =
        (has(shape, "created_time") || has(shape, "updated_time"))
            && (shape.hasNumberedId(CONTAINERS) || has(shape, "permalink_url"));
    boolean isPage =
        has(shape, "fan_count")
            || has(shape, "category_list")
            || (shape.hasNumberedId(CONTAINERS)
                && has(shape, "name")
                && has(shape, "link")
                && has(shape, "category"))
            || shape.has("data/id", "data/name", "data/link", "paging")
            || (shape.has("id", "name", "link") && has(shape, "username"));
    boolean isInsight = isInsight(shape) && isOfPageOrPost(shape);
    return isAnswer(shape)
        && (isPost || isPage || isInsight)
        && !shape.hasName("kind")
        && !isFacebookMessages(shape);
  }

  static boolean isInstagramGraph(DocumentShape shape) {
    // Telegram's voice messages and stickers have a media_type too, beside the id of their author.
    if (!isAnswer(shape)
        || shape.hasName("kind")
        || shape.hasName("from_id")
        || shape.hasName("threadName")
        || isFacebookGraph(shape)
        || isFacebookMessages(shape)) {
      return false;
    }
    boolean isMedia =
        (has(shape, "media_type")
                && MEDIA_TYPES.stream().anyMatch(type -> shape.says("media_type=" + type)))
            || (has(shape, "comments_count") && shape.hasNumberedId(CONTAINERS));
    boolean isComment =
        shape.has("data/timestamp", "data/text", "data/id")
            || (shape.has("timestamp", "text", "id") && shape.hasOnly(COMMENT))
            || areCommentsById(shape);
    boolean isAround =
        has(shape, "business_discovery")
            || has(shape, "mentioned_media")
            || has(shape, "mentioned_comment");
    boolean isAccount = has(shape, "username") && has(shape, "media_count");
    boolean isShop = shape.has("data/product_id", "data/merchant_id");
    boolean areHashtags =
        shape.has("data/id", "data/name", "paging")
            && shape.hasNumberedId(CONTAINERS)
            && !shape.hasAny("data/text", "data/category");
    return isMedia
        || isComment
        || isAround
        || isAccount
        || isShop
        || areHashtags
        || isInsight(shape);
  }

  private static boolean areCommentsById(DocumentShape shape) {
    return !shape.hasAny("text", "timestamp", "id")
        && has(shape, "text")
        && has(shape, "timestamp")
        && shape.hasNumberedId(Set.of());
  }

  private static boolean has(DocumentShape shape, String name) {
    return shape.hasName(name, CONTAINERS);
  }

  /** A page of an answer has nothing beside its data but how to go on. */
  private static boolean isAnswer(DocumentShape shape) {
    return !shape.has("data") || shape.hasOnly(PAGE);
  }

  private static boolean isInsight(DocumentShape shape) {
    return shape.has("data/name", "data/period") && shape.hasAny("data/values", "data/total_value");
  }

  private static boolean isOfPageOrPost(DocumentShape shape) {
    return shape.says("name=page_") || shape.says("name=post_");
  }
}
