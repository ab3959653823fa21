package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers of Facebook's Graph API about what is public: pages of posts, comments and videos,
 * objects by id, and posts with their comments, replies and insights inside. What was asked for
 * decides what is there: without {@code from} the author is unknown.
 */
final class FacebookGraph implements ElementParser<Post> {
  static final String NETWORK = "facebook";

  /** The pages' items, one by one. */
  static final Set<String> ARRAYS = Set.of("data");

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    find(element.value(), null, records);
  }

  private static void find(JsonNode object, @Nullable String parent, RecordEmitter<Post> records) {
    if (isById(object)) {
      object.forEach(one -> find(one, parent, records));
    } else if (object.path("data").isObject()) {
      find(object.path("data"), parent, records);
    } else if (isComment(object)) {
      comment(object, parent, records);
    } else if (object.has("created_time") && !object.has("member_count") && !object.has("to")) {
      post(object, records);
    } else if (isProfile(object)) {
      profile(object, records);
    } else if (object.has("id") && object.size() > 1 && !object.has("period")) {
      records.skip(SkipReason.STUB);
    } else if (!isEmptyPage(object)) {
      records.skip(SkipReason.OTHER);
    }
  }

  /** An answer to {@code ?ids=}: every member is an object with the id that it is named after. */
  static boolean isById(JsonNode object) {
    if (!object.isObject() || object.isEmpty()) {
      return false;
    }
    for (var members = ((ObjectNode) object).properties().iterator(); members.hasNext(); ) {
      var member = members.next();
      if (!member.getValue().path("id").asText().equals(member.getKey())) {
        return false;
      }
    }
    return true;
  }

  static boolean isEmptyPage(JsonNode object) {
    return object.isEmpty() || (object.has("paging") && object.size() == 1);
  }

  private static boolean isComment(JsonNode object) {
    return object.has("comment_count")
        || object.has("can_reply_privately")
        || GraphIds.of(object.path("permalink_url")).comment() != null;
  }

  private static boolean isProfile(JsonNode object) {
    return object.has("id")
        && object.has("name")
        && !object.has("email")
        && !object.has("period")
        && !object.has("message");
  }

  private static void profile(JsonNode object, RecordEmitter<Post> records) {
    records.profile(
        new AccountProfile(
            NETWORK,
            object.path("id").asText(),
            JsonFields.text(object.path("username")),
            JsonFields.count(
                JsonFields.first(object, "followers_count", "fan_count", "member_count")),
            null,
            null,
            JsonFields.micros(object.path("created_time")),
            null));
  }

  private static void post(JsonNode post, RecordEmitter<Post> records) {
    RecordDraft draft = begin(post, records);
    JsonFields.set(draft, PostField.POST_ID, post.path("id"));
    GraphIds ids = GraphIds.of(post.path("permalink_url"));
    if (!draft.isPresent(PostField.POST_ID) && ids.post() != null) {
      draft.set(PostField.POST_ID, ids.post());
    }
    JsonNode attachment = post.path("attachments").path("data").path(0);
    draft.details().addLink(GraphLinks.target(post.path("link")));
    post.path("attachments").path("data").forEach(one -> GraphLinks.add(one, draft.details()));
    JsonFields.set(draft, PostField.MEDIA_TYPE, JsonFields.first(attachment, "media_type", "type"));
    if (post.has("length") && post.has("description")) {
      draft.set(PostField.MEDIA_TYPE, "video");
    }
    count(draft, PostField.LIKE_COUNT, post, "reactions", "likes");
    JsonFields.set(draft, PostField.SHARE_COUNT, post.path("shares").path("count"));
    count(draft, PostField.COMMENT_COUNT, post, "comments");
    GraphInsights.set(draft, post.path("insights").path("data"));
    JsonFields.completeAuthor(draft);
    String id = draft.text(PostField.POST_ID);
    records.end(post);
    post.path("comments").path("data").forEach(one -> comment(one, id, records));
  }

  private static void comment(
      JsonNode comment, @Nullable String parent, RecordEmitter<Post> records) {
    RecordDraft draft = begin(comment, records);
    GraphIds ids = GraphIds.of(comment.path("permalink_url"));
    String own = ids.reply() == null ? ids.comment() : ids.reply();
    JsonFields.set(draft, PostField.POST_ID, comment.path("id"));
    if (!draft.isPresent(PostField.POST_ID) && own != null) {
      draft.set(PostField.POST_ID, own);
    }
    String answered = ids.reply() == null ? ids.post() : ids.comment();
    answered = answered == null ? parent : answered;
    if (answered != null) {
      draft.set(PostField.IN_REPLY_TO_POST_ID, answered);
    }
    JsonFields.set(draft, PostField.IN_REPLY_TO_POST_ID, comment.path("parent").path("id"));
    JsonFields.set(
        draft, PostField.IN_REPLY_TO_AUTHOR_ID, comment.path("parent").path("from").path("id"));
    if (ids.post() != null) {
      draft.set(PostField.CONVERSATION_ID, ids.post());
    }
    JsonFields.set(draft, PostField.MEDIA_TYPE, comment.path("attachment").path("type"));
    GraphLinks.add(comment.path("attachment"), draft.details());
    JsonFields.set(draft, PostField.LIKE_COUNT, comment.path("like_count"));
    JsonFields.set(draft, PostField.COMMENT_COUNT, comment.path("comment_count"));
    JsonFields.completeAuthor(draft);
    String id = draft.text(PostField.POST_ID);
    if (comment.path("is_private").asBoolean()) {
      records.skip(SkipReason.NOT_PUBLIC);
    } else {
      records.end(comment);
    }
    comment.path("comments").path("data").forEach(one -> comment(one, id, records));
  }

  private static RecordDraft begin(JsonNode object, RecordEmitter<Post> records) {
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    JsonNode from = object.path("from");
    JsonFields.set(draft, PostField.AUTHOR_ID, from.path("id"));
    JsonFields.set(draft, PostField.AUTHOR_HANDLE, JsonFields.first(from, "username", "name"));
    // A picture, a check-in, a story: published without words.
    draft.set(PostField.TEXT, "");
    JsonFields.set(
        draft,
        PostField.TEXT,
        JsonFields.first(object, "message", "story", "description", "title"));
    JsonFields.set(draft, PostField.POSTED_AT, object.path("created_time"));
    return draft;
  }

  private static void count(RecordDraft draft, PostField field, JsonNode post, String... edges) {
    for (String edge : edges) {
      JsonNode total = post.path(edge).path("summary").path("total_count");
      if (!JsonFields.isAbsent(total)) {
        JsonFields.set(draft, field, total);
        return;
      }
    }
  }
}
