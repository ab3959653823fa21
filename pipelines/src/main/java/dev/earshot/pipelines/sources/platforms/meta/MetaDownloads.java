package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Post;
import dev.earshot.models.text.Mojibake;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an account wrote, as "Download your information" has it of Facebook, Instagram and Threads:
 * posts and comments without ids, and every byte of UTF-8 written as a character. They do not say
 * whose download it is; only a comment on Facebook names its author. Reactions, followers and other
 * files of the download are no posts.
 */
final class MetaDownloads implements ElementParser<Post> {
  static final Set<String> FACEBOOK_ARRAYS =
      Set.of("comments_v2", "group_comments_v2", "group_posts_v2", "reactions_v2");
  static final Set<String> INSTAGRAM_ARRAYS =
      Set.of(
          "ig_reels_media",
          "ig_stories",
          "ig_igtv_media",
          "ig_archived_post_media",
          "comments_reels_comments",
          "comments_media_comments",
          "likes_media_likes",
          "likes_comment_likes",
          "relationships_followers",
          "relationships_following");
  static final Set<String> THREADS_ARRAYS = Set.of("text_post_app_text_posts");

  private final String network;

  MetaDownloads(String network) {
    this.network = network;
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode value = element.value();
    if (element.path().contains("archived")) {
      records.skip(SkipReason.NOT_PUBLIC);
    } else if (value.has("string_list_data")) {
      boolean isAccount = !element.path().startsWith("likes_");
      records.skip(isAccount ? SkipReason.PROFILE : SkipReason.OTHER);
    } else if (value.path("string_map_data").isObject()) {
      comment(value, records);
    } else if (value.path("media").isArray()) {
      media(value, records);
    } else if (value.has("timestamp")) {
      facebook(value, records);
    } else {
      records.skip(SkipReason.OTHER);
    }
  }

  /** A post or a comment of Facebook: its words stand in one of several parts. */
  private void facebook(JsonNode value, RecordEmitter<Post> records) {
    JsonNode post = value.path("");
    JsonNode comment = value.path("");
    for (JsonNode part : value.path("data")) {
      post = part.has("post") ? part.path("post") : post;
      comment = part.path("comment").isObject() ? part.path("comment") : comment;
    }
    boolean isPost = post.isTextual() || value.path("attachments").isArray();
    if (!isPost && comment.isMissingNode()) {
      records.skip(SkipReason.OTHER);
      return;
    }
    RecordDraft draft = records.begin();
    String author = text(comment.path("author"));
    if (author != null) {
      TextFields.setText(draft, PostField.AUTHOR_ID, author);
    }
    for (JsonNode attachment : value.path("attachments")) {
      for (JsonNode part : attachment.path("data")) {
        setMedia(draft, part.path("media").path("uri"));
        draft.details().addLink(text(part.path("external_context").path("url")));
      }
    }
    JsonNode words = comment.isMissingNode() ? post : comment.path("comment");
    JsonNode time = comment.has("timestamp") ? comment.path("timestamp") : value.path("timestamp");
    end(draft, words, time, value, records);
  }

  /** Pictures and films of one post, whose words stand with the first of them or around all. */
  private void media(JsonNode value, RecordEmitter<Post> records) {
    JsonNode first = value.path("media").path(0);
    boolean isOutside =
        !value.path("title").asText().isEmpty() || first.path("title").isMissingNode();
    JsonNode time = JsonFields.first(value, "creation_timestamp");
    RecordDraft draft = records.begin();
    value.path("media").forEach(one -> setMedia(draft, one.path("uri")));
    end(
        draft,
        isOutside ? value.path("title") : first.path("title"),
        JsonFields.isAbsent(time) ? first.path("creation_timestamp") : time,
        value,
        records);
  }

  /** A comment on Instagram: the names of its members are in the account's language. */
  private void comment(JsonNode value, RecordEmitter<Post> records) {
    JsonNode words = value.path("");
    JsonNode owner = value.path("");
    JsonNode time = value.path("");
    for (JsonNode member : value.path("string_map_data")) {
      if (member.has("timestamp")) {
        time = member.path("timestamp");
      } else if (words.isMissingNode()) {
        words = member.path("value");
      } else if (owner.isMissingNode()) {
        owner = member.path("value");
      }
    }
    if (time.isMissingNode() || !words.isTextual() || !value.has("media_list_data")) {
      records.skip(SkipReason.OTHER);
      return;
    }
    RecordDraft draft = records.begin();
    JsonFields.set(draft, PostField.IN_REPLY_TO_AUTHOR_ID, owner);
    end(draft, words, time, value, records);
  }

  private void end(
      RecordDraft draft,
      JsonNode words,
      JsonNode time,
      JsonNode value,
      RecordEmitter<Post> records) {
    String text = text(words);
    draft.set(PostField.NETWORK, network);
    draft.set(PostField.POST_ID, ChatMembers.id(network, value.toString()));
    TextFields.setText(draft, PostField.TEXT, text == null ? "" : text);
    if (!JsonFields.isAbsent(words) && text == null) {
      JsonFields.set(draft, PostField.TEXT, words);
    }
    JsonFields.set(draft, PostField.POSTED_AT, time);
    JsonFields.completeAuthor(draft);
    records.end(value);
  }

  private static void setMedia(RecordDraft draft, JsonNode uri) {
    String name = uri.asText().toLowerCase(Locale.ROOT);
    if (!name.isEmpty() && !draft.isPresent(PostField.MEDIA_TYPE)) {
      boolean isFilm = name.endsWith(".mp4") || name.endsWith(".mov") || name.endsWith(".webm");
      draft.set(PostField.MEDIA_TYPE, isFilm ? "video" : "image");
    }
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? Mojibake.decodeBytes(node.textValue()) : null;
  }
}
