package dev.earshot.pipelines.sources.platforms.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Skipped;
import dev.earshot.pipelines.sources.fields.Draft;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.Values;
import dev.earshot.pipelines.sources.json.Element;
import dev.earshot.pipelines.sources.json.Finder;
import dev.earshot.pipelines.sources.json.Nodes;
import dev.earshot.pipelines.sources.json.Records;
import dev.earshot.pipelines.sources.platforms.x.XStatuses;
import java.util.List;
import java.util.Set;

/**
 * Bluesky's API ({@code app.bsky}): feeds, posts, threads, notifications, records, the Jetstream.
 * Posts that others quote, and parents and roots of a thread, are posts too; a repost in a feed is
 * one of its own. A post's id is its {@code at://} URI, an author's its DID.
 */
public final class BlueskyPosts implements Finder<Post> {
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

  @Override
  public void find(Element element, Records<Post> records) {
    find(element.value(), records);
  }

  private static void find(JsonNode value, Records<Post> records) {
    if (value.isArray()) {
      value.forEach(item -> find(item, records));
    } else if (isWithdrawn(value)) {
      records.skip(Skipped.WITHDRAWN);
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
    return Nodes.first(value, "record", "value");
  }

  private static boolean isRecord(JsonNode value) {
    return value.has("uri") && content(value).isObject();
  }

  private static void container(JsonNode value, Records<Post> records) {
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
      records.skip(Skipped.OTHER);
    }
  }

  /** A post, a like, a repost, a follow: whatever lies under a URI. */
  private static void record(JsonNode view, Records<Post> records) {
    JsonNode record = content(view);
    boolean isPost = record.has("text") && record.path("$type").asText(POST).equals(POST);
    boolean isOther = view.has("reason") && !ANSWERS.contains(view.path("reason").asText());
    if (!isPost || isOther) {
      records.skip(Skipped.OTHER);
      return;
    }
    post(view, record, records);
    embedded(view.path("embed"), records);
    view.path("embeds").forEach(embed -> embedded(embed, records));
  }

  private static void embedded(JsonNode embed, Records<Post> records) {
    JsonNode record = embed.path("record");
    JsonNode inner = record.path("record");
    JsonNode view = inner.isObject() && !record.has("uri") ? inner : record;
    if (isWithdrawn(view)) {
      records.skip(Skipped.WITHDRAWN);
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
        Nodes.text(actor.path("handle")),
        Nodes.count(actor.path("followersCount")),
        Nodes.count(actor.path("followsCount")),
        Nodes.count(actor.path("postsCount")),
        Nodes.micros(actor.path("createdAt")),
        actor.has("verification")
            ? (Boolean) actor.path("verification").path("verifiedStatus").asText().equals("valid")
            : null);
  }

  private static void post(JsonNode view, JsonNode record, Records<Post> records) {
    JsonNode author = view.path("author");
    if (isHidden(author)) {
      records.skip(Skipped.NOT_PUBLIC);
      return;
    }
    Draft draft = records.begin();
    Nodes.set(draft, PostField.POST_ID, view.path("uri"));
    Nodes.set(draft, PostField.AUTHOR_ID, author.path("did"));
    String owner = repository(view.path("uri").asText());
    if (!draft.isPresent(PostField.AUTHOR_ID) && !owner.isEmpty()) {
      Values.setText(draft, PostField.AUTHOR_ID, owner);
    }
    Nodes.set(draft, PostField.AUTHOR_HANDLE, author.path("handle"));
    content(draft, record, view.path("indexedAt"));
    Nodes.set(draft, PostField.LIKE_COUNT, view.path("likeCount"));
    Nodes.setSum(draft, PostField.SHARE_COUNT, view.path("repostCount"), view.path("quoteCount"));
    Nodes.set(draft, PostField.COMMENT_COUNT, view.path("replyCount"));
    Nodes.set(draft, PostField.AUTHOR_FOLLOWER_COUNT, author.path("followersCount"));
    records.end(view);
  }

