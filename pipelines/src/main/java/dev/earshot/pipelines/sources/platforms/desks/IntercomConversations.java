package dev.earshot.pipelines.sources.platforms.desks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.HtmlText;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.platforms.desks.DeskThread.Sender;
import java.util.List;
import java.util.Set;

/**
 * Conversations of Intercom by its REST API, versions 1.0 to 2.x and webhooks
 * (developers.intercom.com: the conversation, its source and its parts). The first message is the
 * source; lists have no parts. A part that stands alone does not say whom somebody of the brand
 * answers.
 */
final class IntercomConversations implements DeskParser {
  static final String NAME = "intercom";
  static final Set<String> ARRAYS = Set.of("conversations");

  static final Set<String> CUSTOMERS = Set.of("user", "lead", "contact");
  private static final Set<String> SENT_BY_MACHINES =
      Set.of("automated", "campaigns_initiated", "operator_initiated");

  private final Desk desk;

  IntercomConversations(ChatAccounts accounts) {
    desk = new Desk(NAME, accounts);
  }

  @Override
  public void survey(DocumentElement element, DeskCustomers customers) {
    JsonNode part = element.value();
    JsonNode author = part.path("author");
    if (part.has("part_type") && CUSTOMERS.contains(author.path("type").asText())) {
      customers.add(apart(part, author.path("id")));
    }
  }

  private DeskThread apart(JsonNode part, JsonNode person) {
    return desk.thread("", part.path("conversation_id"), person, List.of());
  }

  @Override
  public void find(
      DocumentElement element, DeskCustomers customers, RecordEmitter<Message> records) {
    JsonNode item = element.value().path("data").path("item");
    JsonNode conversation = item.isObject() ? item : element.value();
    JsonNode source = JsonFields.first(conversation, "source", "conversation_message");
    if (conversation.has("part_type")) {
      DeskThread known = customers.of(conversation.path("conversation_id"));
      DeskThread thread = known == null ? apart(conversation, conversation.path("")) : known;
      add(conversation, false, conversation.path("created_at"), thread, records);
      return;
    }
    if (!source.isObject()) {
      records.skip(SkipReason.OTHER);
      return;
    }
    String channel = source.path("type").asText();
    DeskThread thread =
        desk.thread(channel, conversation.path("id"), person(conversation, source), List.of());
    boolean isByMachine = SENT_BY_MACHINES.contains(source.path("delivered_as").asText());
    JsonNode begun = conversation.path("created_at");
    add(source, isByMachine, begun, thread, records);
    JsonNode parts = conversation.path("conversation_parts");
    for (JsonNode part : parts.isArray() ? parts : parts.path("conversation_parts")) {
      add(part, false, part.path("created_at"), thread, records);
    }
  }

  private static JsonNode person(JsonNode conversation, JsonNode source) {
    if (CUSTOMERS.contains(source.path("author").path("type").asText())) {
      return source.path("author").path("id");
    }
    JsonNode contacts = JsonFields.first(conversation, "contacts", "customers", "user");
    JsonNode listed = contacts.isArray() ? contacts : contacts.path("contacts");
    return listed.isArray() ? listed.path(0).path("id") : contacts.path("id");
  }

  private static void add(
      JsonNode part,
      boolean isByMachine,
      JsonNode time,
      DeskThread thread,
      RecordEmitter<Message> records) {
    JsonNode author = part.path("author");
    boolean isMessage = part.path("body").isTextual() || part.path("attachments").size() > 0;
    if (part.path("part_type").asText().contains("note")) {
      Desk.skipNote(records);
    } else if (part.path("redacted").asBoolean()) {
      records.skip(SkipReason.WITHDRAWN);
    } else if (!isMessage) {
      Desk.skipActivity(records);
    } else if (CUSTOMERS.contains(author.path("type").asText())) {
      thread
          .with(author.path("id"))
          .add(part, part.path("id"), Sender.PERSON, text(part, thread), time, records);
    } else {
      boolean isMachine =
          isByMachine
              || author.path("type").asText().equals("bot")
              || author.path("from_ai_agent").asBoolean();
      Sender sender = isMachine ? Sender.MACHINE : Sender.AGENT;
      thread.add(part, part.path("id"), sender, text(part, thread), time, records);
    }
  }

  /** Intercom may not give words of X: a notice stands in their place. */
  private static String text(JsonNode part, DeskThread thread) {
    boolean isWithheld = thread.network().equals("x");
    return isWithheld ? "" : HtmlText.of(part.path("body").asText(""));
  }
}
