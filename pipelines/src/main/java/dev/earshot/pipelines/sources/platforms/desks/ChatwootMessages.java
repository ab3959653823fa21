package dev.earshot.pipelines.sources.platforms.desks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.platforms.desks.DeskThread.Sender;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Messages and conversations of Chatwoot by its Application API and webhooks
 * (developers.chatwoot.com: the message, the conversation). Types of messages are numbers or words:
 * incoming, outgoing, activity, template.
 */
final class ChatwootMessages implements ElementParser<Message> {
  static final String NAME = "chatwoot";
  static final Set<String> ARRAYS = Set.of("payload", "data/payload");

  private static final Set<String> BOTS = Set.of("agent_bot", "agentbot", "captain_assistant");

  private final Desk desk;

  ChatwootMessages(ChatAccounts accounts) {
    desk = new Desk(NAME, accounts);
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Message> records) {
    JsonNode value = element.value();
    JsonNode page =
        element.around().isEmpty()
            ? MissingNode.getInstance()
            : element.around().get(element.around().size() - 1).path("meta");
    if (value.path("messages").isArray()) {
      JsonNode meta = value.path("meta");
      if (value.path("messages").isEmpty()) {
        records.skip(SkipReason.STUB);
      }
      for (JsonNode message : value.path("messages")) {
        message(message, value, meta, records);
      }
    } else if (value.has("message_type")) {
      JsonNode conversation = value.path("conversation");
      boolean isFramed = conversation.path("meta").isObject();
      message(value, conversation, isFramed ? conversation.path("meta") : page, records);
    } else {
      records.skip(SkipReason.OTHER);
    }
  }

  private void message(
      JsonNode message, JsonNode conversation, JsonNode meta, RecordEmitter<Message> records) {
    String type = type(message.path("message_type"));
    JsonNode attributes = message.path("content_attributes");
    if (message.path("private").asBoolean()) {
      Desk.skipNote(records);
    } else if (attributes.path("deleted").asBoolean()) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (type.equals("activity") || type.isEmpty()) {
      Desk.skipActivity(records);
    } else {
      Sender sender = sender(type, message, attributes);
      thread(message, conversation, meta, sender)
          .add(
              message,
              message.path("id"),
              sender,
              message.path("content").asText(""),
              message.path("created_at"),
              records);
    }
  }

  private static Sender sender(String type, JsonNode message, JsonNode attributes) {
    JsonNode kind = JsonFields.first(message.path("sender"), "type");
    String sender = (kind.isTextual() ? kind : message.path("sender_type")).asText("");
    boolean isMachine =
        type.equals("template")
            || BOTS.contains(sender.toLowerCase(Locale.ROOT))
            || attributes.hasNonNull("automation_rule_id")
            || message.path("additional_attributes").hasNonNull("campaign_id");
    return type.equals("incoming") ? Sender.PERSON : isMachine ? Sender.MACHINE : Sender.AGENT;
  }

  private DeskThread thread(JsonNode message, JsonNode conversation, JsonNode meta, Sender sender) {
    JsonNode contact = JsonFields.first(meta, "contact", "sender").path("id");
    JsonNode writer = JsonFields.first(message, "sender_id");
    JsonNode person =
        sender != Sender.PERSON || !contact.isMissingNode()
            ? contact
            : writer.isMissingNode() ? message.path("sender").path("id") : writer;
    JsonNode channel = JsonFields.first(meta, "channel");
    JsonNode number = JsonFields.first(message, "conversation_id");
    JsonNode stated = JsonFields.first(message, "inbox_id");
    JsonNode inbox = stated.isMissingNode() ? conversation.path("inbox_id") : stated;
    return desk.thread(
        (channel.isMissingNode() ? conversation.path("channel") : channel).asText(""),
        number.isMissingNode() ? conversation.path("id") : number,
        person,
        Arrays.asList(
            inbox.isMissingNode() ? null : "inbox-" + inbox.asText(),
            JsonFields.text(message.path("inbox").path("name"))));
  }

  private static String type(JsonNode type) {
    return switch (type.asText()) {
      case "0", "incoming" -> "incoming";
      case "1", "outgoing" -> "outgoing";
      case "2", "activity" -> "activity";
      case "3", "template" -> "template";
      default -> "";
    };
  }
}
