package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Ids in the addresses of Facebook posts and comments, such as {@code
 * https://www.facebook.com/PAGE/posts/POST/?comment_id=COMMENT&reply_comment_id=REPLY}. In the
 * Graph API the post's id is {@code PAGE_POST}, the comment's {@code POST_COMMENT} and the reply's
 * {@code POST_REPLY}.
 *
 * @param post the post's id
 * @param comment the comment's id, also of the comment that a reply answers
 * @param reply the reply's id
 */
record GraphIds(@Nullable String post, @Nullable String comment, @Nullable String reply) {
  private static final GraphIds NONE = new GraphIds(null, null, null);
  private static final String POSTS = "/posts/";

  static GraphIds of(JsonNode permalink) {
    String url = permalink.asText();
    int posts = url.indexOf(POSTS);
    int page = url.lastIndexOf('/', posts - 1) + 1;
    String pageId = posts < 0 ? "" : url.substring(page, posts);
    String postId = posts < 0 ? "" : digits(url, posts + POSTS.length());
    if (!isDigits(pageId) || postId.isEmpty()) {
      return NONE;
    }
    String comment = parameter(url, "comment_id=");
    String reply = parameter(url, "reply_comment_id=");
    return new GraphIds(
        pageId + "_" + postId,
        comment == null ? null : postId + "_" + comment,
        reply == null ? null : postId + "_" + reply);
  }

  private static @Nullable String parameter(String url, String name) {
    for (int i = url.indexOf(name); i > 0; i = url.indexOf(name, i + 1)) {
      char before = url.charAt(i - 1);
      if (before == '?' || before == '&') {
        String digits = digits(url, i + name.length());
        return digits.isEmpty() ? null : digits;
      }
    }
    return null;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && digits(text, 0).length() == text.length();
  }

  private static String digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return text.substring(from, end);
  }
}
