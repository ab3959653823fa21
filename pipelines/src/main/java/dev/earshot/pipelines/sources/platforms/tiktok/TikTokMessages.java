package dev.earshot.pipelines.sources.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Direct messages of {@code user_data_tiktok.json}: a list for each chat, named after the other
 * one. Whose data it is shows where that account wrote; accounts are handles.
 */
final class TikTokMessages implements ElementParser<Message> {
  private static final String CHATS = "ChatHistory";
  private static final String BEFORE_NAME = "Chat History with ";

  private final Predicate<String> isOwn;

  /**
   * @param isOwn whether a handle is a brand's
   */
  TikTokMessages(Predicate<String> isOwn) {
    this.isOwn = isOwn;
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Message> records) {
    JsonNode chats = element.value().findPath(CHATS);
    if (!chats.isObject()) {
      records.skip(SkipReason.OTHER);
      return;
    }
    String owner = owner(chats);
    for (Map.Entry<String, JsonNode> chat : chats.properties()) {
      String peer = peer(chat.getKey());
      ChatMembers members = new ChatMembers(isOwn);
      members.add(peer);
      members.add(owner == null ? "owner" : owner);
      for (JsonNode message : chat.getValue()) {
        message(message, members, records);
      }
    }
  }

  private static String peer(String chat) {
    String name = chat.startsWith(BEFORE_NAME) ? chat.substring(BEFORE_NAME.length()) : chat;
    return name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
  }

  /** Who wrote in a chat that is named after somebody else. */
  private static @Nullable String owner(JsonNode chats) {
    for (Map.Entry<String, JsonNode> chat : chats.properties()) {
      for (JsonNode message : chat.getValue()) {
        String from = message.path("From").asText();
        if (!from.isEmpty() && !from.equals(peer(chat.getKey()))) {
          return from;
        }
      }
    }
    return null;
  }

  private static void message(
      JsonNode message, ChatMembers members, RecordEmitter<Message> records) {
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, TikTokDownload.NETWORK);
    draft.set(MessageField.CONVERSATION_ID, members.conversationId());
    draft.set(
        MessageField.MESSAGE_ID, ChatMembers.id(members.conversationId(), message.toString()));
    JsonFields.set(draft, MessageField.SENDER_ID, message.path("From"));
    String recipient = members.recipientOf(message.path("From").asText());
    TextFields.setText(draft, MessageField.RECIPIENT_ID, recipient == null ? "" : recipient);
    draft.set(MessageField.TEXT, "");
    JsonFields.set(draft, MessageField.TEXT, message.path("Content"));
    TikTokDownload.setTime(draft, MessageField.SENT_AT, message.path("Date"));
    records.end(message);
  }
}
