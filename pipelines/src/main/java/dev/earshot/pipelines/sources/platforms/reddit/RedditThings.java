package dev.earshot.pipelines.sources.platforms.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.HtmlEntities;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.Locale;
import java.util.Set;

/**
 * Reddit's API: listings of things, comment trees, answers to {@code morechildren}, and the same
 * objects one per line, as collectors keep them. Submissions and comments are posts. An author's id
 * is the account name, which cannot be changed; the only one that all these forms have.
 */
final class RedditThings {
  static final String NETWORK = "reddit";

  private static final Set<String> GONE = Set.of("[deleted]", "[removed]");
  private static final String REMOVED = "[ removed by reddit ]";

  private RedditThings() {}

  /** Finds submissions and comments. */
  static ElementParser<Post> posts() {
    return (element, records) -> post(element.value(), records);
  }

  /** Finds private messages. */
  static ElementParser<Message> messages() {
    return (element, records) -> message(element.value(), records);
  }

  private static void post(JsonNode thing, RecordEmitter<Post> records) {
    JsonNode data = thing.path("data");
    switch (thing.path("kind").asText()) {
      case "Listing" -> data.path("children").forEach(child -> post(child, records));
      case "t1" -> comment(data, records);
      case "t3" -> submission(data, records);
      case "t2" -> records.skip(SkipReason.PROFILE);
      case "more" -> records.skip(SkipReason.STUB);
      default -> bare(thing, records);
    }
  }

  /** An object that no thing wraps: a line of a collector, a row of a table. */
  static void bare(JsonNode thing, RecordEmitter<Post> records) {
    JsonNode things = thing.path("json").path("data").path("things");
    if (thing.isArray()) {
      thing.forEach(item -> post(item, records));
    } else if (things.isArray()) {
      things.forEach(item -> post(item, records));
    } else if (thing.has("body") && thing.has("link_id")) {
      comment(thing, records);
    } else if (thing.has("title") && thing.has("subreddit")) {
      submission(thing, records);
    } else if (thing.isTextual()) {
      records.skip(SkipReason.STUB);
    } else if (!thing.isEmpty()) {
      records.skip(SkipReason.OTHER);
    }
  }

  private static void comment(JsonNode data, RecordEmitter<Post> records) {
    if (isGone(data.path("body"))) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (isPrivate(data)) {
      records.skip(SkipReason.NOT_PUBLIC);
    } else {
      RecordDraft draft = begin(data, "t1_", records);
      setText(draft, data.path("body"));
      JsonFields.set(draft, PostField.IN_REPLY_TO_POST_ID, data.path("parent_id"));
      JsonFields.set(draft, PostField.CONVERSATION_ID, data.path("link_id"));
      end(draft, data, records);
    }
    JsonNode replies = data.path("replies");
    if (replies.isObject()) {
      post(replies, records);
    }
  }

  private static void submission(JsonNode data, RecordEmitter<Post> records) {
    JsonNode text = data.path("selftext");
    boolean isRemoved = isGone(text) || !JsonFields.isAbsent(data.path("removed_by_category"));
    if (isRemoved) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (isPrivate(data)) {
      records.skip(SkipReason.NOT_PUBLIC);
    } else {
      RecordDraft draft = begin(data, "t3_", records);
      setText(draft, data.path("title"));
      String title = draft.text(PostField.TEXT);
      if (title != null && !text.asText().isBlank()) {
        String body = HtmlEntities.unescape(text.asText());
        TextFields.setText(draft, PostField.TEXT, title + "\n\n" + body);
      }
      JsonFields.set(draft, PostField.CONVERSATION_ID, JsonFields.first(data, "name"));
      JsonFields.set(draft, parentField(data), data.path("crosspost_parent"));
      draft.details().addLink(JsonFields.text(data.path("url_overridden_by_dest")));
      draft.details().addLink(JsonFields.text(data.path("url")));
      JsonFields.set(draft, PostField.COMMENT_COUNT, data.path("num_comments"));
      draft.set(PostField.MEDIA_TYPE, mediaType(data));
      end(draft, data, records);
    }
    data.path("crosspost_parent_list").forEach(parent -> submission(parent, records));
  }

  private static boolean isGone(JsonNode text) {
    String shown = text.asText();
    return GONE.contains(shown) || shown.toLowerCase(Locale.ROOT).startsWith(REMOVED);
  }

