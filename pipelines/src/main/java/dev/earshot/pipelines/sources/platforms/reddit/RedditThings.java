package dev.earshot.pipelines.sources.platforms.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Skipped;
import dev.earshot.pipelines.sources.fields.Draft;
import dev.earshot.pipelines.sources.fields.HtmlEntities;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.Values;
import dev.earshot.pipelines.sources.json.Finder;
import dev.earshot.pipelines.sources.json.Nodes;
import dev.earshot.pipelines.sources.json.Records;
import java.util.Set;

/**
 * Reddit's API: listings of things, comment trees, answers to {@code morechildren}, and the same
 * objects one per line, as collectors keep them. Submissions and comments are posts. An author's id
 * is the account name, which cannot be changed; the only one that all these forms have.
 */
public final class RedditThings {
  static final String NETWORK = "reddit";

  private static final Set<String> GONE = Set.of("[deleted]", "[removed]");

  private RedditThings() {}

  /** Finds submissions and comments. */
  public static Finder<Post> posts() {
    return (element, records) -> post(element.value(), records);
  }

  /** Finds private messages. */
  public static Finder<Message> messages() {
    return (element, records) -> message(element.value(), records);
  }

  private static void post(JsonNode thing, Records<Post> records) {
    JsonNode data = thing.path("data");
    switch (thing.path("kind").asText()) {
      case "Listing" -> data.path("children").forEach(child -> post(child, records));
      case "t1" -> comment(data, records);
      case "t3" -> submission(data, records);
      case "t2" -> records.skip(Skipped.PROFILE);
      case "more" -> records.skip(Skipped.STUB);
      default -> bare(thing, records);
    }
  }

  /** An object that no thing wraps: a line of a collector, a row of a table. */
  static void bare(JsonNode thing, Records<Post> records) {
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
      records.skip(Skipped.STUB);
    } else if (!thing.isEmpty()) {
      records.skip(Skipped.OTHER);
    }
  }

  private static void comment(JsonNode data, Records<Post> records) {
    if (GONE.contains(data.path("body").asText())) {
      records.skip(Skipped.WITHDRAWN);
    } else if (isPrivate(data)) {
      records.skip(Skipped.NOT_PUBLIC);
    } else {
      Draft draft = begin(data, "t1_", records);
      setText(draft, data.path("body"));
      Nodes.set(draft, PostField.IN_REPLY_TO_POST_ID, data.path("parent_id"));
      Nodes.set(draft, PostField.CONVERSATION_ID, data.path("link_id"));
      end(draft, data, records);
    }
    JsonNode replies = data.path("replies");
    if (replies.isObject()) {
      post(replies, records);
    }
  }

  private static void submission(JsonNode data, Records<Post> records) {
    JsonNode text = data.path("selftext");
    boolean isRemoved =
        GONE.contains(text.asText()) || !Nodes.isAbsent(data.path("removed_by_category"));
    if (isRemoved) {
      records.skip(Skipped.WITHDRAWN);
    } else if (isPrivate(data)) {
      records.skip(Skipped.NOT_PUBLIC);
    } else {
      Draft draft = begin(data, "t3_", records);
      setText(draft, data.path("title"));
      String title = draft.text(PostField.TEXT);
      if (title != null && !text.asText().isBlank()) {
        String body = HtmlEntities.unescape(text.asText());
        Values.setText(draft, PostField.TEXT, title + "\n\n" + body);
      }
      Nodes.set(draft, PostField.CONVERSATION_ID, Nodes.first(data, "name"));
      Nodes.set(draft, PostField.QUOTE_OF_POST_ID, data.path("crosspost_parent"));
      Nodes.set(draft, PostField.COMMENT_COUNT, data.path("num_comments"));
      draft.set(PostField.MEDIA_TYPE, mediaType(data));
      end(draft, data, records);
    }
    data.path("crosspost_parent_list").forEach(parent -> submission(parent, records));
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

  private static Draft begin(JsonNode data, String prefix, Records<Post> records) {
    Draft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    setId(draft, data, prefix);
    setAuthor(draft, data.path("author"));
    Nodes.set(draft, PostField.POSTED_AT, data.path("created_utc"));
    return draft;
  }

  private static void setId(Draft draft, JsonNode data, String prefix) {
    Nodes.set(draft, PostField.POST_ID, data.path("name"));
    if (!draft.isPresent(PostField.POST_ID) && data.path("id").isTextual()) {
      Values.setText(draft, PostField.POST_ID, prefix + data.path("id").textValue());
    }
  }

  static void setAuthor(Draft draft, JsonNode author) {
    if (!GONE.contains(author.asText())) {
      Nodes.set(draft, PostField.AUTHOR_ID, author);
      Nodes.set(draft, PostField.AUTHOR_HANDLE, author);
    }
  }

  /** The score is what voters for have over voters against: below 0 it says nothing of likes. */
  private static void end(Draft draft, JsonNode data, Records<Post> records) {
    JsonNode score = data.path("score");
    boolean isHidden = data.path("score_hidden").asBoolean();
    if (score.canConvertToLong() && score.longValue() >= 0 && !isHidden) {
      Nodes.set(draft, PostField.LIKE_COUNT, score);
    }
    if (data.path("edited").isNumber()) {
      Nodes.set(draft, PostField.OBSERVED_AT, data.path("edited"));
    }
    Nodes.completeAuthor(draft);
    records.end(data);
  }

  private static void setText(Draft draft, JsonNode text) {
    if (text.isTextual()) {
      Values.setText(draft, PostField.TEXT, HtmlEntities.unescape(text.textValue()));
    } else {
      Nodes.set(draft, PostField.TEXT, text);
    }
  }

  private static void message(JsonNode thing, Records<Message> records) {
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
      records.skip(kind.equals("more") ? Skipped.STUB : Skipped.OTHER);
    }
  }

  /** What moderators write comes from their subreddit. */
  private static void readMessage(JsonNode data, Records<Message> records) {
    Draft draft = records.begin();
    draft.set(MessageField.NETWORK, NETWORK);
    Nodes.set(draft, MessageField.MESSAGE_ID, data.path("name"));
    JsonNode first = data.path("first_message_name");
    Nodes.set(
        draft, MessageField.CONVERSATION_ID, Nodes.isAbsent(first) ? data.path("name") : first);
    Nodes.set(draft, MessageField.SENDER_ID, data.path("author"));
    if (!draft.isPresent(MessageField.SENDER_ID) && data.path("subreddit").isTextual()) {
      Values.setText(draft, MessageField.SENDER_ID, "#" + data.path("subreddit").textValue());
    }
    Nodes.set(draft, MessageField.RECIPIENT_ID, data.path("dest"));
    String subject = data.path("subject").asText("");
    String body = HtmlEntities.unescape(data.path("body").asText(""));
    if (data.path("body").isTextual()) {
      Values.setText(draft, MessageField.TEXT, subject.isEmpty() ? body : subject + "\n\n" + body);
    }
    Nodes.set(draft, MessageField.SENT_AT, data.path("created_utc"));
    records.end(data);
  }
}
