package dev.earshot.pipelines.sources.platforms.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Set;

/**
 * Mastodon's API and those that speak it: statuses, timelines, contexts, searches, notifications. A
 * boost holds the boosted status: both are posts. Ids are those of the instance that was asked.
 */
public final class MastodonStatuses implements Finder<Post> {
  static final String NETWORK = "mastodon";

  /** Everybody may see them; an unlisted status is only missing from public timelines. */
  private static final Set<String> PUBLIC = Set.of("public", "unlisted");

  private static final List<String> CONTAINERS =
      List.of("ancestors", "descendants", "statuses", "accounts", "status", "last_status");

  @Override
  public void find(Element element, Records<Post> records) {
    find(element.value(), records);
  }

  private static void find(JsonNode value, Records<Post> records) {
    if (value.has("content") && value.has("created_at")) {
      status(value, records);
    } else if (value.has("acct") && value.has("id")) {
      records.profile(profile(value));
    } else {
      container(value, records);
    }
  }

  private static void container(JsonNode value, Records<Post> records) {
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
    value.path("hashtags").forEach(tag -> records.skip(Skipped.OTHER));
    boolean isNotification = value.has("type") && value.path("account").isObject();
    if (isNotification || (!isContainer && !value.isEmpty())) {
      records.skip(Skipped.OTHER);
    }
  }

  private static AccountProfile profile(JsonNode account) {
    return new AccountProfile(
        NETWORK,
        account.path("id").asText(),
        Nodes.text(account.path("acct")),
        Nodes.count(account.path("followers_count")),
        Nodes.count(account.path("following_count")),
        Nodes.count(account.path("statuses_count")),
        Nodes.micros(account.path("created_at")),
        null);
  }

  private static void status(JsonNode status, Records<Post> records) {
    String visibility = status.path("visibility").asText("public");
    if (PUBLIC.contains(visibility)) {
      read(status, records);
    } else {
      records.skip(Skipped.NOT_PUBLIC);
    }
    JsonNode quoted = status.path("quote").path("quoted_status");
    for (JsonNode embedded : List.of(status.path("reblog"), quoted)) {
      if (embedded.isObject()) {
        find(embedded, records);
      }
    }
  }

  private static void read(JsonNode status, Records<Post> records) {
    JsonNode account = status.path("account");
    JsonNode reblog = status.path("reblog");
    Draft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    Nodes.set(draft, PostField.POST_ID, status.path("id"));
    Nodes.set(draft, PostField.AUTHOR_ID, account.path("id"));
    Nodes.set(draft, PostField.AUTHOR_HANDLE, account.path("acct"));
    JsonNode shown = reblog.isObject() ? reblog : status;
    setText(draft, shown.path("spoiler_text"), shown.path("content"));
    XStatuses.setLanguage(draft, shown.path("language"));
    Nodes.set(draft, PostField.POSTED_AT, status.path("created_at"));
    Nodes.set(draft, PostField.IN_REPLY_TO_POST_ID, status.path("in_reply_to_id"));
    Nodes.set(draft, PostField.IN_REPLY_TO_AUTHOR_ID, status.path("in_reply_to_account_id"));
    Nodes.set(draft, PostField.REPOST_OF_POST_ID, reblog.path("id"));
    Nodes.set(
        draft, PostField.QUOTE_OF_POST_ID, status.path("quote").path("quoted_status").path("id"));
    Nodes.set(draft, PostField.MEDIA_TYPE, mediaType(shown));
    if (!reblog.isObject()) {
      Nodes.set(draft, PostField.LIKE_COUNT, status.path("favourites_count"));
      Nodes.setSum(
          draft, PostField.SHARE_COUNT, status.path("reblogs_count"), status.path("quotes_count"));
      Nodes.set(draft, PostField.COMMENT_COUNT, status.path("replies_count"));
      Nodes.set(draft, PostField.OBSERVED_AT, status.path("edited_at"));
    }
    Nodes.set(draft, PostField.AUTHOR_FOLLOWER_COUNT, account.path("followers_count"));
    Nodes.completeAuthor(draft);
    records.end(status);
  }

  /** A warning stands before the text that it hides. */
  static void setText(Draft draft, JsonNode warning, JsonNode content) {
    if (!content.isTextual()) {
      Nodes.set(draft, PostField.TEXT, content);
      return;
    }
    String text = HtmlText.of(content.textValue());
    String before = warning.isTextual() ? warning.textValue().strip() : "";
    Values.setText(draft, PostField.TEXT, before.isEmpty() ? text : before + "\n\n" + text);
  }

  private static JsonNode mediaType(JsonNode status) {
    JsonNode attached = status.path("media_attachments").path(0).path("type");
    return attached.isTextual() ? attached : status.path("card").path("type");
  }
}
