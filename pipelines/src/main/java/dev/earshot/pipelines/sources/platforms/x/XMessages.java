package dev.earshot.pipelines.sources.platforms.x;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.HtmlEntities;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;

/** Direct messages of X (Twitter), as API v1.1 (old and new) and v2 give them. */
final class XMessages {
  private XMessages() {}

  /** API v1.1: objects with {@code sender} and {@code recipient}, and {@code message_create}. */
  static ElementParser<Message> v1() {
    return (element, records) -> v1(element.value(), records);
  }

  /** API v2: {@code dm_events}. */
  static ElementParser<Message> v2() {
    return (element, records) -> v2(element.value(), records);
  }

  private static void v1(JsonNode value, RecordEmitter<Message> records) {
    if (value.path("events").isArray()) {
      value.path("events").forEach(event -> v1(event, records));
    } else if (value.path("event").isObject()) {
      v1(value.path("event"), records);
    } else if (value.path("message_create").isObject()) {
      event(value, value.path("message_create"), records);
    } else if (value.path("direct_message").isObject()) {
      v1(value.path("direct_message"), records);
    } else if (value.has("text") && value.has("sender_id")) {
      message(value, records);
    } else if (!value.isEmpty()) {
      records.skip(SkipReason.OTHER);
    }
  }

  private static void event(JsonNode event, JsonNode created, RecordEmitter<Message> records) {
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, XStatuses.NETWORK);
    JsonFields.set(draft, MessageField.MESSAGE_ID, event.path("id"));
    JsonFields.set(draft, MessageField.SENDER_ID, created.path("sender_id"));
    JsonFields.set(draft, MessageField.RECIPIENT_ID, created.path("target").path("recipient_id"));
    setText(draft, created.path("message_data").path("text"));
    JsonFields.set(draft, MessageField.SENT_AT, event.path("created_timestamp"));
    records.end(event);
  }

  private static void message(JsonNode message, RecordEmitter<Message> records) {
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, XStatuses.NETWORK);
    JsonFields.set(draft, MessageField.MESSAGE_ID, JsonFields.first(message, "id_str", "id"));
    JsonFields.set(
        draft, MessageField.SENDER_ID, JsonFields.first(message, "sender_id_str", "sender_id"));
    JsonFields.set(
        draft,
        MessageField.RECIPIENT_ID,
        JsonFields.first(message, "recipient_id_str", "recipient_id"));
    setText(draft, message.path("text"));
    JsonFields.set(draft, MessageField.SENT_AT, message.path("created_at"));
    records.end(message);
  }

  private static void v2(JsonNode value, RecordEmitter<Message> records) {
    if (value.path("data").isArray()) {
      value.path("data").forEach(event -> v2(event, records));
      value.path("errors").forEach(error -> records.skip(SkipReason.OTHER));
    } else if (value.path("data").isObject()) {
      v2(value.path("data"), records);
    } else if (value.path("event_type").asText().equals("MessageCreate")) {
      dmEvent(value, records);
    } else if (!value.isEmpty()) {
      records.skip(SkipReason.OTHER);
    }
  }

  /** A conversation of two is named by both accounts; of a group only the name is known. */
  private static void dmEvent(JsonNode event, RecordEmitter<Message> records) {
    String conversation = event.path("dm_conversation_id").asText();
    String sender = event.path("sender_id").asText();
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, XStatuses.NETWORK);
    JsonFields.set(draft, MessageField.MESSAGE_ID, event.path("id"));
    JsonFields.set(draft, MessageField.CONVERSATION_ID, event.path("dm_conversation_id"));
    JsonFields.set(draft, MessageField.SENDER_ID, event.path("sender_id"));
    int dash = conversation.indexOf('-');
    if (!conversation.isEmpty()) {
      String first = dash < 0 ? conversation : conversation.substring(0, dash);
      boolean isSecond = dash >= 0 && first.equals(sender);
      TextFields.setText(
          draft, MessageField.RECIPIENT_ID, isSecond ? conversation.substring(dash + 1) : first);
    }
    setText(draft, event.path("text"));
    JsonFields.set(draft, MessageField.SENT_AT, event.path("created_at"));
    records.end(event);
  }

  static void setText(RecordDraft draft, JsonNode text) {
    if (text.isTextual()) {
      TextFields.setText(draft, MessageField.TEXT, HtmlEntities.unescape(text.textValue()));
    } else {
      JsonFields.set(draft, MessageField.TEXT, text);
    }
  }
}
