package dev.earshot.pipelines.sources.platforms.x;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.HtmlEntities;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * X (Twitter) API v1.1: statuses alone, in lists, in search results, by id, in streams. A status
 * that quotes or retweets holds the other one: both are posts.
 */
public final class XStatuses implements ElementParser<Post> {
  public static final String NETWORK = "x";

  private static final Set<String> WITHDRAWALS =
      Set.of("delete", "status_withheld", "user_withheld", "scrub_geo");

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    find(element.value(), records);
  }

  private static void find(JsonNode value, RecordEmitter<Post> records) {
    if (isStatus(value)) {
      status(value, null, records);
    } else if (isUser(value)) {
      records.profile(profile(value, JsonFields.micros(value.path("status").path("created_at"))));
      if (value.path("status").isObject()) {
        status(value.path("status"), value, records);
      }
    } else if (value.path("statuses").isArray()) {
      value.path("statuses").forEach(status -> find(status, records));
    } else if (value.path("results").isArray()) {
      value.path("results").forEach(status -> find(status, records));
    } else if (value.path("users").isArray()) {
      value.path("users").forEach(user -> find(user, records));
    } else if (value.path("id").isObject()) {
      value.path("id").forEach(status -> byId(status, records));
    } else if (WITHDRAWALS.stream().anyMatch(value::has)) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (!value.isEmpty()) {
      records.skip(SkipReason.OTHER);
    }
  }

  /** An answer to statuses/lookup with map=true: null for what is gone. */
  private static void byId(JsonNode status, RecordEmitter<Post> records) {
    if (status.isNull()) {
      records.skip(SkipReason.WITHDRAWN);
    } else {
      find(status, records);
    }
  }

  static boolean isStatus(JsonNode value) {
    boolean hasText = value.has("text") || value.has("full_text") || value.has("extended_tweet");
    boolean isMessage = value.has("sender") || value.has("recipient_id");
    return hasText && (value.has("id") || value.has("id_str")) && !isMessage;
  }

  static boolean isUser(JsonNode value) {
    return value.has("screen_name") && (value.has("id") || value.has("id_str"));
  }

  static AccountProfile profile(JsonNode user, @Nullable Long seenAt) {
    JsonNode verified = user.path("verified");
    JsonNode isDefaultPicture = user.path("default_profile_image");
    return new AccountProfile(
        NETWORK,
        JsonFields.first(user, "id_str", "id").asText(),
        JsonFields.text(user.path("screen_name")),
        JsonFields.count(user.path("followers_count")),
        JsonFields.count(user.path("friends_count")),
        JsonFields.count(user.path("statuses_count")),
        JsonFields.micros(user.path("created_at")),
        verified.isBoolean() ? (Boolean) verified.booleanValue() : null,
        isDefaultPicture.isBoolean() ? (Boolean) !isDefaultPicture.booleanValue() : null,
        JsonFields.hasText(user.path("description")),
        seenAt);
  }

  /** Reads a status and those in it. */
  static void status(JsonNode status, @Nullable JsonNode owner, RecordEmitter<Post> records) {
    alone(status, owner == null ? status.path("user") : owner, records);
    embedded(status.path("retweeted_status"), records);
    embedded(status.path("quoted_status"), records);
  }

  /** Reads a status without those in it. */
  static void alone(JsonNode status, RecordEmitter<Post> records) {
    alone(status, status.path("user"), records);
  }

  private static void alone(JsonNode status, JsonNode user, RecordEmitter<Post> records) {
    if (isWithheld(status)) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (user.path("protected").asBoolean()) {
      records.skip(SkipReason.NOT_PUBLIC);
    } else {
      read(status, user, records);
    }
  }

  private static void embedded(JsonNode status, RecordEmitter<Post> records) {
    if (isStatus(status)) {
      status(status, null, records);
    } else if (!status.isMissingNode() && !status.isNull()) {
      records.skip(SkipReason.STUB);
    }
  }

  /** Withheld everywhere (XX) or for a copyright claim (XY): a notice stands in its place. */
  private static boolean isWithheld(JsonNode status) {
    boolean isEverywhere = false;
    for (JsonNode country : status.path("withheld_in_countries")) {
      isEverywhere |= country.asText().equals("XX") || country.asText().equals("XY");
    }
    return isEverywhere || status.path("withheld_copyright").asBoolean();
  }

  private static void read(JsonNode status, JsonNode user, RecordEmitter<Post> records) {
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    JsonFields.set(draft, PostField.POST_ID, id(status));
    JsonNode author = JsonFields.first(user, "id_str", "id");
    JsonFields.set(
        draft,
        PostField.AUTHOR_ID,
        JsonFields.isAbsent(author)
            ? JsonFields.first(status, "user_id_str", "from_user_id_str")
            : author);
    JsonNode handle = user.path("screen_name");
    JsonFields.set(
        draft, PostField.AUTHOR_HANDLE, handle.isMissingNode() ? status.path("from_user") : handle);
    readText(draft, status);
    setLanguage(draft, JsonFields.first(status, "lang", "iso_language_code"));
    JsonFields.set(draft, PostField.POSTED_AT, status.path("created_at"));
    JsonFields.set(
        draft,
        PostField.IN_REPLY_TO_POST_ID,
        JsonFields.first(status, "in_reply_to_status_id_str", "in_reply_to_status_id"));
    JsonFields.set(
        draft,
        PostField.IN_REPLY_TO_AUTHOR_ID,
        JsonFields.first(status, "in_reply_to_user_id_str", "in_reply_to_user_id"));
    JsonNode reposted = status.path("retweeted_status");
    JsonFields.set(draft, PostField.REPOST_OF_POST_ID, id(reposted));
    completeRepost(draft, fullText(status).asText());
    boolean isRepost = draft.isPresent(PostField.REPOST_OF_POST_ID);
    JsonNode quoted = status.path("quoted_status");
    if (!isRepost) {
      JsonFields.set(
          draft,
          PostField.QUOTE_OF_POST_ID,
          quoted.isObject()
              ? id(quoted)
              : JsonFields.first(status, "quoted_status_id_str", "quoted_status_id"));
      counts(draft, status);
    }
    JsonFields.set(draft, PostField.CONVERSATION_ID, status.path("conversation_id_str"));
    JsonFields.set(draft, PostField.AUTHOR_FOLLOWER_COUNT, user.path("followers_count"));
    JsonFields.set(draft, PostField.MEDIA_TYPE, mediaType(status));
    XIds.completeTime(draft);
    JsonFields.completeAuthor(draft);
    Long postedAt = JsonFields.timeOf(draft);
    records.end(status);
    if (user.has("followers_count") && postedAt != null) {
      records.author(profile(user, postedAt));
    }
  }

  /**
   * All versions of an edited post have the id of the first one; the last one has the newest
   * counts.
   */
  private static JsonNode id(JsonNode status) {
    JsonNode first = XIds.ofAllVersions(status);
    return JsonFields.isAbsent(first)
        ? JsonFields.first(status, "id_str", "id", "new_id_str")
        : first;
  }

  /** The counts of a retweet are those of the post that it repeats. */
  private static void counts(RecordDraft draft, JsonNode status) {
    JsonFields.set(draft, PostField.LIKE_COUNT, status.path("favorite_count"));
    JsonNode shares = status.path("retweet_count");
    if (!shares.isTextual() || TextFields.wholeNumberOrNull(shares.textValue()) != null) {
      JsonFields.setSum(draft, PostField.SHARE_COUNT, shares, status.path("quote_count"));
    }
    JsonFields.set(draft, PostField.COMMENT_COUNT, status.path("reply_count"));
    JsonFields.set(draft, PostField.IMPRESSION_COUNT, status.path("views").path("count"));
  }

  /** A retweet shows the first letters of the post that it repeats; they are made whole. */
  private static void readText(RecordDraft draft, JsonNode status) {
    JsonNode reposted = status.path("retweeted_status");
    JsonNode text = fullText(status);
    String name = JsonFields.text(reposted.path("user").path("screen_name"));
    JsonNode original = fullText(reposted);
    if (name != null && original.isTextual() && text.asText().startsWith("RT @")) {
      setText(draft, "RT @" + name + ": " + original.textValue(), entities(reposted));
    } else if (text.isTextual()) {
      setText(draft, text.textValue(), entities(status));
    } else {
      JsonFields.set(draft, PostField.TEXT, text);
    }
  }

  private static JsonNode fullText(JsonNode status) {
    JsonNode extended = status.path("extended_tweet").path("full_text");
    return extended.isTextual() ? extended : JsonFields.first(status, "full_text", "text");
  }

  private static JsonNode entities(JsonNode status) {
    JsonNode extended = status.path("extended_tweet");
    return extended.path("full_text").isTextual()
        ? extended.path("entities")
        : status.path("entities");
  }

  /** The API escapes {@code &}, {@code <} and {@code >}. */
  static void setText(RecordDraft draft, String text, JsonNode entities) {
    String plain = HtmlEntities.unescape(text);
    TextFields.setText(draft, PostField.TEXT, XLinks.expand(plain, entities, draft.details()));
  }

  /**
   * A retweet of which only the text says that it is one: in archives, and in pages without what
   * they refer to. Which post it repeats is unknown, so that none has its id.
   */
  static void completeRepost(RecordDraft draft, String text) {
    if (isRepost(text)) {
      JsonFields.setUnknownRepost(draft);
    }
  }

  /** Whether a text begins as X writes a retweet: {@code RT @name: }. */
  private static boolean isRepost(String text) {
    if (!text.startsWith("RT @")) {
      return false;
    }
    int end = 4;
    while (end < text.length()
        && (text.charAt(end) == '_' || Character.isLetterOrDigit(text.charAt(end)))) {
      end++;
    }
    return end > 4 && text.startsWith(": ", end);
  }

  /** A language that is no tag is none: it must not cost the post. */
  public static void setLanguage(RecordDraft draft, JsonNode language) {
    JsonFields.set(draft, PostField.LANGUAGE, language);
    if (draft.isFaulty(PostField.LANGUAGE)) {
      draft.remove(PostField.LANGUAGE);
    }
  }

  private static JsonNode mediaType(JsonNode status) {
    JsonNode extended = status.path("extended_entities").path("media").path(0).path("type");
    return extended.isTextual()
        ? extended
        : status.path("entities").path("media").path(0).path("type");
  }
}
