package dev.earshot.pipelines.sources.platforms.desks;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tickets of Zendesk with their comments, comments of a ticket, and audits, by the Ticketing API
 * (developer.zendesk.com: Tickets, Ticket Comments, Ticket Audits, Via types). A comment does not
 * say whether a customer wrote it: that follows from the ticket's requester, from the users beside,
 * or from who wrote first and never a note. A ticket without comments is a reference.
 */
final class ZendeskTickets implements ElementParser<Message> {
  static final String NAME = "zendesk";
  static final Set<String> ARRAYS = Set.of("tickets");

  private static final Set<String> MACHINES = Set.of("rule", "system", "answer_bot");

  private final Desk desk;
  private final ZendeskLog log;

  ZendeskTickets(ChatAccounts accounts) {
    desk = new Desk(NAME, accounts);
    log = new ZendeskLog(desk);
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Message> records) {
    JsonNode value = element.value();
    JsonNode ticket = value.path("ticket").isObject() ? value.path("ticket") : value;
    JsonNode comments = JsonFields.first(ticket, "comments");
    if (ticket.has("requester_id") || ticket.path("requester").isObject()) {
      JsonNode beside = comments.isArray() ? comments : value.path("comments");
      ticket(ticket, beside, customers(value), records);
    } else if (comments.isArray()) {
      page(value, comments, records);
    } else if (value.path("audits").isArray()) {
      audits(value.path("audits"), customers(value), records);
    } else if (ZendeskLog.isEvent(value.path("events").path(0))) {
      log.page(value, value.path("events"), records);
    } else if (ZendeskLog.isEvent(value)) {
      log.page(value, List.of(value), records);
    } else if (value.path("events").isArray()) {
      audits(List.of(value), Map.of(), records);
    } else if (value.has("public")) {
      page(value, List.of(value), records);
    } else {
      records.skip(SkipReason.OTHER);
    }
  }

  private void ticket(
      JsonNode ticket,
      JsonNode comments,
      Map<String, Boolean> customers,
      RecordEmitter<Message> records) {
    JsonNode requester = JsonFields.first(ticket, "requester_id");
    JsonNode person = requester.isMissingNode() ? ticket.path("requester").path("id") : requester;
    DeskThread thread =
        desk.thread(
            channel(ticket), ticket.path("id"), person, ownNames(ticket, ticket.path("url")));
    if (comments.isEmpty()) {
      records.skip(SkipReason.STUB);
    }
    for (JsonNode comment : comments) {
      boolean isRequester = comment.path("author_id").asText().equals(person.asText());
      boolean isOther = isCustomer(comment, customers, false);
      add(comment, isRequester || isOther, thread, records);
    }
  }

  /** Comments of one ticket, which they do not repeat. */
  private void page(JsonNode page, Iterable<JsonNode> comments, RecordEmitter<Message> records) {
    Map<String, Boolean> customers = customers(page);
    Set<String> agents = new HashSet<>();
    for (JsonNode comment : comments) {
      if (isNote(comment)) {
        agents.add(comment.path("author_id").asText());
      }
    }
    JsonNode first = null;
    for (JsonNode comment : comments) {
      boolean isPerson = !agents.contains(comment.path("author_id").asText());
      if (first == null && !isNote(comment) && isCustomer(comment, customers, isPerson)) {
        first = comment;
      }
    }
    JsonNode begin = first == null ? page.path("") : first;
    JsonNode person = begin.path("author_id");
    JsonNode id = JsonFields.first(begin, "ticket_id");
    DeskThread thread =
        desk.thread(
            channel(begin),
            id.isMissingNode() ? page.path("ticket_id") : id,
            person,
            ownNames(begin, page.path("next_page")));
    for (JsonNode comment : comments) {
      boolean isPerson = comment.path("author_id").asText().equals(person.asText());
      add(comment, isCustomer(comment, customers, isPerson), thread, records);
    }
  }

