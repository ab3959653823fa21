package dev.earshot.pipelines.sources.platforms.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.HtmlText;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.Redirects;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.platforms.x.XStatuses;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * YouTube's Data API v3: videos and comments are posts; a comment answers its parent, or its video.
 * An account is its channel.
 */
public final class YouTubeItems implements ElementParser<Post> {
  public static final FormatSpec<Post> FORMAT =
      FormatSpec.of(Format.YOUTUBE_API, Post.class)
          .guide(
              "YouTube",
              "youtube/*.json",
              "Data API v3: commentThreads.list with part=snippet,replies; videos.list with"
                  + " part=snippet,statistics; search.list",
              "shares, reach, followers; impressions of comments; language of comments")
          .markedBy(shape -> shape.says("kind=youtube#", Set.of("items")))
          .read(
              context ->
                  DocumentSource.posts(
                      Format.YOUTUBE_API, Set.of("items"), new YouTubeItems(), context.limits()));

  private static final String NETWORK = "youtube";
  private static final Set<String> HIDDEN = Set.of("heldForReview", "likelySpam", "rejected");

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    find(element.value(), records);
  }

  private static void find(JsonNode value, RecordEmitter<Post> records) {
    if (value.path("items").isArray()) {
      value.path("items").forEach(item -> find(item, records));
      return;
    }
    switch (value.path("kind").asText()) {
      case "youtube#commentThread" -> thread(value, records);
      case "youtube#comment" -> comment(value, MissingNode.getInstance(), null, records);
      case "youtube#video" -> video(value, value.path("id"), records);
      case "youtube#searchResult" -> found(value, records);
      case "youtube#activity" -> activity(value, records);
      case "youtube#channel" -> records.profile(profile(value));
      case "youtube#subscription" -> records.skip(SkipReason.PROFILE);
      case "youtube#playlistItem" -> records.skip(SkipReason.STUB);
      default -> {
        if (!value.isEmpty() && !value.path("kind").asText().endsWith("ListResponse")) {
          records.skip(SkipReason.OTHER);
        }
      }
    }
  }

  private static void thread(JsonNode thread, RecordEmitter<Post> records) {
    JsonNode snippet = thread.path("snippet");
    JsonNode video = snippet.path("videoId");
    if (!snippet.path("isPublic").asBoolean(true)) {
      records.skip(SkipReason.NOT_PUBLIC);
    } else if (snippet.path("topLevelComment").isObject()) {
      comment(snippet.path("topLevelComment"), video, snippet.path("totalReplyCount"), records);
    } else {
      records.skip(SkipReason.STUB);
    }
    thread.path("replies").path("comments").forEach(reply -> comment(reply, video, null, records));
  }

  private static void comment(
      JsonNode comment,
      JsonNode threadVideo,
      @Nullable JsonNode replies,
      RecordEmitter<Post> records) {
    JsonNode snippet = comment.path("snippet");
    if (HIDDEN.contains(snippet.path("moderationStatus").asText())) {
      records.skip(SkipReason.NOT_PUBLIC);
      return;
    }
    if (!snippet.has("textOriginal") && !snippet.has("textDisplay")) {
      records.skip(SkipReason.STUB);
      return;
    }
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    JsonFields.set(draft, PostField.POST_ID, comment.path("id"));
    JsonNode author = snippet.path("authorChannelId");
    JsonFields.set(draft, PostField.AUTHOR_ID, author.isObject() ? author.path("value") : author);
    String name = snippet.path("authorDisplayName").asText();
    if (name.startsWith("@")) {
      TextFields.setText(draft, PostField.AUTHOR_HANDLE, name);
    }
    setText(draft, snippet);
    JsonNode video = snippet.has("videoId") ? snippet.path("videoId") : threadVideo;
    JsonNode parent = snippet.path("parentId");
    JsonFields.set(
        draft, PostField.IN_REPLY_TO_POST_ID, JsonFields.isAbsent(parent) ? video : parent);
    JsonFields.set(draft, PostField.CONVERSATION_ID, video);
    JsonFields.set(draft, PostField.POSTED_AT, snippet.path("publishedAt"));
    JsonFields.set(draft, PostField.LIKE_COUNT, snippet.path("likeCount"));
    if (replies != null) {
      JsonFields.set(draft, PostField.COMMENT_COUNT, replies);
    }
    JsonFields.set(draft, PostField.OBSERVED_AT, snippet.path("updatedAt"));
    JsonFields.completeAuthor(draft);
    records.end(comment);
  }

  /** What the author typed; where only the page's text is there, it is HTML. */
  private static void setText(RecordDraft draft, JsonNode snippet) {
    JsonNode original = snippet.path("textOriginal");
    JsonNode shown = snippet.path("textDisplay");
    for (String link : HtmlText.links(shown.asText())) {
      draft.details().addLink(Redirects.target(link));
    }
    if (original.isMissingNode() && shown.isTextual()) {
      TextFields.setText(draft, PostField.TEXT, HtmlText.of(shown.textValue()));
    } else {
      JsonFields.set(draft, PostField.TEXT, original);
    }
  }

  private static void found(JsonNode result, RecordEmitter<Post> records) {
    JsonNode id = result.path("id");
    if (id.has("videoId") && result.has("snippet")) {
      video(result, id.path("videoId"), records);
    } else if (id.has("videoId")) {
      records.skip(SkipReason.STUB);
    } else {
      records.skip(id.has("channelId") ? SkipReason.PROFILE : SkipReason.OTHER);
    }
  }

  /** An upload is its video, if the answer names it. */
  private static void activity(JsonNode activity, RecordEmitter<Post> records) {
    JsonNode video = activity.path("contentDetails").path("upload").path("videoId");
    if (video.isTextual() && activity.has("snippet")) {
      video(activity, video, records);
    } else {
      records.skip(
          activity.path("snippet").path("type").asText().equals("upload")
              ? SkipReason.STUB
              : SkipReason.OTHER);
    }
  }

  private static void video(JsonNode video, JsonNode id, RecordEmitter<Post> records) {
    JsonNode snippet = video.path("snippet");
    String privacy = video.path("status").path("privacyStatus").asText("public");
    if (!privacy.equals("public")) {
      records.skip(SkipReason.NOT_PUBLIC);
      return;
    }
    if (!snippet.isObject()) {
      records.skip(SkipReason.STUB);
      return;
    }
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    JsonFields.set(draft, PostField.POST_ID, id);
    JsonFields.set(draft, PostField.AUTHOR_ID, snippet.path("channelId"));
    JsonFields.set(draft, PostField.TEXT, snippet.path("title"));
    String title = draft.text(PostField.TEXT);
    String description = snippet.path("description").asText("");
    if (title != null && !description.isBlank()) {
      TextFields.setText(draft, PostField.TEXT, title + "\n\n" + description);
    }
    XStatuses.setLanguage(
        draft, JsonFields.first(snippet, "defaultAudioLanguage", "defaultLanguage"));
    JsonFields.set(draft, PostField.POSTED_AT, snippet.path("publishedAt"));
    JsonFields.set(draft, PostField.CONVERSATION_ID, id);
    draft.set(PostField.MEDIA_TYPE, "video");
    JsonNode counts = video.path("statistics");
    JsonFields.set(draft, PostField.LIKE_COUNT, counts.path("likeCount"));
    JsonFields.set(draft, PostField.COMMENT_COUNT, counts.path("commentCount"));
    JsonFields.set(draft, PostField.IMPRESSION_COUNT, counts.path("viewCount"));
    JsonFields.completeAuthor(draft);
    records.end(video);
  }

  private static AccountProfile profile(JsonNode channel) {
    JsonNode counts = channel.path("statistics");
    boolean isHidden = counts.path("hiddenSubscriberCount").asBoolean();
    String handle = JsonFields.text(channel.path("snippet").path("customUrl"));
    return new AccountProfile(
        NETWORK,
        channel.path("id").asText(),
        handle != null && handle.startsWith("@") ? handle.substring(1) : handle,
        isHidden ? null : JsonFields.count(counts.path("subscriberCount")),
        null,
        JsonFields.count(counts.path("videoCount")),
        JsonFields.micros(channel.path("snippet").path("publishedAt")),
        null);
  }
}
