package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a page or an Instagram account as the Graph API gives them: objects by id, pages, and
 * conversations with their messages inside.
 */
final class FacebookMessages implements ElementParser<Message> {
  @Override
  public void find(DocumentElement element, RecordEmitter<Message> records) {
    find(element.value(), null, records);
  }

  private static void find(
      JsonNode object, @Nullable String conversation, RecordEmitter<Message> records) {
    if (FacebookGraph.isById(object)) {
      object.forEach(one -> find(one, conversation, records));
    } else if (object.path("data").isObject()) {
      find(object.path("data"), conversation, records);
    } else if (object.path("messages").path("data").isArray()) {
      String id = object.path("id").asText();
      object.path("messages").path("data").forEach(one -> find(one, id, records));
    } else if (object.has("created_time") && object.has("from")) {
      message(object, conversation, records);
    } else if (object.has("id") && object.size() <= 2) {
      records.skip(SkipReason.STUB);
    } else if (!FacebookGraph.isEmptyPage(object)) {
      records.skip(SkipReason.OTHER);
    }
  }

  private static void message(
      JsonNode message, @Nullable String conversation, RecordEmitter<Message> records) {
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, FacebookGraph.NETWORK);
    JsonFields.set(draft, MessageField.MESSAGE_ID, message.path("id"));
    if (conversation != null) {
      draft.set(MessageField.CONVERSATION_ID, conversation);
    }
    JsonFields.set(draft, MessageField.SENDER_ID, message.path("from").path("id"));
    JsonFields.set(
        draft, MessageField.RECIPIENT_ID, message.path("to").path("data").path(0).path("id"));
    draft.set(MessageField.TEXT, "");
    JsonFields.set(draft, MessageField.TEXT, message.path("message"));
    JsonFields.set(draft, MessageField.SENT_AT, message.path("created_time"));
    records.end(message);
  }
}
