package dev.earshot.pipelines.sources.platforms.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.HtmlText;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.platforms.x.XStatuses;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mastodon's API and those that speak it: statuses, timelines, contexts, searches, notifications. A
 * boost holds the boosted status: both are posts. A post's id is its URI and an account's its name
 * with its host, which every server agrees on; where they are not there, the ids of the server that
 * was asked stand for them.
 */
final class MastodonStatuses implements ElementParser<Post> {
  static final String NETWORK = "mastodon";

  /** At the end of the address of the picture of who has none of his own. */
  private static final String NO_PICTURE = "/missing.png";

  /** Everybody may see them; an unlisted status is only missing from public timelines. */
  private static final Set<String> PUBLIC = Set.of("public", "unlisted");

  private static final List<String> CONTAINERS =
      List.of("ancestors", "descendants", "statuses", "accounts", "status", "last_status");

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    find(element.value(), records);
  }

  private static void find(JsonNode value, RecordEmitter<Post> records) {
    if (value.has("content") && value.has("created_at")) {
      status(value, records);
    } else if (value.has("acct") && value.has("id")) {
      records.profile(profile(value, null));
    } else {
      container(value, records);
    }
  }

  private static void container(JsonNode value, RecordEmitter<Post> records) {
    boolean isContainer = false;
    for (String name : CONTAINERS) {
      JsonNode member = value.path(name);
      isContainer |= member.isContainerNode();
      if (member.isArray()) {
        member.forEach(item -> find(item, records));
      } else if (member.isObject()) {
        find(member, records);
      }
    }
    value.path("hashtags").forEach(tag -> records.skip(SkipReason.OTHER));
    boolean isNotification = value.has("type") && value.path("account").isObject();
    if (isNotification || (!isContainer && !value.isEmpty())) {
      records.skip(SkipReason.OTHER);
    }
  }

  private static AccountProfile profile(JsonNode account, @Nullable Long seenAt) {
    String picture = JsonFields.text(account.path("avatar"));
    JsonNode note = account.path("note");
    return new AccountProfile(
        NETWORK,
        accountId(account).asText(),
        JsonFields.text(account.path("acct")),
        JsonFields.count(account.path("followers_count")),
        JsonFields.count(account.path("following_count")),
        JsonFields.count(account.path("statuses_count")),
        JsonFields.micros(account.path("created_at")),
        null,
        picture == null ? null : (Boolean) !picture.endsWith(NO_PICTURE),
        note.isTextual() ? (Boolean) !HtmlText.of(note.textValue()).isBlank() : null,
        seenAt);
  }

  private static void status(JsonNode status, RecordEmitter<Post> records) {
    String visibility = status.path("visibility").asText("public");
    if (PUBLIC.contains(visibility)) {
      read(status, records);
    } else {
      records.skip(SkipReason.NOT_PUBLIC);
    }
    JsonNode quoted = status.path("quote").path("quoted_status");
    for (JsonNode embedded : List.of(status.path("reblog"), quoted)) {
      if (embedded.isObject()) {
        find(embedded, records);
      }
    }
  }

  private static void read(JsonNode status, RecordEmitter<Post> records) {
    JsonNode account = status.path("account");
    JsonNode reblog = status.path("reblog");
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    JsonFields.set(draft, PostField.POST_ID, postId(status));
    JsonFields.set(draft, PostField.AUTHOR_ID, accountId(account));
    JsonFields.set(draft, PostField.AUTHOR_HANDLE, account.path("acct"));
    JsonNode shown = reblog.isObject() ? reblog : status;
    setText(draft, shown.path("spoiler_text"), shown.path("content"));
    XStatuses.setLanguage(draft, shown.path("language"));
    JsonFields.set(draft, PostField.POSTED_AT, status.path("created_at"));
    JsonFields.set(draft, PostField.IN_REPLY_TO_POST_ID, status.path("in_reply_to_id"));
    setAccounts(draft, status);
    JsonFields.set(draft, PostField.REPOST_OF_POST_ID, postId(reblog));
    JsonFields.set(
        draft, PostField.QUOTE_OF_POST_ID, postId(status.path("quote").path("quoted_status")));
    JsonFields.set(draft, PostField.MEDIA_TYPE, mediaType(shown));
    setDetails(draft, shown);
    if (!reblog.isObject()) {
      JsonFields.set(draft, PostField.LIKE_COUNT, status.path("favourites_count"));
      JsonFields.setSum(
          draft, PostField.SHARE_COUNT, status.path("reblogs_count"), status.path("quotes_count"));
      JsonFields.set(draft, PostField.COMMENT_COUNT, status.path("replies_count"));
      JsonFields.set(draft, PostField.OBSERVED_AT, status.path("edited_at"));
    }
    JsonFields.set(draft, PostField.AUTHOR_FOLLOWER_COUNT, account.path("followers_count"));
    JsonFields.completeAuthor(draft);
    Long postedAt = JsonFields.timeOf(draft);
    records.end(status);
    if (account.has("followers_count") && postedAt != null) {
      records.author(profile(account, postedAt));
    }
  }

  private static JsonNode postId(JsonNode status) {
    return status.path(hasUri(status) ? "uri" : "id");
  }

  private static boolean hasUri(JsonNode status) {
    return Acct.host(status.path("uri").asText()) != null;
  }

  private static JsonNode accountId(JsonNode account) {
    String everywhere = Acct.of(account);
    return everywhere == null ? account.path("id") : TextNode.valueOf(everywhere);
  }

  /** Who is answered is among the mentioned, or the author. */
  private static void setAccounts(RecordDraft draft, JsonNode status) {
    JsonNode account = status.path("account");
    JsonNode answered = status.path("in_reply_to_account_id");
    boolean isLocal = account.path("acct").asText().indexOf('@') < 0 && Acct.of(account) != null;
    String localAnswered = null;
    if (answered.equals(account.path("id"))) {
      JsonFields.set(draft, PostField.IN_REPLY_TO_AUTHOR_ID, accountId(account));
    } else if (Acct.of(account) == null) {
      JsonFields.set(draft, PostField.IN_REPLY_TO_AUTHOR_ID, answered);
    }
    for (JsonNode mention : status.path("mentions")) {
      if (mention.path("id").equals(answered)) {
        JsonFields.set(draft, PostField.IN_REPLY_TO_AUTHOR_ID, accountId(mention));
        boolean isOfServer = mention.path("acct").asText().indexOf('@') < 0;
        localAnswered = isOfServer && Acct.of(mention) != null ? answered.asText() : null;
      }
    }
    draft
        .details()
        .setLocalAuthors(isLocal ? JsonFields.text(account.path("id")) : null, localAnswered);
    if (hasUri(status)) {
      draft
          .details()
          .setLocalPosts(
              JsonFields.text(status.path("id")), JsonFields.text(status.path("in_reply_to_id")));
    }
  }

  private static void setDetails(RecordDraft draft, JsonNode shown) {
    for (JsonNode mention : shown.path("mentions")) {
      String account = Acct.of(mention);
      if (account != null) {
        draft.details().addAddressed(account);
      }
    }
    draft.details().addLink(JsonFields.text(shown.path("card").path("url")));
    HtmlText.links(shown.path("content").asText()).forEach(draft.details()::addLink);
  }

  /** A warning stands before the text that it hides. */
  static void setText(RecordDraft draft, JsonNode warning, JsonNode content) {
    if (!content.isTextual()) {
      JsonFields.set(draft, PostField.TEXT, content);
      return;
    }
    String text = HtmlText.of(content.textValue());
    String before = warning.isTextual() ? warning.textValue().strip() : "";
    TextFields.setText(draft, PostField.TEXT, before.isEmpty() ? text : before + "\n\n" + text);
  }

  private static JsonNode mediaType(JsonNode status) {
    JsonNode attached = status.path("media_attachments").path(0).path("type");
    return attached.isTextual() ? attached : status.path("card").path("type");
  }
}
