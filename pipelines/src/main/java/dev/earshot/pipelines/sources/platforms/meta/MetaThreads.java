package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.models.text.Mojibake;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Threads of Messenger and Instagram as "Download your information" gives them ({@code
 * message_1.json}): newest first, without ids, and every byte of UTF-8 written as a character. An
 * account is its display name, since the export has nothing else.
 */
final class MetaThreads implements ElementParser<Message> {
  /** Types of a message that are no message. */
  private static final Set<String> EVENTS = Set.of("Call", "Subscribe", "Unsubscribe");

  private final String network;
  private final Predicate<String> isOwn;

  /**
   * @param isOwn whether a display name is a brand's
   */
  MetaThreads(String network, Predicate<String> isOwn) {
    this.network = network;
    this.isOwn = isOwn;
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Message> records) {
    JsonNode message = element.value();
    if (EncryptedThreads.has(message)) {
      EncryptedThreads.find(element, new ChatMembers(isOwn), records);
      return;
    }
    String sender = text(message.path("sender_name"));
    boolean isCall = message.has("call_duration") || EVENTS.contains(message.path("type").asText());
    if (isCall || (!message.has("timestamp_ms") && sender == null)) {
      records.skip(SkipReason.OTHER);
      return;
    }
    ChatMembers members = new ChatMembers(isOwn);
    element.around().forEach(thread -> addMembers(thread, members));
    members.add(sender == null ? "" : sender);
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, network);
    draft.set(MessageField.CONVERSATION_ID, members.conversationId());
    String content = text(message.path("content"));
    // A photo, a voice message, a sticker: somebody wrote without words.
    draft.set(MessageField.TEXT, "");
    TextFields.setText(draft, MessageField.TEXT, content == null ? "" : content);
    if (message.has("content") && content == null) {
      JsonFields.set(draft, MessageField.TEXT, message.path("content"));
    }
    JsonFields.set(draft, MessageField.SENT_AT, message.path("timestamp_ms"));
    if (sender != null) {
      TextFields.setText(draft, MessageField.SENDER_ID, sender);
      String recipient = members.recipientOf(sender);
      TextFields.setText(draft, MessageField.RECIPIENT_ID, recipient == null ? "" : recipient);
      draft.set(
          MessageField.MESSAGE_ID, ChatMembers.id(members.conversationId(), message.toString()));
    }
    records.end(message);
  }

  private static void addMembers(JsonNode thread, ChatMembers members) {
    for (JsonNode member : thread.path("participants")) {
      String name = text(member.path("name"));
      members.add(name == null ? "" : name);
    }
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? Mojibake.decodeBytes(node.textValue()) : null;
  }
}
