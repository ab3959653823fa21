package dev.earshot.pipelines.sources.platforms.desks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.fields.HtmlText;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.platforms.desks.DeskThread.Sender;
import java.util.Collections;
import java.util.Set;

/**
 * The conversation log of a ticket of Zendesk ({@code /api/v2/tickets/ID/conversation_log},
 * developer.zendesk.com: Conversation Log), which alone has what was said by messengers, and who of
 * the authors is a bot.
 */
final class ZendeskLog {
  private static final Set<String> MESSAGES = Set.of("Comment", "Messaging::ConversationMessage");
  private static final Set<String> CUSTOMERS = Set.of("user", "end-user", "end_user");
  private static final String USER_ID = "zen:support:user_id";
  private static final String COMMENT = "zen:ticket_event:";
  private static final String TICKET = "/tickets/";

  private final Desk desk;

  ZendeskLog(Desk desk) {
    this.desk = desk;
  }

  /** Whether something is an event of a log. */
  static boolean isEvent(JsonNode event) {
    return event.has("reference") && event.path("author").has("type") && event.has("content");
  }

  /**
   * Adds the messages of a page.
   *
   * @param page has the ticket's number in the addresses of the pages around it
   */
  void page(JsonNode page, Iterable<JsonNode> events, RecordEmitter<Message> records) {
    JsonNode first = page.path("");
    for (JsonNode event : events) {
      first = first.isMissingNode() && isCustomers(event) ? event : first;
    }
    JsonNode links = page.path("links");
    JsonNode next = links.path("next");
    String address = (next.isTextual() ? next : links.path("prev")).asText("");
    DeskThread thread =
        desk.thread(
            first.path("source").path("type").asText(""),
            ticket(address),
            first.path("author").path(USER_ID),
            Collections.singletonList(ZendeskTickets.host(address)));
    for (JsonNode event : events) {
      add(event, thread, records);
    }
  }

  private static void add(JsonNode event, DeskThread thread, RecordEmitter<Message> records) {
    JsonNode content = event.path("content");
    JsonNode isPublic = event.path("metadata").path("public");
    if (isPublic.isBoolean() && !isPublic.booleanValue()) {
      Desk.skipNote(records);
    } else if (!MESSAGES.contains(event.path("type").asText())) {
      Desk.skipActivity(records);
    } else {
      String author = event.path("author").path("type").asText();
      boolean isAgent = author.equals("agent");
      Sender sender = isCustomers(event) ? Sender.PERSON : isAgent ? Sender.AGENT : Sender.MACHINE;
      String text =
          content.path("text").isTextual()
              ? content.path("text").textValue()
              : HtmlText.of(content.path("body").asText(""));
      thread.add(event, id(event), sender, text, event.path("created_at"), records);
    }
  }

  private static boolean isCustomers(JsonNode event) {
    return CUSTOMERS.contains(event.path("author").path("type").asText());
  }

  /** A comment has the number that it has everywhere else. */
  private static JsonNode id(JsonNode event) {
    String reference = event.path("reference").asText("");
    return reference.startsWith(COMMENT)
        ? TextNode.valueOf(reference.substring(COMMENT.length()))
        : event.path("id");
  }

  private static JsonNode ticket(String address) {
    int start = address.indexOf(TICKET);
    int from = start + TICKET.length();
    int end = start < 0 ? -1 : address.indexOf('/', from);
    return TextNode.valueOf(end < 0 ? "" : address.substring(from, end));
  }
}
