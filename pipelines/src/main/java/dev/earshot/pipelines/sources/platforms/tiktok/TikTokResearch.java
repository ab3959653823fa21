package dev.earshot.pipelines.sources.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.Set;

/** Videos and comments as TikTok's Research API answers them; comments do not name authors. */
final class TikTokResearch implements ElementParser<Post> {
  static final Set<String> ARRAYS = Set.of("data/comments", "data/videos");

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode value = element.value();
    if (value.has("video_id")) {
      comment(value, records);
    } else if (value.has("id") && value.has("create_time")) {
      video(value, records);
    } else {
      records.skip(SkipReason.OTHER);
    }
  }

  private static void comment(JsonNode comment, RecordEmitter<Post> records) {
    RecordDraft draft = begin(comment, records);
    JsonFields.set(draft, PostField.TEXT, comment.path("text"));
    JsonNode answered = JsonFields.first(comment, "parent_comment_id", "video_id");
    JsonFields.set(draft, PostField.IN_REPLY_TO_POST_ID, answered);
    JsonFields.set(draft, PostField.CONVERSATION_ID, comment.path("video_id"));
    JsonFields.set(draft, PostField.COMMENT_COUNT, comment.path("reply_count"));
    end(draft, comment, records);
  }

  private static void video(JsonNode video, RecordEmitter<Post> records) {
    RecordDraft draft = begin(video, records);
    JsonFields.set(draft, PostField.AUTHOR_ID, video.path("username"));
    JsonFields.set(draft, PostField.AUTHOR_HANDLE, video.path("username"));
    JsonFields.set(draft, PostField.TEXT, video.path("video_description"));
    JsonFields.set(draft, PostField.CONVERSATION_ID, video.path("id"));
    JsonFields.set(draft, PostField.SHARE_COUNT, video.path("share_count"));
    JsonFields.set(draft, PostField.COMMENT_COUNT, video.path("comment_count"));
    JsonFields.set(draft, PostField.IMPRESSION_COUNT, video.path("view_count"));
    draft.set(PostField.MEDIA_TYPE, "video");
    end(draft, video, records);
  }

  private static RecordDraft begin(JsonNode value, RecordEmitter<Post> records) {
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, TikTokDownload.NETWORK);
    draft.set(PostField.TEXT, "");
    JsonFields.set(draft, PostField.POST_ID, value.path("id"));
    JsonFields.set(draft, PostField.POSTED_AT, value.path("create_time"));
    return draft;
  }

  private static void end(RecordDraft draft, JsonNode value, RecordEmitter<Post> records) {
    JsonFields.set(draft, PostField.LIKE_COUNT, value.path("like_count"));
    JsonFields.completeAuthor(draft);
    records.end(value);
  }
}
