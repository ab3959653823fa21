package dev.earshot.pipelines.sources.platforms.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * X (Twitter) API v2: pages ({@code data}, {@code includes}, {@code errors}), stream lines, and
 * pages that a collector took apart, with what a post refers to inside of it. The posts of {@code
 * includes.tweets} are posts too. All versions of an edited post have the id of the first one, and
 * the newest counts.
 */
final class XPages implements ElementParser<Post> {
  /** In the address of the picture of who has none of his own. */
  private static final String DEFAULT_PICTURE = "default_profile_images/";

  private static final Set<String> COMPLIANCE = Set.of("delete", "withhold", "protect", "suspend");

  /** What the posts of a page share. */
  private record Page(
      Map<String, JsonNode> users,
      Map<String, JsonNode> tweets,
      Map<String, JsonNode> media,
      Map<String, JsonNode> firstVersions,
      JsonNode retrievedAt,
      @Nullable Long newestPost) {

    /** What is known of the post that an id refers to, maybe to a version of it. */
    JsonNode known(JsonNode id) {
      return firstVersions.getOrDefault(id.asText(), id);
    }

    /** When it was asked for, or the earliest possible time: that of its newest post. */
    @Nullable Long seenAt() {
      Long retrieved = JsonFields.micros(retrievedAt);
      return retrieved == null ? newestPost : retrieved;
    }
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode value = element.value();
    boolean isPage = value.has("data") || value.has("includes") || value.has("errors");
    if (isPage && !value.has("text")) {
      page(value, records);
    } else {
      item(value, page(value), records);
    }
  }

  private static Page page(JsonNode page) {
    JsonNode includes = page.path("includes");
    Map<String, JsonNode> users = byId(includes.path("users"), "id");
    Map<String, JsonNode> tweets = byId(includes.path("tweets"), "id");
    Map<String, JsonNode> media = byId(includes.path("media"), "media_key");
    Map<String, JsonNode> firstVersions = new HashMap<>();
    for (JsonNode tweet : tweets.values()) {
      XIds.addVersions(tweet, firstVersions);
    }
    XIds.addVersions(page, firstVersions);
    XIds.addVersions(page.path("data"), firstVersions);
    for (JsonNode tweet : page.path("data")) {
      XIds.addVersions(tweet, firstVersions);
    }
    for (JsonNode tweet : page.path("referenced_tweets")) {
      XIds.addVersions(tweet, firstVersions);
    }
    return new Page(
        users,
        tweets,
        media,
        firstVersions,
        page.path("__twarc").path("retrieved_at"),
        newestPost(page, tweets.values()));
  }

  private static @Nullable Long newestPost(JsonNode page, Iterable<JsonNode> included) {
    JsonNode data = page.path("data");
    Long newest = JsonFields.micros((data.isObject() ? data : page).path("created_at"));
    for (Iterable<JsonNode> tweets : List.of(data, included)) {
      for (JsonNode tweet : tweets) {
        Long time = tweet.has("text") ? JsonFields.micros(tweet.path("created_at")) : null;
        newest = newest == null || (time != null && time > newest) ? time : newest;
      }
    }
    return newest;
  }

  private static Map<String, JsonNode> byId(JsonNode objects, String key) {
    Map<String, JsonNode> byId = new HashMap<>();
    objects.forEach(object -> byId.put(object.path(key).asText(), object));
    return byId;
  }

  private static void page(JsonNode value, RecordEmitter<Post> records) {
    Page page = page(value);
    JsonNode data = value.path("data");
    if (data.isArray()) {
      data.forEach(item -> item(item, page, records));
    } else if (data.isObject()) {
      item(data, page, records);
    }
    value.path("includes").path("tweets").forEach(tweet -> item(tweet, page, records));
    value
        .path("includes")
        .path("users")
        .forEach(user -> records.profile(profile(user, page.seenAt())));
    value
        .path("errors")
        .forEach(
            error -> records.skip(isWithdrawn(error) ? SkipReason.WITHDRAWN : SkipReason.OTHER));
  }

  /** A post that was asked for or referred to, and that cannot be had. */
  private static boolean isWithdrawn(JsonNode error) {
    return error.path("resource_type").asText().equals("tweet");
  }

