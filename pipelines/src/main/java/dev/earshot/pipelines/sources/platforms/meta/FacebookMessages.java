package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.Skipped;
import dev.earshot.pipelines.sources.fields.Draft;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.json.Element;
import dev.earshot.pipelines.sources.json.Finder;
import dev.earshot.pipelines.sources.json.Nodes;
import dev.earshot.pipelines.sources.json.Records;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a page or an Instagram account as the Graph API gives them: objects by id, pages, and
 * conversations with their messages inside.
 */
public final class FacebookMessages implements Finder<Message> {
  @Override
  public void find(Element element, Records<Message> records) {
    find(element.value(), null, records);
  }

  private static void find(
      JsonNode object, @Nullable String conversation, Records<Message> records) {
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
      records.skip(Skipped.STUB);
    } else if (!FacebookGraph.isEmptyPage(object)) {
      records.skip(Skipped.OTHER);
    }
  }

  private static void message(
      JsonNode message, @Nullable String conversation, Records<Message> records) {
    Draft draft = records.begin();
    draft.set(MessageField.NETWORK, FacebookGraph.NETWORK);
    Nodes.set(draft, MessageField.MESSAGE_ID, message.path("id"));
    if (conversation != null) {
      draft.set(MessageField.CONVERSATION_ID, conversation);
    }
    Nodes.set(draft, MessageField.SENDER_ID, message.path("from").path("id"));
    Nodes.set(draft, MessageField.RECIPIENT_ID, message.path("to").path("data").path(0).path("id"));
    draft.set(MessageField.TEXT, "");
    Nodes.set(draft, MessageField.TEXT, message.path("message"));
    Nodes.set(draft, MessageField.SENT_AT, message.path("created_time"));
    records.end(message);
  }
}