  /** What happened to tickets; the first of each says who asks. */
  private void audits(
      Iterable<JsonNode> audits, Map<String, Boolean> customers, RecordEmitter<Message> records) {
    Map<String, DeskThread> threads = new HashMap<>();
    for (JsonNode audit : audits) {
      DeskThread thread =
          threads.computeIfAbsent(audit.path("ticket_id").asText(), ticket -> thread(audit));
      boolean hasComment = false;
      for (JsonNode event : audit.path("events")) {
        if (event.path("type").asText().equals("Comment")) {
          hasComment = true;
          boolean isRequester = event.path("author_id").asText().equals(thread.person());
          add(audit, event, isCustomer(event, customers, isRequester), thread, records);
        }
      }
      if (!hasComment) {
        Desk.skipActivity(records);
      }
    }
  }

  private DeskThread thread(JsonNode audit) {
    JsonNode requester = audit.path("");
    for (JsonNode event : audit.path("events")) {
      if (event.path("field_name").asText().equals("requester_id")) {
        requester = event.path("value");
      }
    }
    return desk.thread(
        channel(audit), audit.path("ticket_id"), requester, ownNames(audit, audit.path("")));
  }

  private static void add(
      JsonNode comment, boolean isPerson, DeskThread thread, RecordEmitter<Message> records) {
    add(comment, comment, isPerson, thread, records);
  }

  /**
   * Adds a comment.
   *
   * @param frame says when and by which way: the comment, or the audit around it
   */
  private static void add(
      JsonNode frame,
      JsonNode comment,
      boolean isPerson,
      DeskThread thread,
      RecordEmitter<Message> records) {
    if (isNote(comment)) {
      Desk.skipNote(records);
    } else if (!comment.path("type").asText("Comment").equals("Comment")) {
      Desk.skipActivity(records);
    } else {
      JsonNode author = comment.path("author_id");
      boolean isMachine = MACHINES.contains(channel(frame)) || author.asText().equals("-1");
      Sender sender = isPerson ? Sender.PERSON : isMachine ? Sender.MACHINE : Sender.AGENT;
      JsonNode time = JsonFields.first(comment, "created_at");
      (isPerson ? thread.with(author) : thread)
          .add(
              comment,
              comment.path("id"),
              sender,
              text(comment),
              time.isMissingNode() ? frame.path("created_at") : time,
              records);
    }
  }

  private static boolean isNote(JsonNode comment) {
    return comment.has("public") && !comment.path("public").asBoolean();
  }

  private static boolean isCustomer(
      JsonNode comment, Map<String, Boolean> customers, boolean isUnlessKnown) {
    return customers.getOrDefault(comment.path("author_id").asText(), isUnlessKnown);
  }

  /** Who of the users beside is a customer. */
  private static Map<String, Boolean> customers(JsonNode page) {
    Map<String, Boolean> customers = new HashMap<>();
    for (JsonNode user : page.path("users")) {
      customers.put(user.path("id").asText(), user.path("role").asText().equals("end-user"));
    }
    return customers;
  }

  private static String channel(JsonNode thing) {
    return thing.path("via").path("channel").asText();
  }

  /** To whom it was sent, and the desk's address. */
  private static List<@Nullable String> ownNames(JsonNode thing, JsonNode address) {
    JsonNode to = thing.path("via").path("source").path("to");
    return Arrays.asList(
        JsonFields.text(to.path("facebook_id")),
        JsonFields.text(to.path("username")),
        JsonFields.text(to.path("phone")),
        JsonFields.text(to.path("address")),
        host(address.asText()));
  }

  /** The desk's, in the address of an answer. */
  static @Nullable String host(String address) {
    int scheme = address.indexOf("://");
    int end = scheme < 0 ? -1 : address.indexOf('/', scheme + 3);
    return end < 0 ? null : address.substring(scheme + 3, end);
  }

  private static String text(JsonNode comment) {
    JsonNode plain = JsonFields.first(comment, "body", "plain_body");
    return plain.isTextual()
        ? plain.textValue()
        : HtmlText.of(comment.path("html_body").asText(""));
  }
}
