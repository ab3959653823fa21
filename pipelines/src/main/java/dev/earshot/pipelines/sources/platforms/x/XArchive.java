package dev.earshot.pipelines.sources.platforms.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.ExportOwner;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import org.jspecify.annotations.Nullable;

/**
 * The archive that an X (Twitter) account downloads of itself: JavaScript files with one array
 * each. Posts do not name their author: it is the account of the archive's {@code account.js}.
 */
final class XArchive {
  private XArchive() {}

  /**
   * Finds posts.
   *
   * @param owner the account whose archive it is, or null where the archive lacks it
   * @param notes its long texts
   */
  static ElementParser<Post> posts(@Nullable ExportOwner owner, XNotes notes) {
    JsonNode user = user(owner);
    return (element, records) -> find(element.value(), user, notes, records);
  }

  private static @Nullable JsonNode user(@Nullable ExportOwner owner) {
    if (owner == null) {
      return null;
    }
    ObjectNode user = JsonNodeFactory.instance.objectNode();
    user.put("id_str", owner.accountId());
    user.put("screen_name", owner.handle());
    return user;
  }

  private static void find(
      JsonNode value, @Nullable JsonNode user, XNotes notes, RecordEmitter<Post> records) {
    JsonNode wrapped = value.path("tweet");
    JsonNode tweet = wrapped.isObject() ? wrapped : value;
    if (tweet.has("deleted_at")) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (XStatuses.isStatus(tweet)) {
      XStatuses.status(notes.whole(tweet), user, records);
    } else if (value.path("account").isObject()) {
      records.profile(profile(value.path("account")));
    } else if (value.has("following") || value.has("follower")) {
      records.skip(SkipReason.PROFILE);
    } else if (!value.isEmpty()) {
      records.skip(SkipReason.OTHER);
    }
  }

  private static AccountProfile profile(JsonNode account) {
    return new AccountProfile(
        XStatuses.NETWORK,
        account.path("accountId").asText(),
        JsonFields.text(account.path("username")),
        null,
        null,
        null,
        JsonFields.micros(account.path("createdAt")),
        null);
  }

  /** The account that an archive's {@code account.js} names, if it does. */
  static @Nullable ExportOwner owner(JsonNode accounts) {
    JsonNode account = accounts.path(0).path("account");
    String id = JsonFields.text(account.path("accountId"));
    return id == null ? null : new ExportOwner(id, JsonFields.text(account.path("username")));
  }

  /**
   * Finds messages. In a group the recipient is the archive's account, or the group for what that
   * account wrote itself.
   *
   * @param owner as for posts
   */
  static ElementParser<Message> messages(@Nullable ExportOwner owner) {
    return (element, records) -> message(element, owner, records);
  }

  private static void message(
      DocumentElement element, @Nullable ExportOwner owner, RecordEmitter<Message> records) {
    JsonNode created = element.value().path("messageCreate");
    boolean isText = created.has("text");
    if (!isText) {
      boolean isHeader = created.isObject();
      records.skip(isHeader ? SkipReason.STUB : SkipReason.OTHER);
      return;
    }
    JsonNode conversation =
        element.around().isEmpty()
            ? element.value().path("conversationId")
            : element.around().get(element.around().size() - 1).path("conversationId");
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, XStatuses.NETWORK);
    JsonFields.set(draft, MessageField.MESSAGE_ID, created.path("id"));
    JsonFields.set(draft, MessageField.CONVERSATION_ID, conversation);
    JsonFields.set(draft, MessageField.SENDER_ID, created.path("senderId"));
    JsonFields.set(draft, MessageField.RECIPIENT_ID, created.path("recipientId"));
    if (!draft.isPresent(MessageField.RECIPIENT_ID)) {
      String sender = draft.text(MessageField.SENDER_ID);
      if (owner != null && !owner.accountId().equals(sender)) {
        draft.set(MessageField.RECIPIENT_ID, owner.accountId());
      } else {
        JsonFields.set(draft, MessageField.RECIPIENT_ID, conversation);
      }
    }
    XMessages.setText(draft, created.path("text"));
    JsonFields.set(draft, MessageField.SENT_AT, created.path("createdAt"));
    records.end(element.value());
  }
}
