package dev.earshot.pipelines.sources.platforms.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.platforms.x.XStatuses;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import java.util.Set;

/**
 * What yt-dlp writes of a YouTube video beside it: the video with its description, and its
 * comments. Names as in {@code yt_dlp/extractor/common.py} (the fields of a video and of a comment)
 * and {@code yt_dlp/extractor/youtube/_video.py}. A video that was taken from another site has the
 * same shape; of it nothing is read.
 */
public final class YtDlp implements ElementParser<Post> {
  public static final FormatSpec<Post> FORMAT =
      FormatSpec.of(Format.YT_DLP, Post.class)
          .guide(
              "YouTube",
              "videos/*.info.json",
              "yt-dlp --skip-download --write-comments, which writes VIDEO.info.json; lines of"
                  + " --dump-json, the document of --dump-single-json",
              "when exactly a comment was written: YouTube's pages say '2 weeks ago', from which"
                  + " yt-dlp reckons; shares, reach; answers to a comment as a count; language of"
                  + " comments")
          .markedBy(YtDlp::isMarked)
          .read(
              context ->
                  DocumentSource.postsAround(
                      Format.YT_DLP,
                      Set.of("comments", "entries", "entries/comments"),
                      new YtDlp(),
                      context.limits()));

  private static final String NETWORK = "youtube";
  private static final int DATE_LENGTH = 8;
  private static final String SITE = "https://www.youtube.com/";
  private static final String START = "T00:00:00Z";

  /** Who made a file stands behind its lists of addresses, maybe far from its beginning. */
  private static boolean isMarked(DocumentShape shape) {
    return shape.says("extractor_key=Youtube", Set.of("entries"))
        || shape.has("id", "title", "formats/format_id")
        || shape.has("entries/id", "entries/title", "entries/formats/format_id");
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode value = element.value();
    if (element.path().endsWith("comments")) {
      comment(value, element.around().get(element.around().size() - 1), records);
    } else if (!isOfYouTube(value)) {
      records.skip(SkipReason.OTHER);
    } else if (value.path("_type").asText().equals("playlist")) {
      records.skip(SkipReason.OTHER);
    } else {
      video(value, records);
    }
  }

  /** By who made it, or by its address where that stands behind the comments. */
  private static boolean isOfYouTube(JsonNode video) {
    JsonNode by = JsonFields.first(video, "extractor_key", "ie_key", "extractor");
    return by.asText().regionMatches(true, 0, NETWORK, 0, NETWORK.length())
        || video.path("webpage_url").asText().startsWith(SITE);
  }

  private static boolean isPublic(JsonNode video) {
    return video.path("availability").asText("public").equals("public");
  }

  private static void video(JsonNode video, RecordEmitter<Post> records) {
    boolean isStub = video.path("_type").asText().startsWith("url");
    if (!isPublic(video) || isStub) {
      records.skip(isStub ? SkipReason.STUB : SkipReason.NOT_PUBLIC);
      return;
    }
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    JsonFields.set(draft, PostField.POST_ID, video.path("id"));
    JsonFields.set(draft, PostField.AUTHOR_ID, video.path("channel_id"));
    setHandle(draft, video.path("uploader_id").asText());
    JsonFields.set(draft, PostField.TEXT, JsonFields.first(video, "fulltitle", "title"));
    String title = draft.text(PostField.TEXT);
    String description = video.path("description").asText("");
    if (title != null && !description.isBlank()) {
      TextFields.setText(draft, PostField.TEXT, title + "\n\n" + description);
    }
    XStatuses.setLanguage(draft, video.path("language"));
    setTime(draft, video);
    JsonFields.set(draft, PostField.CONVERSATION_ID, video.path("id"));
    draft.set(PostField.MEDIA_TYPE, "video");
    JsonFields.set(draft, PostField.LIKE_COUNT, video.path("like_count"));
    JsonFields.set(draft, PostField.COMMENT_COUNT, video.path("comment_count"));
    JsonFields.set(draft, PostField.IMPRESSION_COUNT, video.path("view_count"));
    JsonFields.set(draft, PostField.AUTHOR_FOLLOWER_COUNT, video.path("channel_follower_count"));
    setObserved(draft, video);
    JsonFields.completeAuthor(draft);
    records.end(video);
  }

  /** When it was published, or at least the day, of UTC. */
  private static void setTime(RecordDraft draft, JsonNode video) {
    JsonFields.set(draft, PostField.POSTED_AT, video.path("timestamp"));
    String day = video.path("upload_date").asText();
    if (!draft.isPresent(PostField.POSTED_AT) && day.length() == DATE_LENGTH) {
      JsonNode midnight =
          TextNode.valueOf(
              day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6) + START);
      JsonFields.set(draft, PostField.POSTED_AT, midnight);
    }
  }

  private static void setHandle(RecordDraft draft, String name) {
    if (name.startsWith("@")) {
      TextFields.setText(draft, PostField.AUTHOR_HANDLE, name);
    }
  }

  /** When yt-dlp asked. */
  private static void setObserved(RecordDraft draft, JsonNode video) {
    if (PostField.COUNTS.stream().anyMatch(draft::isPresent)) {
      JsonFields.set(draft, PostField.OBSERVED_AT, video.path("epoch"));
    }
  }

  private static void comment(JsonNode comment, JsonNode video, RecordEmitter<Post> records) {
    if (!isOfYouTube(video)) {
      records.skip(SkipReason.OTHER);
      return;
    }
    if (!isPublic(video) || JsonFields.isAbsent(comment.path("text"))) {
      records.skip(isPublic(video) ? SkipReason.STUB : SkipReason.NOT_PUBLIC);
      return;
    }
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    JsonFields.set(draft, PostField.POST_ID, comment.path("id"));
    JsonFields.set(draft, PostField.AUTHOR_ID, comment.path("author_id"));
    setHandle(draft, comment.path("author").asText());
    JsonFields.set(draft, PostField.TEXT, comment.path("text"));
    JsonFields.set(draft, PostField.POSTED_AT, comment.path("timestamp"));
    JsonNode parent = comment.path("parent");
    boolean isFirst = JsonFields.isAbsent(parent) || parent.asText().equals("root");
    JsonFields.set(draft, PostField.IN_REPLY_TO_POST_ID, isFirst ? video.path("id") : parent);
    JsonFields.set(draft, PostField.CONVERSATION_ID, video.path("id"));
    JsonFields.set(draft, PostField.LIKE_COUNT, comment.path("like_count"));
    setObserved(draft, video);
    JsonFields.completeAuthor(draft);
    records.end(comment);
  }
}