  private static void item(JsonNode item, Page page, RecordEmitter<Post> records) {
    if (item.has("text") && item.has("id") && !item.has("event_type")) {
      tweet(item, page, records);
    } else if (item.has("username") && item.has("id")) {
      records.profile(profile(item, page.seenAt()));
    } else if (COMPLIANCE.stream().anyMatch(action -> isAction(item, action))) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (!item.isEmpty()) {
      records.skip(SkipReason.OTHER);
    }
  }

  /** A line of a compliance job ({@code action}) or of the compliance stream. */
  private static boolean isAction(JsonNode item, String action) {
    return item.path("action").asText().startsWith(action)
        || item.has("tweet_" + action)
        || item.has("user_" + action);
  }

  private static AccountProfile profile(JsonNode user, @Nullable Long seenAt) {
    String picture = JsonFields.text(user.path("profile_image_url"));
    JsonNode counts = user.path("public_metrics");
    JsonNode verified = user.path("verified");
    return new AccountProfile(
        XStatuses.NETWORK,
        user.path("id").asText(),
        JsonFields.text(user.path("username")),
        JsonFields.count(counts.path("followers_count")),
        JsonFields.count(counts.path("following_count")),
        JsonFields.count(counts.path("tweet_count")),
        JsonFields.micros(user.path("created_at")),
        verified.isBoolean() ? (Boolean) verified.booleanValue() : null,
        picture == null ? null : (Boolean) !picture.contains(DEFAULT_PICTURE),
        JsonFields.hasText(user.path("description")),
        seenAt);
  }

  private static void tweet(JsonNode tweet, Page page, RecordEmitter<Post> records) {
    JsonNode user = author(tweet, page);
    if (isWithheld(tweet.path("withheld"))) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (user.path("protected").asBoolean()) {
      records.skip(SkipReason.NOT_PUBLIC);
    } else {
      read(tweet, user, page, records);
    }
    for (JsonNode reference : tweet.path("referenced_tweets")) {
      if (reference.has("text") && !page.tweets().containsKey(reference.path("id").asText())) {
        tweet(reference, page, records);
      }
    }
  }

  private static JsonNode author(JsonNode tweet, Page page) {
    JsonNode inline = tweet.path("author");
    return inline.isObject()
        ? inline
        : page.users().getOrDefault(tweet.path("author_id").asText(), MissingNode.getInstance());
  }

  private static boolean isWithheld(JsonNode withheld) {
    boolean isEverywhere = withheld.path("copyright").asBoolean();
    for (JsonNode country : withheld.path("country_codes")) {
      isEverywhere |= country.asText().equals("XX") || country.asText().equals("XY");
    }
    return isEverywhere;
  }

