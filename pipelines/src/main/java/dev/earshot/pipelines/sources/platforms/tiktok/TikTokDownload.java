package dev.earshot.pipelines.sources.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.times.LocalTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Posts and comments of {@code user_data_tiktok.json}, the data that an account requests from
 * TikTok. It does not name the account; its times are UTC. Comments do not say what they are about.
 */
final class TikTokDownload implements ElementParser<Post> {
  static final String NETWORK = "tiktok";

  /** Which lists hold posts or comments: the parts around them changed from year to year. */
  static final Set<String> ARRAYS = new TreeSet<>();

  private static final String COMMENTS = "CommentsList";
  private static final Timestamps TIMES =
      new Timestamps(List.of(), new LocalTimes(ZoneOffset.UTC, null));
  private static final Set<String> PUBLIC = Set.of("", "public", "everyone", "public to everyone");

  static {
    for (String around : List.of("", "Activity/", "Your Activity/", "Post/", "Comment/")) {
      ARRAYS.add(around + "Comment/Comments/" + COMMENTS);
      ARRAYS.add(around + "Comments/" + COMMENTS);
      ARRAYS.add(around + "Post/Posts/VideoList");
      ARRAYS.add(around + "Posts/VideoList");
      ARRAYS.add(around + "Video/Videos/VideoList");
    }
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode value = element.value();
    boolean isComment = element.path().endsWith(COMMENTS);
    String audience = value.path("WhoCanView").asText("").toLowerCase(Locale.ROOT);
    if (element.path().isEmpty()) {
      records.skip(SkipReason.OTHER);
    } else if (!PUBLIC.contains(audience)) {
      records.skip(SkipReason.NOT_PUBLIC);
    } else {
      post(value, isComment, records);
    }
  }

  private static void post(JsonNode value, boolean isComment, RecordEmitter<Post> records) {
    JsonNode words =
        isComment ? JsonFields.first(value, "comment", "Comment") : value.path("Title");
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    String video = isComment ? null : video(JsonFields.first(value, "Link", "link").asText());
    draft.set(PostField.POST_ID, video == null ? ChatMembers.id(NETWORK, value.toString()) : video);
    TextFields.setText(draft, PostField.TEXT, words.asText(""));
    setTime(draft, PostField.POSTED_AT, JsonFields.first(value, "date", "Date"));
    if (!isComment) {
      draft.set(PostField.MEDIA_TYPE, "video");
      JsonFields.set(draft, PostField.LIKE_COUNT, JsonFields.first(value, "Likes", "likes"));
    }
    JsonFields.completeAuthor(draft);
    records.end(value);
  }

  /** {@code 2025-03-01 10:00:00}, with or without UTC behind it. */
  static void setTime(RecordDraft draft, RecordField field, JsonNode date) {
    if (date.isTextual()) {
      String text = date.textValue();
      String plain = text.endsWith(" UTC") ? text.substring(0, text.length() - 4) : text;
      TextFields.setTimestamp(draft, field, TIMES.parse(plain));
    } else {
      JsonFields.set(draft, field, date);
    }
  }

  /** The id in the address of a video; null where there is none. */
  private static @Nullable String video(String link) {
    int start = link.indexOf("/video/");
    int from = start + "/video/".length();
    int end = from;
    while (start >= 0 && end < link.length() && Character.isDigit(link.charAt(end))) {
      end++;
    }
    return start < 0 || end == from || end - from < 6 ? null : link.substring(from, end);
  }
}
