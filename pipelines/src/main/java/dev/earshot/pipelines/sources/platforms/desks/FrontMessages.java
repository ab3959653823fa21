package dev.earshot.pipelines.sources.platforms.desks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.HtmlText;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.platforms.desks.DeskThread.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages of Front by its Core API (dev.frontapp.com: Messages, Conversations, Comments), as
 * pages, single objects, or the last message of conversations. Persons are known by their handle.
 */
final class FrontMessages implements ElementParser<Message> {
  static final String NAME = "front";
  static final Set<String> ARRAYS = Set.of("_results");

  /** What stands in the place of words and names of X. */
  private static final String REDACTED = "[REDACTED]";

  private final Desk desk;

  FrontMessages(ChatAccounts accounts) {
    desk = new Desk(NAME, accounts);
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Message> records) {
    JsonNode value = element.value();
    JsonNode message = value.path("last_message").isObject() ? value.path("last_message") : value;
    if (message.has("posted_at")) {
      Desk.skipNote(records);
    } else if (message.has("is_inbound")) {
      message(message, value, records);
    } else {
      records.skip(SkipReason.OTHER);
    }
  }

  private void message(JsonNode message, JsonNode around, RecordEmitter<Message> records) {
    boolean isInbound = message.path("is_inbound").asBoolean();
    boolean isUnsent =
        message.path("is_draft").asBoolean()
            || message.hasNonNull("draft_mode")
            || message.hasNonNull("error_type");
    if (isUnsent) {
      Desk.skipActivity(records);
      return;
    }
    String conversation =
        lastPart(message.path("_links").path("related").path("conversation").asText(""));
    boolean isOfConversation = around != message && conversation.isEmpty();
    JsonNode id = isOfConversation ? around.path("id") : TextNode.valueOf(conversation);
    DeskThread thread =
        desk.thread(
            message.path("type").asText(),
            id,
            person(message, isInbound ? "from" : "to"),
            handles(message, isInbound ? "to" : "from"));
    Sender sender = isInbound ? Sender.PERSON : Sender.AGENT;
    thread.add(
        message, message.path("id"), sender, text(message), message.path("created_at"), records);
  }

  private static JsonNode person(JsonNode message, String role) {
    for (JsonNode recipient : message.path("recipients")) {
      if (recipient.path("role").asText().equals(role)) {
        String handle = recipient.path("handle").asText("");
        String contact =
            lastPart(recipient.path("_links").path("related").path("contact").asText(""));
        boolean isKnown = !handle.isEmpty() && !handle.equals(REDACTED);
        return TextNode.valueOf(isKnown ? handle : contact);
      }
    }
    return message.path("");
  }

  private static List<@Nullable String> handles(JsonNode message, String role) {
    List<@Nullable String> handles = new ArrayList<>();
    for (JsonNode recipient : message.path("recipients")) {
      String handle = recipient.path("handle").asText("");
      if (recipient.path("role").asText().equals(role) && !handle.equals(REDACTED)) {
        handles.add(handle);
      }
    }
    return handles;
  }

  private static String text(JsonNode message) {
    JsonNode plain = JsonFields.first(message, "text");
    String text =
        plain.isTextual() ? plain.textValue() : HtmlText.of(message.path("body").asText(""));
    return text.equals(REDACTED) ? "" : text;
  }

  /** The id at the end of an address. */
  private static String lastPart(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
