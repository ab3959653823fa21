package dev.earshot.pipelines.sources.platforms.misskey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import java.util.List;
import java.util.Set;

/**
 * Notes of Misskey and what was made of it (Firefish, Sharkey, Iceshrimp, CherryPick): answers of
 * the API, and the export of one's own notes, which names no author and no counts.
 */
public final class MisskeyNotes implements ElementParser<Post> {
  public static final FormatSpec<Post> FORMAT =
      FormatSpec.of(Format.MISSKEY, Post.class)
          .guide(
              "Misskey",
              "misskey/*.json",
              "API: POST /api/notes/search, /api/users/notes, /api/notes/mentions; or Settings, Import and"
                  + " export, All notes",
              "language, impressions, reach, followers; authors and counts of an export")
          .markedBy(shape -> shape.hasName("renoteId") && shape.hasName("createdAt"))
          .read(
              context ->
                  DocumentSource.posts(
                      Format.MISSKEY, DocumentSource.WHOLE, new MisskeyNotes(), context.limits()));

  private static final String NETWORK = "misskey";
  private static final Set<String> PUBLIC = Set.of("public", "home");

  private MisskeyNotes() {}

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    find(element.value(), records);
  }

  private static void find(JsonNode note, RecordEmitter<Post> records) {
    if (!note.has("createdAt") || !note.has("text")) {
      records.skip(SkipReason.OTHER);
    } else if (!PUBLIC.contains(note.path("visibility").asText("public"))) {
      records.skip(SkipReason.NOT_PUBLIC);
    } else if (note.path("isHidden").asBoolean()) {
      records.skip(SkipReason.WITHDRAWN);
    } else {
      note(note, records);
    }
    for (JsonNode embedded : List.of(note.path("renote"), note.path("reply"))) {
      if (embedded.isObject()) {
        find(embedded, records);
      }
    }
  }

  private static void note(JsonNode note, RecordEmitter<Post> records) {
    JsonNode user = note.path("user");
    JsonNode renote = note.path("renote");
    boolean hasWords = note.path("text").isTextual() || note.path("files").size() > 0;
    boolean isRepost = note.hasNonNull("renoteId") && !hasWords;
    JsonNode shown = isRepost && renote.isObject() ? renote : note;
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    JsonFields.set(draft, PostField.POST_ID, note.path("id"));
    JsonFields.set(draft, PostField.AUTHOR_ID, JsonFields.first(note, "userId"));
    JsonFields.set(draft, PostField.AUTHOR_HANDLE, user.path("username"));
    String warning = shown.path("cw").asText("");
    String text = shown.path("text").asText("");
    boolean isWarned = shown.path("cw").isTextual() && !warning.isEmpty();
    TextFields.setText(
        draft,
        PostField.TEXT,
        (isWarned ? warning + "\n\n" : "") + (shown.path("text").isTextual() ? text : ""));
    JsonFields.set(draft, PostField.POSTED_AT, note.path("createdAt"));
    JsonFields.set(draft, PostField.IN_REPLY_TO_POST_ID, note.path("replyId"));
    JsonFields.set(draft, PostField.IN_REPLY_TO_AUTHOR_ID, note.path("reply").path("userId"));
    JsonFields.set(
        draft,
        isRepost ? PostField.REPOST_OF_POST_ID : PostField.QUOTE_OF_POST_ID,
        note.path("renoteId"));
    JsonNode media = shown.path("files").path(0).path("type");
    if (media.isTextual()) {
      String type = media.textValue();
      draft.set(PostField.MEDIA_TYPE, type.substring(0, Math.max(0, (type + "/").indexOf('/'))));
    }
    if (!isRepost) {
      setCounts(draft, note);
    }
    JsonFields.completeAuthor(draft);
    records.end(note);
  }

  private static void setCounts(RecordDraft draft, JsonNode note) {
    if (note.path("reactions").isObject()) {
      long likes = 0;
      for (JsonNode count : note.path("reactions")) {
        likes += Math.max(0, count.asInt());
      }
      draft.set(PostField.LIKE_COUNT, likes);
    }
    JsonFields.set(draft, PostField.LIKE_COUNT, note.path("reactionCount"));
    JsonFields.set(draft, PostField.SHARE_COUNT, note.path("renoteCount"));
    JsonFields.set(draft, PostField.COMMENT_COUNT, note.path("repliesCount"));
  }
}
