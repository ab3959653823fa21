package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Skipped;
import dev.earshot.pipelines.sources.fields.Draft;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.Values;
import dev.earshot.pipelines.sources.json.Element;
import dev.earshot.pipelines.sources.json.Finder;
import dev.earshot.pipelines.sources.json.Nodes;
import dev.earshot.pipelines.sources.json.Records;
import org.jspecify.annotations.Nullable;

/**
 * Answers of Instagram's Graph API: media, stories, hashtag media, comments and replies, alone, by
 * id, in pages or inside of their account and media. Members that were not asked for are not there:
 * media without time and caption is a reference. An author without an id is the user name, which is
 * unique.
 */
public final class InstagramGraph implements Finder<Post> {
  public static final String NETWORK = "instagram";

  @Override
  public void find(Element element, Records<Post> records) {
    find(element.value(), new Context(null, null), records);
  }

  /** What stands around an object. */
  private record Context(@Nullable String author, @Nullable String parent) {}

  private static void find(JsonNode object, Context context, Records<Post> records) {
    if (FacebookGraph.isById(object)) {
      object.forEach(one -> find(one, context, records));
    } else if (object.path("data").isObject()) {
      find(object.path("data"), context, records);
    } else if (object.path("business_discovery").isObject()) {
      find(object.path("business_discovery"), context, records);
    } else if (object.path("mentioned_media").isObject()) {
      find(object.path("mentioned_media"), context, records);
    } else if (object.path("mentioned_comment").isObject()) {
      find(object.path("mentioned_comment"), context, records);
    } else if (object.path("media").path("data").isArray()) {
      account(object, records);
    } else if (isMedia(object)) {
      media(object, context, records);
    } else if (object.has("text")) {
      comment(object, context, records);
    } else if (isProfile(object)) {
      profile(object, records);
    } else if (!FacebookGraph.isEmptyPage(object)) {
      records.skip(Skipped.OTHER);
    }
  }

  private static boolean isMedia(JsonNode object) {
    return object.has("id")
        && (object.has("media_type") || object.has("caption") || object.has("comments_count"));
  }

  private static boolean isProfile(JsonNode object) {
    return object.has("id") && object.has("username") && !object.has("timestamp");
  }

  private static void account(JsonNode account, Records<Post> records) {
    Context context = new Context(account.path("id").asText(), null);
    if (account.has("username") || account.has("followers_count")) {
      profile(account, records);
    }
    account.path("media").path("data").forEach(one -> find(one, context, records));
  }

  private static void profile(JsonNode object, Records<Post> records) {
    records.profile(
        new AccountProfile(
            NETWORK,
            object.path("id").asText(),
            Nodes.text(object.path("username")),
            Nodes.count(object.path("followers_count")),
            Nodes.count(object.path("follows_count")),
            Nodes.count(object.path("media_count")),
            null,
            null));
  }

  private static void media(JsonNode media, Context context, Records<Post> records) {
    if (!media.has("timestamp") && !media.has("caption")) {
      records.skip(Skipped.STUB);
      return;
    }
    Draft draft = begin(media, context, records);
    draft.set(PostField.TEXT, "");
    Nodes.set(draft, PostField.TEXT, media.path("caption"));
    setWord(draft, media.path("media_type"));
    Nodes.set(draft, PostField.LIKE_COUNT, media.path("like_count"));
    Nodes.set(draft, PostField.COMMENT_COUNT, media.path("comments_count"));
    for (JsonNode insight : media.path("insights").path("data")) {
      JsonNode value = insight.path("values").path(0).path("value");
      switch (insight.path("name").asText()) {
        case "impressions", "views" -> Nodes.set(draft, PostField.IMPRESSION_COUNT, value);
        case "reach" -> Nodes.set(draft, PostField.REACH_COUNT, value);
        case "shares" -> Nodes.set(draft, PostField.SHARE_COUNT, value);
        default -> {}
      }
    }
    InstagramIds.completeTime(draft, media);
    Nodes.completeAuthor(draft);
    String id = draft.text(PostField.POST_ID);
    records.end(media);
    media
        .path("comments")
        .path("data")
        .forEach(one -> comment(one, new Context(null, id), records));
  }

  private static void comment(JsonNode comment, Context context, Records<Post> records) {
    if (comment.path("hidden").asBoolean()) {
      records.skip(Skipped.WITHDRAWN);
      return;
    }
    Draft draft = begin(comment, context, records);
    Nodes.set(draft, PostField.TEXT, comment.path("text"));
    if (context.parent() != null) {
      draft.set(PostField.IN_REPLY_TO_POST_ID, context.parent());
    }
    Nodes.set(draft, PostField.IN_REPLY_TO_POST_ID, comment.path("media").path("id"));
    Nodes.set(draft, PostField.CONVERSATION_ID, comment.path("media").path("id"));
    Nodes.set(draft, PostField.IN_REPLY_TO_POST_ID, comment.path("parent_id"));
    Nodes.set(draft, PostField.LIKE_COUNT, comment.path("like_count"));
    Nodes.completeAuthor(draft);
    String id = draft.text(PostField.POST_ID);
    records.end(comment);
    comment
        .path("replies")
        .path("data")
        .forEach(one -> comment(one, new Context(null, id), records));
  }

  private static Draft begin(JsonNode object, Context context, Records<Post> records) {
    Draft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    Nodes.set(draft, PostField.POST_ID, object.path("id"));
    Nodes.set(draft, PostField.AUTHOR_ID, object.path("username"));
    if (context.author() != null) {
      draft.set(PostField.AUTHOR_ID, context.author());
    }
    Nodes.set(draft, PostField.AUTHOR_ID, object.path("owner").path("id"));
    Nodes.set(draft, PostField.AUTHOR_ID, object.path("from").path("id"));
    Nodes.set(draft, PostField.AUTHOR_HANDLE, object.path("username"));
    Nodes.set(draft, PostField.POSTED_AT, object.path("timestamp"));
    return draft;
  }

  /** Instagram's words are capitals, such as {@code CAROUSEL_ALBUM}. */
  private static void setWord(Draft draft, JsonNode word) {
    if (word.isTextual()) {
      String lower = word.textValue().toLowerCase(java.util.Locale.ROOT);
      Values.setText(draft, PostField.MEDIA_TYPE, lower);
    }
  }
}
