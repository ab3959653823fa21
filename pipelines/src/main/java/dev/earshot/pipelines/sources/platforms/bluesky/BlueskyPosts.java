package dev.earshot.pipelines.sources.platforms.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.AccountProfile;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Bluesky's API ({@code app.bsky}): feeds, posts, threads, notifications, records, the Jetstream.
 * Posts that others quote, and parents and roots of a thread, are posts too; a repost in a feed is
 * one of its own. A post's id is its {@code at://} URI, an author's its DID.
 */
public final class BlueskyPosts implements ElementParser<Post> {
  public static final FormatSpec<Post> FORMAT =
      FormatSpec.of(Format.BLUESKY_API, Post.class)
          .guide(
              "Bluesky",
              "bluesky/*.jsonl",
              "app.bsky.feed.searchPosts, getAuthorFeed, getPostThread, getPosts;"
                  + " app.bsky.notification.listNotifications; Jetstream",
              "impressions, reach; all counts in notifications, records and the Jetstream")
          .markedBy(BlueskyPosts::isAnswer)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.BLUESKY_API,
                      DocumentSource.WHOLE,
                      new BlueskyPosts(),
                      context.limits()));

  private static final String NETWORK = "bluesky";
  private static final String POST = "app.bsky.feed.post";

  /** The author asks not to be shown to whoever is not logged in. */
  private static final String NO_PUBLIC_VIEW = "!no-unauthenticated";

  private static final Set<String> ANSWERS = Set.of("reply", "mention", "quote", "subscribed-post");

  private static final List<String> CONTAINERS =
      List.of(
          "response",
          "feed",
          "posts",
          "post",
          "thread",
          "parent",
          "root",
          "replies",
          "reply",
          "notifications",
          "records",
          "likes",
          "repostedBy",
          "followers",
          "follows",
          "subject",
          "profiles",
          "actors",
          "grandparentAuthor");

  /** What the members of answers are named that hold objects: lists of them, and their parts. */
  private static final Set<String> NAMED = named();

  private static Set<String> named() {
    Set<String> named = new HashSet<>(CONTAINERS);
    named.addAll(
        List.of(
            "author",
            "actor",
            "subject",
            "value",
            "embed",
            "record",
            "records",
            "reason",
            "commit",
            "handle",
            "identity",
            "account",
            "profile",
            "creator",
            "list",
            "reply",
            "parent"));
    return named;
  }

  private static boolean isAnswer(DocumentShape shape) {
    return shape.says("$type=app.bsky.", NAMED)
        || shape.says("uri=at://", NAMED)
        || shape.has("commit/collection")
        || shape.hasName("did", NAMED);
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    find(element.value(), records);
  }

  private static void find(JsonNode value, RecordEmitter<Post> records) {
    if (value.isArray()) {
      value.forEach(item -> find(item, records));
    } else if (isWithdrawn(value)) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (value.path("commit").isObject()) {
      commit(value, value.path("commit"), records);
    } else if (isRecord(value)) {
      record(value, records);
    } else if (value.has("did") && value.has("handle")) {
      records.profile(profile(value));
    } else {
      container(value, records);
    }
  }

  private static boolean isWithdrawn(JsonNode value) {
    String type = value.path("$type").asText();
    return value.path("notFound").asBoolean()
        || value.path("blocked").asBoolean()
        || type.endsWith("#viewNotFound")
        || type.endsWith("#viewBlocked")
        || type.endsWith("#viewDetached")
        || type.endsWith("#recordDeleted");
  }

  private static JsonNode content(JsonNode value) {
    return JsonFields.first(value, "record", "value");
  }

  private static boolean isRecord(JsonNode value) {
    return value.has("uri") && content(value).isObject();
  }

  private static void container(JsonNode value, RecordEmitter<Post> records) {
    boolean isContainer = false;
    for (String name : CONTAINERS) {
      JsonNode member = value.path(name);
      if (member.isContainerNode()) {
        isContainer = true;
        find(member, records);
      }
    }
    if (value.path("reason").path("by").isObject() && isRecord(value.path("post"))) {
      repost(value.path("post"), value.path("reason"), records);
    } else if (!isContainer && !value.isEmpty()) {
      records.skip(SkipReason.OTHER);
    }
  }

  /** A post, a like, a repost, a follow: whatever lies under a URI. */
  private static void record(JsonNode view, RecordEmitter<Post> records) {
    JsonNode record = content(view);
    boolean isPost = record.has("text") && record.path("$type").asText(POST).equals(POST);
    boolean isOther = view.has("reason") && !ANSWERS.contains(view.path("reason").asText());
    if (!isPost || isOther) {
      records.skip(SkipReason.OTHER);
      return;
    }
    post(view, record, records);
    embedded(view.path("embed"), records);
    view.path("embeds").forEach(embed -> embedded(embed, records));
  }

  private static void embedded(JsonNode embed, RecordEmitter<Post> records) {
    JsonNode record = embed.path("record");
    JsonNode inner = record.path("record");
    JsonNode view = inner.isObject() && !record.has("uri") ? inner : record;
    if (isWithdrawn(view)) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (isRecord(view)) {
      record(view, records);
    }
  }

  private static boolean isHidden(JsonNode author) {
    for (JsonNode label : author.path("labels")) {
      if (label.path("val").asText().equals(NO_PUBLIC_VIEW)) {
        return true;
      }
    }
    return false;
  }

  private static AccountProfile profile(JsonNode actor) {
    return new AccountProfile(
        NETWORK,
        actor.path("did").asText(),
        JsonFields.text(actor.path("handle")),
        JsonFields.count(actor.path("followersCount")),
        JsonFields.count(actor.path("followsCount")),
        JsonFields.count(actor.path("postsCount")),
        JsonFields.micros(actor.path("createdAt")),
        actor.has("verification")
            ? (Boolean) actor.path("verification").path("verifiedStatus").asText().equals("valid")
            : null);
  }

  private static void post(JsonNode view, JsonNode record, RecordEmitter<Post> records) {
    JsonNode author = view.path("author");
    if (isHidden(author)) {
      records.skip(SkipReason.NOT_PUBLIC);
      return;
    }
    RecordDraft draft = records.begin();
    setId(draft, view.path("uri"), author.path("did").asText());
    JsonFields.set(draft, PostField.AUTHOR_ID, author.path("did"));
    String owner = repository(view.path("uri").asText());
    if (!draft.isPresent(PostField.AUTHOR_ID) && !owner.isEmpty()) {
      TextFields.setText(draft, PostField.AUTHOR_ID, owner);
    }
    JsonFields.set(draft, PostField.AUTHOR_HANDLE, author.path("handle"));
    content(draft, record, view.path("indexedAt"));
    BlueskyLinks.add(view.path("embed"), draft.details());
    view.path("embeds").forEach(embed -> BlueskyLinks.add(embed, draft.details()));
    JsonFields.set(draft, PostField.LIKE_COUNT, view.path("likeCount"));
    JsonFields.setSum(
        draft, PostField.SHARE_COUNT, view.path("repostCount"), view.path("quoteCount"));
    JsonFields.set(draft, PostField.COMMENT_COUNT, view.path("replyCount"));
    JsonFields.set(draft, PostField.AUTHOR_FOLLOWER_COUNT, author.path("followersCount"));
    records.end(view);
  }

  /** A URI may name its author by a handle, which changes: the DID stands for it. */
  private static void setId(RecordDraft draft, JsonNode uri, String did) {
    String text = uri.asText();
    String owner = repository(text);
    if (!did.isEmpty() && !owner.isEmpty() && !owner.startsWith("did:")) {
      draft.set(
          PostField.POST_ID, "at://" + did + text.substring("at://".length() + owner.length()));
    } else {
      JsonFields.set(draft, PostField.POST_ID, uri);
    }
  }

  private static void content(RecordDraft draft, JsonNode record, JsonNode indexedAt) {
    draft.set(PostField.NETWORK, NETWORK);
    JsonFields.set(draft, PostField.TEXT, record.path("text"));
    XStatuses.setLanguage(draft, record.path("langs").path(0));
    setTime(draft, record.path("createdAt"), indexedAt);
    BlueskyLinks.add(record, draft.details());
    JsonNode reply = record.path("reply");
    JsonFields.set(draft, PostField.IN_REPLY_TO_POST_ID, reply.path("parent").path("uri"));
    String answered = repository(reply.path("parent").path("uri").asText());
    if (!answered.isEmpty()) {
      TextFields.setText(draft, PostField.IN_REPLY_TO_AUTHOR_ID, answered);
    }
    JsonFields.set(draft, PostField.CONVERSATION_ID, reply.path("root").path("uri"));
    JsonNode quoted = record.path("embed").path("record");
    JsonFields.set(
        draft,
        PostField.QUOTE_OF_POST_ID,
        quoted.has("uri") ? quoted.path("uri") : quoted.path("record").path("uri"));
    String embed = record.path("embed").path("$type").asText();
    String prefix = "app.bsky.embed.";
    if (embed.startsWith(prefix)) {
      TextFields.setText(draft, PostField.MEDIA_TYPE, embed.substring(prefix.length()));
    }
  }

  /**
   * The author's program states createdAt, which may be nonsense, or lie in the future; then the
   * time at which the network saw the post stands for it, as where Bluesky sorts by time.
   */
  private static void setTime(RecordDraft draft, JsonNode createdAt, JsonNode indexedAt) {
    JsonFields.set(draft, PostField.POSTED_AT, createdAt);
    Long indexed = JsonFields.micros(indexedAt);
    boolean isStated = draft.isPresent(PostField.POSTED_AT) && !draft.isFaulty(PostField.POSTED_AT);
    if (!isStated || (indexed != null && indexed < draft.requiredNumber(PostField.POSTED_AT))) {
      JsonFields.set(draft, PostField.POSTED_AT, indexedAt);
    }
  }

  /** The DID in {@code at://did:plc:x/app.bsky.feed.post/y}; empty if there is none. */
  private static String repository(String uri) {
    String prefix = "at://";
    int end = uri.indexOf('/', prefix.length());
    return uri.startsWith(prefix) && end > 0 ? uri.substring(prefix.length(), end) : "";
  }

  private static void repost(JsonNode post, JsonNode reason, RecordEmitter<Post> records) {
    if (isHidden(reason.path("by")) || isHidden(post.path("author"))) {
      records.skip(SkipReason.NOT_PUBLIC);
      return;
    }
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    JsonFields.set(draft, PostField.POST_ID, reason.path("uri"));
    JsonFields.set(draft, PostField.AUTHOR_ID, reason.path("by").path("did"));
    if (!draft.isPresent(PostField.POST_ID)) {
      TextFields.setText(
          draft,
          PostField.POST_ID,
          reason.path("by").path("did").asText() + " repost " + post.path("uri").asText());
    }
    JsonFields.set(draft, PostField.AUTHOR_HANDLE, reason.path("by").path("handle"));
    JsonFields.set(draft, PostField.TEXT, content(post).path("text"));
    XStatuses.setLanguage(draft, content(post).path("langs").path(0));
    JsonFields.set(draft, PostField.POSTED_AT, reason.path("indexedAt"));
    JsonFields.set(draft, PostField.REPOST_OF_POST_ID, post.path("uri"));
    records.end(reason);
  }

  /** An event of the Jetstream. */
  private static void commit(JsonNode event, JsonNode commit, RecordEmitter<Post> records) {
    boolean isPost = commit.path("collection").asText().equals(POST);
    if (isPost && commit.path("operation").asText().equals("delete")) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (!isPost) {
      records.skip(SkipReason.OTHER);
    } else {
      String did = event.path("did").asText();
      RecordDraft draft = records.begin();
      TextFields.setText(
          draft,
          PostField.POST_ID,
          "at://" + did + "/" + POST + "/" + commit.path("rkey").asText());
      JsonFields.set(draft, PostField.AUTHOR_ID, event.path("did"));
      content(draft, commit.path("record"), event.path("time_us"));
      records.end(event);
    }
  }
}
