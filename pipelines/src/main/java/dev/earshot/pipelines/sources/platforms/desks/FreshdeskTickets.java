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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tickets of Freshdesk with their conversations, by its API v2 (developers.freshdesk.com: Tickets,
 * Conversations). The first message is the ticket's description. A conversation that stands alone
 * does not say whom an agent answers.
 */
final class FreshdeskTickets implements ElementParser<Message> {
  static final String NAME = "freshdesk";
  static final Set<String> ARRAYS = Set.of("results", "tickets");

  /** Numbers of a ticket's source: the rest are letters, calls, forms and the desk's own chat. */
  private static final Map<String, String> CHANNELS =
      Map.of("5", "twitter", "6", "facebook", "13", "whatsapp");

  private static final String OUTBOUND_EMAIL = "10";

  private final Desk desk;

  FreshdeskTickets(ChatAccounts accounts) {
    desk = new Desk(NAME, accounts);
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Message> records) {
    JsonNode value = element.value();
    if (value.has("requester_id")) {
      ticket(value, records);
    } else if (value.has("incoming")) {
      DeskThread thread =
          desk.thread(
              "",
              value.path("ticket_id"),
              value.path(""),
              ownNames(value, value.path("incoming").asBoolean()));
      turn(value, thread, records);
    } else {
      records.skip(SkipReason.OTHER);
    }
  }

  private void ticket(JsonNode ticket, RecordEmitter<Message> records) {
    String source = ticket.path("source").asText();
    String channel = CHANNELS.getOrDefault(source, "");
    boolean isOutbound = source.equals(OUTBOUND_EMAIL);
    DeskThread thread =
        desk.thread(
            channel, ticket.path("id"), ticket.path("requester_id"), ownNames(ticket, !isOutbound));
    if (ticket.has("description_text") || ticket.has("description")) {
      thread.add(
          ticket,
          TextNode.valueOf("ticket-" + ticket.path("id").asText()),
          isOutbound ? Sender.AGENT : Sender.PERSON,
          text(ticket, "description_text", "description"),
          ticket.path("created_at"),
          records);
    } else {
      records.skip(SkipReason.STUB);
    }
    for (JsonNode turn : ticket.path("conversations")) {
      turn(turn, thread, records);
    }
  }

  private static void turn(JsonNode turn, DeskThread thread, RecordEmitter<Message> records) {
    if (turn.path("private").asBoolean()) {
      Desk.skipNote(records);
      return;
    }
    boolean isPerson = turn.path("incoming").asBoolean();
    boolean isMachine =
        turn.path("auto_response").asBoolean() || !turn.path("automation_id").asText("").isEmpty();
    Sender sender = isPerson ? Sender.PERSON : isMachine ? Sender.MACHINE : Sender.AGENT;
    (isPerson ? thread.with(turn.path("user_id")) : thread)
        .add(
            turn,
            turn.path("id"),
            sender,
            text(turn, "body_text", "body"),
            turn.path("created_at"),
            records);
  }

  /** The brand's address for letters: to whom customers write. */
  private static List<@Nullable String> ownNames(JsonNode thing, boolean isInbound) {
    return Arrays.asList(
        JsonFields.text(thing.path("support_email")),
        isInbound ? JsonFields.text(thing.path("to_emails").path(0)) : null);
  }

  private static String text(JsonNode thing, String plain, String html) {
    return thing.path(plain).isTextual()
        ? thing.path(plain).textValue()
        : HtmlText.of(thing.path(html).asText(""));
  }
}
