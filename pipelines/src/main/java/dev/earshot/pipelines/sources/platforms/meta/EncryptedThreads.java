package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;

/**
 * Threads of Messenger that are encrypted from end to end, which are downloaded from the secure
 * storage, each as a file: names as plain texts, {@code threadName}, and proper UTF-8. Such a
 * thread is oldest or newest first and has no ids.
 */
final class EncryptedThreads {
  private EncryptedThreads() {}

  /** Whether a message is of such a thread. */
  static boolean has(JsonNode message) {
    return message.has("senderName") && !message.has("sender_name");
  }

  static void find(DocumentElement element, ChatMembers members, RecordEmitter<Message> records) {
    JsonNode message = element.value();
    String text = message.path("text").asText();
    boolean isEmpty = text.isEmpty() && message.path("media").isEmpty();
    if (message.path("isUnsent").asBoolean()) {
      records.skip(SkipReason.WITHDRAWN);
      return;
    }
    if (isEmpty && !message.path("type").asText("text").equals("text")) {
      records.skip(SkipReason.OTHER);
      return;
    }
    element
        .around()
        .forEach(thread -> thread.path("participants").forEach(one -> add(one, members)));
    add(message.path("senderName"), members);
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, FacebookGraph.NETWORK);
    draft.set(MessageField.CONVERSATION_ID, members.conversationId());
    draft.set(MessageField.TEXT, "");
    TextFields.setText(draft, MessageField.TEXT, text);
    JsonFields.set(draft, MessageField.SENT_AT, message.path("timestamp"));
    JsonFields.set(draft, MessageField.SENDER_ID, message.path("senderName"));
    String sender = draft.text(MessageField.SENDER_ID);
    if (sender != null) {
      String recipient = members.recipientOf(sender);
      TextFields.setText(draft, MessageField.RECIPIENT_ID, recipient == null ? "" : recipient);
      String time = message.path("timestamp").asText();
      draft.set(
          MessageField.MESSAGE_ID, ChatMembers.id(members.conversationId(), sender, time, text));
    }
    records.end(message);
  }

  private static void add(JsonNode name, ChatMembers members) {
    members.add(name.isTextual() ? name.textValue() : "");
  }
}