  /** A crosspost repeats its parent under the same title; with another, it speaks of it. */
  private static PostField parentField(JsonNode data) {
    JsonNode parent = data.path("crosspost_parent_list").path(0).path("title");
    return parent.isMissingNode() || parent.equals(data.path("title"))
        ? PostField.REPOST_OF_POST_ID
        : PostField.QUOTE_OF_POST_ID;
  }

  private static String mediaType(JsonNode data) {
    if (data.path("is_self").asBoolean()) {
      return "text";
    }
    if (data.path("is_video").asBoolean()) {
      return "video";
    }
    return data.path("post_hint").asText().equals("image") ? "image" : "link";
  }

  private static boolean isPrivate(JsonNode data) {
    return data.path("subreddit_type").asText().equals("private");
  }

  private static RecordDraft begin(JsonNode data, String prefix, RecordEmitter<Post> records) {
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    setId(draft, data, prefix);
    setAuthor(draft, data.path("author"));
    JsonFields.set(draft, PostField.POSTED_AT, data.path("created_utc"));
    return draft;
  }

  private static void setId(RecordDraft draft, JsonNode data, String prefix) {
    JsonFields.set(draft, PostField.POST_ID, data.path("name"));
    if (!draft.isPresent(PostField.POST_ID) && data.path("id").isTextual()) {
      TextFields.setText(draft, PostField.POST_ID, prefix + data.path("id").textValue());
    }
  }

  static void setAuthor(RecordDraft draft, JsonNode author) {
    if (!isGone(author)) {
      JsonFields.set(draft, PostField.AUTHOR_ID, author);
      JsonFields.set(draft, PostField.AUTHOR_HANDLE, author);
    }
  }

  /** The score is what voters for have over voters against: below 0 it says nothing of likes. */
  private static void end(RecordDraft draft, JsonNode data, RecordEmitter<Post> records) {
    JsonNode score = data.path("score");
    boolean isHidden = data.path("score_hidden").asBoolean();
    if (score.canConvertToLong() && score.longValue() >= 0 && !isHidden) {
      JsonFields.set(draft, PostField.LIKE_COUNT, score);
    }
    if (data.path("edited").isNumber()) {
      JsonFields.set(draft, PostField.OBSERVED_AT, data.path("edited"));
    }
    JsonFields.completeAuthor(draft);
    records.end(data);
  }

  private static void setText(RecordDraft draft, JsonNode text) {
    if (text.isTextual()) {
      TextFields.setText(draft, PostField.TEXT, HtmlEntities.unescape(text.textValue()));
    } else {
      JsonFields.set(draft, PostField.TEXT, text);
    }
  }

  private static void message(JsonNode thing, RecordEmitter<Message> records) {
    JsonNode data = thing.path("data");
    String kind = thing.path("kind").asText();
    if (kind.equals("Listing")) {
      data.path("children").forEach(child -> message(child, records));
    } else if (kind.equals("t4")) {
      readMessage(data, records);
      if (data.path("replies").isObject()) {
        message(data.path("replies"), records);
      }
    } else if (thing.isArray()) {
      thing.forEach(item -> message(item, records));
    } else if (!thing.isEmpty()) {
      records.skip(kind.equals("more") ? SkipReason.STUB : SkipReason.OTHER);
    }
  }

  /** What moderators write comes from their subreddit. */
  private static void readMessage(JsonNode data, RecordEmitter<Message> records) {
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, NETWORK);
    JsonFields.set(draft, MessageField.MESSAGE_ID, data.path("name"));
    JsonNode first = data.path("first_message_name");
    JsonFields.set(
        draft,
        MessageField.CONVERSATION_ID,
        JsonFields.isAbsent(first) ? data.path("name") : first);
    JsonFields.set(draft, MessageField.SENDER_ID, data.path("author"));
    if (!draft.isPresent(MessageField.SENDER_ID) && data.path("subreddit").isTextual()) {
      TextFields.setText(draft, MessageField.SENDER_ID, "#" + data.path("subreddit").textValue());
    }
    JsonFields.set(draft, MessageField.RECIPIENT_ID, data.path("dest"));
    String subject = data.path("subject").asText("");
    String body = HtmlEntities.unescape(data.path("body").asText(""));
    if (data.path("body").isTextual()) {
      TextFields.setText(
          draft, MessageField.TEXT, subject.isEmpty() ? body : subject + "\n\n" + body);
    }
    JsonFields.set(draft, MessageField.SENT_AT, data.path("created_utc"));
    records.end(data);
  }
}
