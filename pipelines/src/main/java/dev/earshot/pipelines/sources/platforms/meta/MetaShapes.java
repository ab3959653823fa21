package dev.earshot.pipelines.sources.platforms.meta;

import dev.earshot.pipelines.sources.json.DocumentShape;

/** Marks of Facebook's and Instagram's JSON, by the names that they alone use. */
final class MetaShapes {
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
    boolean isMessage = shape.hasName("created_time") && shape.hasName("to");
    boolean isConversation =
        shape.hasName("scoped_thread_key")
            || (shape.hasName("participants") && shape.hasName("senders"))
            || (shape.hasName("updated_time") && shape.hasName("message_count"))
            || shape.hasAny("messages/data", "data/messages/data");
    return isMessage || isConversation;
  }

  static boolean isFacebookGraph(DocumentShape shape) {
    boolean isPost = shape.hasName("created_time") || shape.hasName("updated_time");
    boolean isPage = shape.has("data/name", "data/link") || shape.hasName("fan_count");
    boolean isInsight = isInsight(shape) && isOfPageOrPost(shape);
    boolean isObject = shape.has("id", "name", "link") || shape.hasName("category_list");
    return (isPost || isPage || isInsight || isObject)
        && !shape.hasName("kind")
        && !isFacebookMessages(shape);
  }

  static boolean isInstagramGraph(DocumentShape shape) {
    // Telegram's voice messages and stickers have a media_type too, beside the id of their author.
    if (shape.hasName("kind")
        || shape.hasName("from_id")
        || shape.hasName("threadName")
        || isFacebookGraph(shape)
        || isFacebookMessages(shape)) {
      return false;
    }
    boolean isMedia = shape.hasName("media_type") || shape.hasName("comments_count");
    boolean isComment =
        shape.hasName("timestamp") && shape.hasName("text") && !shape.hasName("guild");
    boolean isAround =
        shape.hasName("business_discovery")
            || shape.hasName("mentioned_media")
            || shape.hasName("mentioned_comment");
    boolean isAccount = shape.hasName("username") && shape.hasName("media_count");
    boolean isShop = shape.has("data/product_id", "data/merchant_id");
    boolean areHashtags =
        shape.has("data/id", "data/name", "paging") && !shape.hasAny("data/text", "data/category");
    return isMedia
        || isComment
        || isAround
        || isAccount
        || isShop
        || areHashtags
        || isInsight(shape);
  }

  private static boolean isInsight(DocumentShape shape) {
    return shape.has("data/name", "data/period") && shape.hasAny("data/values", "data/total_value");
  }

  private static boolean isOfPageOrPost(DocumentShape shape) {
    return shape.says("name=page_") || shape.says("name=post_");
  }
}
