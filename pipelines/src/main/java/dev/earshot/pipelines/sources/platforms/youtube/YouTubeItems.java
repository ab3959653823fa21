package dev.earshot.pipelines.sources.platforms.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Skipped;
import dev.earshot.pipelines.sources.fields.Draft;
import dev.earshot.pipelines.sources.fields.HtmlText;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.Values;
import dev.earshot.pipelines.sources.json.Element;
import dev.earshot.pipelines.sources.json.Finder;
import dev.earshot.pipelines.sources.json.Nodes;
import dev.earshot.pipelines.sources.json.Records;
import dev.earshot.pipelines.sources.platforms.x.XStatuses;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * YouTube's Data API v3: videos and comments are posts; a comment answers its parent, or its video.
 * An account is its channel.
 */
public final class YouTubeItems implements Finder<Post> {
  private static final String NETWORK = "youtube";
  private static final Set<String> HIDDEN = Set.of("heldForReview", "likelySpam", "rejected");

  @Override
  public void find(Element element, Records<Post> records) {
    find(element.value(), records);
  }

  private static void find(JsonNode value, Records<Post> records) {
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
      case "youtube#subscription" -> records.skip(Skipped.PROFILE);
      case "youtube#playlistItem" -> records.skip(Skipped.STUB);
      default -> {
        if (!value.isEmpty() && !value.path("kind").asText().endsWith("ListResponse")) {
          records.skip(Skipped.OTHER);
        }
      }
    }
  }

  private static void thread(JsonNode thread, Records<Post> records) {
    JsonNode snippet = thread.path("snippet");
    JsonNode video = snippet.path("videoId");
    if (!snippet.path("isPublic").asBoolean(true)) {
      records.skip(Skipped.NOT_PUBLIC);
    } else if (snippet.path("topLevelComment").isObject()) {
      comment(snippet.path("topLevelComment"), video, snippet.path("totalReplyCount"), records);
    } else {
      records.skip(Skipped.STUB);
    }
    thread.path("replies").path("comments").forEach(reply -> comment(reply, video, null, records));
  }

  private static void comment(
      JsonNode comment, JsonNode threadVideo, @Nullable JsonNode replies, Records<Post> records) {
    JsonNode snippet = comment.path("snippet");
    if (HIDDEN.contains(snippet.path("moderationStatus").asText())) {
      records.skip(Skipped.NOT_PUBLIC);
      return;
    }
    if (!snippet.has("textOriginal") && !snippet.has("textDisplay")) {
      records.skip(Skipped.STUB);
      return;
    }
    Draft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    Nodes.set(draft, PostField.POST_ID, comment.path("id"));
    JsonNode author = snippet.path("authorChannelId");
    Nodes.set(draft, PostField.AUTHOR_ID, author.isObject() ? author.path("value") : author);
    String name = snippet.path("authorDisplayName").asText();
    if (name.startsWith("@")) {
      Values.setText(draft, PostField.AUTHOR_HANDLE, name);
    }
    setText(draft, snippet);
    JsonNode video = snippet.has("videoId") ? snippet.path("videoId") : threadVideo;
    JsonNode parent = snippet.path("parentId");
    Nodes.set(draft, PostField.IN_REPLY_TO_POST_ID, Nodes.isAbsent(parent) ? video : parent);
    Nodes.set(draft, PostField.CONVERSATION_ID, video);
    Nodes.set(draft, PostField.POSTED_AT, snippet.path("publishedAt"));
    Nodes.set(draft, PostField.LIKE_COUNT, snippet.path("likeCount"));
    if (replies != null) {
      Nodes.set(draft, PostField.COMMENT_COUNT, replies);
    }
    Nodes.set(draft, PostField.OBSERVED_AT, snippet.path("updatedAt"));
    Nodes.completeAuthor(draft);
    records.end(comment);
  }

  /** What the author typed; where only the page's text is there, it is HTML. */
  private static void setText(Draft draft, JsonNode snippet) {
    JsonNode original = snippet.path("textOriginal");
    JsonNode shown = snippet.path("textDisplay");
    if (original.isMissingNode() && shown.isTextual()) {
      Values.setText(draft, PostField.TEXT, HtmlText.of(shown.textValue()));
    } else {
      Nodes.set(draft, PostField.TEXT, original);
    }
  }

  private static void found(JsonNode result, Records<Post> records) {
    JsonNode id = result.path("id");
    if (id.has("videoId") && result.has("snippet")) {
      video(result, id.path("videoId"), records);
    } else if (id.has("videoId")) {
      records.skip(Skipped.STUB);
    } else {
      records.skip(id.has("channelId") ? Skipped.PROFILE : Skipped.OTHER);
    }
  }

  /** An upload is its video, if the answer names it. */
  private static void activity(JsonNode activity, Records<Post> records) {
    JsonNode video = activity.path("contentDetails").path("upload").path("videoId");
    if (video.isTextual() && activity.has("snippet")) {
      video(activity, video, records);
    } else {
      records.skip(
          activity.path("snippet").path("type").asText().equals("upload")
              ? Skipped.STUB
              : Skipped.OTHER);
    }
  }

  private static void video(JsonNode video, JsonNode id, Records<Post> records) {
    JsonNode snippet = video.path("snippet");
    String privacy = video.path("status").path("privacyStatus").asText("public");
    if (!privacy.equals("public")) {
      records.skip(Skipped.NOT_PUBLIC);
      return;
    }
    if (!snippet.isObject()) {
      records.skip(Skipped.STUB);
      return;
    }
    Draft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    Nodes.set(draft, PostField.POST_ID, id);
    Nodes.set(draft, PostField.AUTHOR_ID, snippet.path("channelId"));
    Nodes.set(draft, PostField.TEXT, snippet.path("title"));
    String title = draft.text(PostField.TEXT);
    String description = snippet.path("description").asText("");
    if (title != null && !description.isBlank()) {
      Values.setText(draft, PostField.TEXT, title + "\n\n" + description);
    }
    XStatuses.setLanguage(draft, Nodes.first(snippet, "defaultAudioLanguage", "defaultLanguage"));
    Nodes.set(draft, PostField.POSTED_AT, snippet.path("publishedAt"));
    Nodes.set(draft, PostField.CONVERSATION_ID, id);
    draft.set(PostField.MEDIA_TYPE, "video");
    JsonNode counts = video.path("statistics");
    Nodes.set(draft, PostField.LIKE_COUNT, counts.path("likeCount"));
    Nodes.set(draft, PostField.COMMENT_COUNT, counts.path("commentCount"));
    Nodes.set(draft, PostField.IMPRESSION_COUNT, counts.path("viewCount"));
    Nodes.completeAuthor(draft);
    records.end(video);
  }

  private static AccountProfile profile(JsonNode channel) {
    JsonNode counts = channel.path("statistics");
    boolean isHidden = counts.path("hiddenSubscriberCount").asBoolean();
    String handle = Nodes.text(channel.path("snippet").path("customUrl"));
    return new AccountProfile(
        NETWORK,
        channel.path("id").asText(),
        handle != null && handle.startsWith("@") ? handle.substring(1) : handle,
        isHidden ? null : Nodes.count(counts.path("subscriberCount")),
        null,
        Nodes.count(counts.path("videoCount")),
        Nodes.micros(channel.path("snippet").path("publishedAt")),
        null);
  }
}