  private static void content(Draft draft, JsonNode record, JsonNode indexedAt) {
    draft.set(PostField.NETWORK, NETWORK);
    Nodes.set(draft, PostField.TEXT, record.path("text"));
    XStatuses.setLanguage(draft, record.path("langs").path(0));
    setTime(draft, record.path("createdAt"), indexedAt);
    JsonNode reply = record.path("reply");
    Nodes.set(draft, PostField.IN_REPLY_TO_POST_ID, reply.path("parent").path("uri"));
    String answered = repository(reply.path("parent").path("uri").asText());
    if (!answered.isEmpty()) {
      Values.setText(draft, PostField.IN_REPLY_TO_AUTHOR_ID, answered);
    }
    Nodes.set(draft, PostField.CONVERSATION_ID, reply.path("root").path("uri"));
    JsonNode quoted = record.path("embed").path("record");
    Nodes.set(
        draft,
        PostField.QUOTE_OF_POST_ID,
        quoted.has("uri") ? quoted.path("uri") : quoted.path("record").path("uri"));
    String embed = record.path("embed").path("$type").asText();
    String prefix = "app.bsky.embed.";
    if (embed.startsWith(prefix)) {
      Values.setText(draft, PostField.MEDIA_TYPE, embed.substring(prefix.length()));
    }
  }

  /**
   * The author's program states createdAt, which may be nonsense; then the time at which the
   * network saw the post stands for it.
   */
  private static void setTime(Draft draft, JsonNode createdAt, JsonNode indexedAt) {
    Nodes.set(draft, PostField.POSTED_AT, createdAt);
    if (!draft.isPresent(PostField.POSTED_AT) || draft.isFaulty(PostField.POSTED_AT)) {
      Nodes.set(draft, PostField.POSTED_AT, indexedAt);
    }
  }

  /** The DID in {@code at://did:plc:x/app.bsky.feed.post/y}; empty if there is none. */
  private static String repository(String uri) {
    String prefix = "at://";
    int end = uri.indexOf('/', prefix.length());
    return uri.startsWith(prefix) && end > 0 ? uri.substring(prefix.length(), end) : "";
  }

  private static void repost(JsonNode post, JsonNode reason, Records<Post> records) {
    if (isHidden(reason.path("by")) || isHidden(post.path("author"))) {
      records.skip(Skipped.NOT_PUBLIC);
      return;
    }
    Draft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    Nodes.set(draft, PostField.POST_ID, reason.path("uri"));
    Nodes.set(draft, PostField.AUTHOR_ID, reason.path("by").path("did"));
    if (!draft.isPresent(PostField.POST_ID)) {
      Values.setText(
          draft,
          PostField.POST_ID,
          reason.path("by").path("did").asText() + " repost " + post.path("uri").asText());
    }
    Nodes.set(draft, PostField.AUTHOR_HANDLE, reason.path("by").path("handle"));
    Nodes.set(draft, PostField.TEXT, content(post).path("text"));
    XStatuses.setLanguage(draft, content(post).path("langs").path(0));
    Nodes.set(draft, PostField.POSTED_AT, reason.path("indexedAt"));
    Nodes.set(draft, PostField.REPOST_OF_POST_ID, post.path("uri"));
    records.end(reason);
  }

  /** An event of the Jetstream. */
  private static void commit(JsonNode event, JsonNode commit, Records<Post> records) {
    boolean isPost = commit.path("collection").asText().equals(POST);
    if (isPost && commit.path("operation").asText().equals("delete")) {
      records.skip(Skipped.WITHDRAWN);
    } else if (!isPost) {
      records.skip(Skipped.OTHER);
    } else {
      String did = event.path("did").asText();
      Draft draft = records.begin();
      Values.setText(
          draft,
          PostField.POST_ID,
          "at://" + did + "/" + POST + "/" + commit.path("rkey").asText());
      Nodes.set(draft, PostField.AUTHOR_ID, event.path("did"));
      content(draft, commit.path("record"), event.path("time_us"));
      records.end(event);
    }
  }
}