  private static void read(JsonNode tweet, JsonNode user, Page page, RecordEmitter<Post> records) {
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, XStatuses.NETWORK);
    JsonFields.set(draft, PostField.POST_ID, tweet.path("id"));
    JsonFields.set(draft, PostField.AUTHOR_ID, tweet.path("author_id"));
    if (!draft.isPresent(PostField.AUTHOR_ID)) {
      JsonFields.set(draft, PostField.AUTHOR_ID, user.path("id"));
    }
    JsonFields.set(draft, PostField.AUTHOR_HANDLE, user.path("username"));
    setText(draft, tweet, page);
    XStatuses.setLanguage(draft, tweet.path("lang"));
    JsonFields.set(draft, PostField.POSTED_AT, tweet.path("created_at"));
    XIds.completeTime(draft);
    JsonFields.set(
        draft,
        PostField.IN_REPLY_TO_POST_ID,
        page.known(reference(tweet, "replied_to").path("id")));
    JsonFields.set(draft, PostField.IN_REPLY_TO_AUTHOR_ID, tweet.path("in_reply_to_user_id"));
    JsonFields.set(
        draft, PostField.REPOST_OF_POST_ID, page.known(reference(tweet, "retweeted").path("id")));
    XStatuses.completeRepost(draft, tweet.path("text").asText());
    JsonFields.set(
        draft, PostField.QUOTE_OF_POST_ID, page.known(reference(tweet, "quoted").path("id")));
    JsonFields.set(draft, PostField.CONVERSATION_ID, page.known(tweet.path("conversation_id")));
    JsonFields.set(draft, PostField.MEDIA_TYPE, mediaType(tweet, page));
    if (!draft.isPresent(PostField.REPOST_OF_POST_ID)) {
      counts(draft, tweet.path("public_metrics"));
    }
    JsonFields.set(
        draft,
        PostField.AUTHOR_FOLLOWER_COUNT,
        user.path("public_metrics").path("followers_count"));
    version(draft, tweet, page);
    JsonFields.completeAuthor(draft);
    records.end(tweet);
  }

  /** The counts of a retweet are those of the post that it repeats. */
  private static void counts(RecordDraft draft, JsonNode counts) {
    JsonFields.set(draft, PostField.LIKE_COUNT, counts.path("like_count"));
    JsonFields.setSum(
        draft, PostField.SHARE_COUNT, counts.path("retweet_count"), counts.path("quote_count"));
    JsonFields.set(draft, PostField.COMMENT_COUNT, counts.path("reply_count"));
    JsonFields.set(draft, PostField.IMPRESSION_COUNT, counts.path("impression_count"));
  }

  /** Long posts carry their text apart; a retweet shows the first letters of what it repeats. */
  private static void setText(RecordDraft draft, JsonNode tweet, Page page) {
    JsonNode reference = reference(tweet, "retweeted");
    JsonNode original =
        reference.has("text") ? reference : page.tweets().get(reference.path("id").asText());
    String handle =
        original == null ? null : JsonFields.text(author(original, page).path("username"));
    String text = ownText(tweet);
    if (original != null && handle != null && text.startsWith("RT @")) {
      String whole = "RT @" + handle + ": " + ownText(original);
      XStatuses.setText(draft, whole, entities(original));
    } else {
      XStatuses.setText(draft, text, entities(tweet));
    }
  }

  private static String ownText(JsonNode tweet) {
    JsonNode note = tweet.path("note_tweet").path("text");
    return note.isTextual() ? note.textValue() : tweet.path("text").asText();
  }

  private static JsonNode entities(JsonNode tweet) {
    JsonNode note = tweet.path("note_tweet");
    return note.path("text").isTextual() && note.path("entities").isObject()
        ? note.path("entities")
        : tweet.path("entities");
  }

  private static JsonNode reference(JsonNode tweet, String type) {
    for (JsonNode reference : tweet.path("referenced_tweets")) {
      if (reference.path("type").asText().equals(type)) {
        return reference;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode mediaType(JsonNode tweet, Page page) {
    JsonNode attachments = tweet.path("attachments");
    JsonNode inline = attachments.path("media").path(0).path("type");
    JsonNode media = page.media().get(attachments.path("media_keys").path(0).asText());
    return media == null || inline.isTextual() ? inline : media.path("type");
  }

  /**
   * An edit is a new post with a new id and the ids of all versions. They are one post here, named
   * by its first id; a version that was replaced was last seen when it was written, at the latest.
   */
  private static void version(RecordDraft draft, JsonNode tweet, Page page) {
    JsonNode history = XIds.versions(tweet);
    String first = JsonFields.text(history.path(0));
    String last = JsonFields.text(history.path(history.size() - 1));
    if (first != null) {
      JsonFields.set(draft, PostField.POST_ID, history.path(0));
    }
    boolean isReplaced = last != null && !last.equals(tweet.path("id").asText());
    JsonNode own = tweet.path("__twarc").path("retrieved_at");
    Long seen = JsonFields.micros(JsonFields.isAbsent(own) ? page.retrievedAt() : own);
    if (seen != null && !isReplaced && isCounted(draft)) {
      draft.set(PostField.OBSERVED_AT, (long) seen);
    } else if (!isCounted(draft) && history.size() > 1) {
      draft.set(PostField.ENGAGEMENT, 1);
    }
  }

  private static boolean isCounted(RecordDraft draft) {
    return PostField.COUNTS.stream().anyMatch(draft::isPresent);
  }
}
