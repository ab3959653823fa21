package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import org.jspecify.annotations.Nullable;

/**
 * Answers of Instagram's Graph API: media, stories, hashtag media, comments and replies, alone, by
 * id, in pages or inside of their account and media. Members that were not asked for are not there:
 * media without time and caption is a reference. An author without an id is the user name, which is
 * unique.
 */
final class InstagramGraph implements ElementParser<Post> {
  static final String NETWORK = "instagram";

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    find(element.value(), new Context(null, null), records);
  }

  /** What stands around an object. */
  private record Context(@Nullable String author, @Nullable String parent) {}

  private static void find(JsonNode object, Context context, RecordEmitter<Post> records) {
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
      records.skip(SkipReason.OTHER);
    }
  }

  private static boolean isMedia(JsonNode object) {
    return object.has("id")
        && (object.has("media_type") || object.has("caption") || object.has("comments_count"));
  }

  private static boolean isProfile(JsonNode object) {
    return object.has("id") && object.has("username") && !object.has("timestamp");
  }

  private static void account(JsonNode account, RecordEmitter<Post> records) {
    Context context = new Context(account.path("id").asText(), null);
    if (account.has("username") || account.has("followers_count")) {
      profile(account, records);
    }
    account.path("media").path("data").forEach(one -> find(one, context, records));
  }

  private static void profile(JsonNode object, RecordEmitter<Post> records) {
    records.profile(
        new AccountProfile(
            NETWORK,
            object.path("id").asText(),
            JsonFields.text(object.path("username")),
            JsonFields.count(object.path("followers_count")),
            JsonFields.count(object.path("follows_count")),
            JsonFields.count(object.path("media_count")),
            null,
            null));
  }

  private static void media(JsonNode media, Context context, RecordEmitter<Post> records) {
    if (!media.has("timestamp") && !media.has("caption")) {
      records.skip(SkipReason.STUB);
      return;
    }
    RecordDraft draft = begin(media, context, records);
    draft.set(PostField.TEXT, "");
    JsonFields.set(draft, PostField.TEXT, media.path("caption"));
    setWord(draft, media.path("media_type"));
    JsonFields.set(draft, PostField.LIKE_COUNT, media.path("like_count"));
    JsonFields.set(draft, PostField.COMMENT_COUNT, media.path("comments_count"));
    GraphInsights.set(draft, media.path("insights").path("data"));
    InstagramIds.completeTime(draft, media);
    JsonFields.completeAuthor(draft);
    String id = draft.text(PostField.POST_ID);
    records.end(media);
    media
        .path("comments")
        .path("data")
        .forEach(one -> comment(one, new Context(null, id), records));
  }

  private static void comment(JsonNode comment, Context context, RecordEmitter<Post> records) {
    if (comment.path("hidden").asBoolean()) {
      records.skip(SkipReason.WITHDRAWN);
      return;
    }
    RecordDraft draft = begin(comment, context, records);
    JsonFields.set(draft, PostField.TEXT, comment.path("text"));
    if (context.parent() != null) {
      draft.set(PostField.IN_REPLY_TO_POST_ID, context.parent());
    }
    JsonFields.set(draft, PostField.IN_REPLY_TO_POST_ID, comment.path("media").path("id"));
    JsonFields.set(draft, PostField.CONVERSATION_ID, comment.path("media").path("id"));
    JsonFields.set(draft, PostField.IN_REPLY_TO_POST_ID, comment.path("parent_id"));
    JsonFields.set(draft, PostField.LIKE_COUNT, comment.path("like_count"));
    JsonFields.completeAuthor(draft);
    String id = draft.text(PostField.POST_ID);
    records.end(comment);
    comment
        .path("replies")
        .path("data")
        .forEach(one -> comment(one, new Context(null, id), records));
  }

  private static RecordDraft begin(JsonNode object, Context context, RecordEmitter<Post> records) {
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    JsonFields.set(draft, PostField.POST_ID, object.path("id"));
    JsonFields.set(draft, PostField.AUTHOR_ID, object.path("username"));
    if (context.author() != null) {
      draft.set(PostField.AUTHOR_ID, context.author());
    }
    JsonFields.set(draft, PostField.AUTHOR_ID, object.path("owner").path("id"));
    JsonFields.set(draft, PostField.AUTHOR_ID, object.path("from").path("id"));
    JsonFields.set(draft, PostField.AUTHOR_HANDLE, object.path("username"));
    JsonFields.set(draft, PostField.POSTED_AT, object.path("timestamp"));
    return draft;
  }

  /** Instagram's words are capitals, such as {@code CAROUSEL_ALBUM}. */
  private static void setWord(RecordDraft draft, JsonNode word) {
    if (word.isTextual()) {
      String lower = word.textValue().toLowerCase(java.util.Locale.ROOT);
      TextFields.setText(draft, PostField.MEDIA_TYPE, lower);
    }
  }
}
