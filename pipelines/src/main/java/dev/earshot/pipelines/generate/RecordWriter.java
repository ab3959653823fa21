package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;

/**
 * Writes posts and messages as canonical JSON Lines. How an id or a time is spelt depends on the
 * record alone, so a record that is written twice has the same bytes.
 */
final class RecordWriter {
  private static final long MICROS = 1_000_000L;
  private static final int TWO_HOURS = 7_200;

  private RecordWriter() {}

  static void write(Post post, LineBuffer line) {
    int style = post.postId().hashCode() & 15;
    line.begin().text("network", post.network());
    if (style < 3 && isWhole(post.postId())) {
      line.name("post_id").raw(post.postId());
    } else {
      line.text("post_id", post.postId());
    }
    line.text("author_id", post.authorId())
        .text("author_handle", post.authorHandle())
        .text("text", post.text())
        .text("language", post.language())
        .text("posted_at", time(post.postedAtMicros() / MICROS, style == 7))
        .text("in_reply_to_post_id", post.thread().inReplyToPostId())
        .text("in_reply_to_author_id", post.thread().inReplyToAuthorId())
        .text("repost_of_post_id", post.thread().repostOfPostId())
        .text("quote_of_post_id", post.thread().quoteOfPostId())
        .text("conversation_id", post.thread().conversationId())
        .text("media_type", post.mediaType());
    Engagement engagement = post.engagement();
    if (engagement != null) {
      line.name("engagement").open();
      line.text("observed_at", time(engagement.observedAtMicros() / MICROS, false))
          .count("like_count", engagement.likeCount())
          .count("share_count", engagement.shareCount())
          .count("comment_count", engagement.commentCount())
          .count("impression_count", engagement.impressionCount())
          .count("reach_count", engagement.reachCount())
          .count("author_follower_count", engagement.authorFollowerCount())
          .close();
    }
    line.close();
  }

  static void write(Message message, LineBuffer line) {
    line.begin()
        .text("network", message.network())
        .text("message_id", message.messageId())
        .text("conversation_id", message.conversationId())
        .text("sender_id", message.senderId())
        .text("recipient_id", message.recipientId())
        .text("text", message.text())
        .text("language", message.language())
        .text("sent_at", time(message.sentAtMicros() / MICROS, false));
    if (message.isAutomated()) {
      line.name("is_automated").raw("true");
    }
    line.close();
  }

  private static String time(long moment, boolean withOffset) {
    if (withOffset) {
      String local = Period.text(moment + TWO_HOURS);
      return local.substring(0, local.length() - 1) + "+02:00";
    }
    return Period.text(moment);
  }

  private static boolean isWhole(String id) {
    for (int at = 0; at < id.length(); at++) {
      if (id.charAt(at) < '0' || id.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }
}
