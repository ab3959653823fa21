package dev.earshot.pipelines.sources.platforms.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.Set;

/**
 * Posts of organisations and comments on them, as LinkedIn's Posts API ({@code /rest/posts}) and
 * Comments API ({@code /rest/socialActions/URN/comments}) answer (learn.microsoft.com/linkedin).
 * Accounts and posts are URNs. Text is in "little text format".
 */
final class LinkedInPosts implements ElementParser<Post> {
  static final Set<String> ARRAYS = Set.of("elements");

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode value = element.value();
    if (value.has("commentary")) {
      post(value, records);
    } else if (value.has("actor") && value.path("message").has("text")) {
      comment(value, records);
    } else {
      records.skip(SkipReason.OTHER);
    }
  }

  private static void post(JsonNode post, RecordEmitter<Post> records) {
    boolean isPublished = post.path("lifecycleState").asText("PUBLISHED").equals("PUBLISHED");
    if (!isPublished || !post.path("visibility").asText("PUBLIC").equals("PUBLIC")) {
      records.skip(SkipReason.NOT_PUBLIC);
      return;
    }
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, LinkedInFormats.NETWORK);
    JsonFields.set(draft, PostField.POST_ID, post.path("id"));
    JsonFields.set(draft, PostField.AUTHOR_ID, post.path("author"));
    TextFields.setText(draft, PostField.TEXT, plain(post.path("commentary").asText("")));
    JsonFields.set(draft, PostField.POSTED_AT, JsonFields.first(post, "publishedAt", "createdAt"));
    JsonNode parent = post.path("reshareContext").path("parent");
    boolean isQuote = parent.isTextual() && !post.path("commentary").asText("").isEmpty();
    JsonFields.set(
        draft, isQuote ? PostField.QUOTE_OF_POST_ID : PostField.REPOST_OF_POST_ID, parent);
    JsonNode content = post.path("content");
    draft.details().addLink(JsonFields.text(content.path("article").path("source")));
    if (content.isObject() && !content.isEmpty()) {
      draft.set(PostField.MEDIA_TYPE, content.fieldNames().next());
    }
    records.end(post);
  }

  private static void comment(JsonNode comment, RecordEmitter<Post> records) {
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, LinkedInFormats.NETWORK);
    JsonFields.set(draft, PostField.POST_ID, JsonFields.first(comment, "commentUrn", "$URN", "id"));
    JsonFields.set(draft, PostField.AUTHOR_ID, comment.path("actor"));
    TextFields.setText(draft, PostField.TEXT, comment.path("message").path("text").asText(""));
    JsonFields.set(draft, PostField.POSTED_AT, comment.path("created").path("time"));
    JsonFields.set(
        draft, PostField.IN_REPLY_TO_POST_ID, JsonFields.first(comment, "parentComment", "object"));
    JsonFields.set(draft, PostField.CONVERSATION_ID, comment.path("object"));
    JsonFields.set(
        draft, PostField.LIKE_COUNT, comment.path("likesSummary").path("aggregatedTotalLikes"));
    JsonFields.set(
        draft,
        PostField.COMMENT_COUNT,
        comment.path("commentsSummary").path("aggregatedTotalComments"));
    records.end(comment);
  }

  /**
   * Text without the marks of the format: {@code @[Name](urn)} is {@code @Name}, {@code
   * {hashtag|\#|word}} is {@code #word}, and a backslash stands before a sign that is none.
   */
  static String plain(String marked) {
    StringBuilder text = new StringBuilder(marked.length());
    int i = 0;
    while (i < marked.length()) {
      char c = marked.charAt(i);
      int end = c == '@' ? mention(marked, i) : c == '{' ? hashtag(marked, i) : -1;
      if (end > 0) {
        boolean isMention = c == '@';
        int from = isMention ? i + 2 : marked.lastIndexOf('|', end) + 1;
        int to = isMention ? marked.indexOf(']', i) : end;
        text.append(isMention ? '@' : '#').append(marked, from, to);
        i = end + 1;
      } else {
        boolean isEscape = c == '\\' && i + 1 < marked.length();
        i += isEscape ? 1 : 0;
        text.append(marked.charAt(i));
        i++;
      }
    }
    return text.toString();
  }

  /** Where {@code @[Name](urn)} ends; -1 where it is none. */
  private static int mention(String text, int start) {
    if (!text.startsWith("@[", start)) {
      return -1;
    }
    int close = within(text, ']', start);
    return close > 0 && text.startsWith("](urn:", close) ? within(text, ')', close) : -1;
  }

  private static int hashtag(String text, int start) {
    return text.startsWith("{hashtag|", start) ? within(text, '}', start) : -1;
  }

  /** A sign close by: names and hashtags are short. */
  private static int within(String text, char sign, int from) {
    int end = Math.min(text.length(), from + 300);
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == sign) {
        return i;
      }
    }
    return -1;
  }
}
