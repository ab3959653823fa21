package dev.earshot.pipelines.sources.platforms.desks;

import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.fields.HtmlText;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.platforms.desks.DeskThread.Sender;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import dev.earshot.pipelines.sources.times.LocalTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Messages of Intercom as a table with a row each, which IntercomExport writes
 * (prodsight.ai/help-sub/intercomexport-help-center: "What does the Intercom conversation export
 * contain"). Whom an agent answers is who wrote in the conversation before; where nobody did, he is
 * known within the conversation only. Times are in UTC.
 */
final class IntercomTable {
  private static final Set<String> COLUMNS =
      Set.of(
          "message_id",
          "message_body",
          "message_type",
          "message_created_at",
          "message_author_type",
          "message_author_id",
          "conversation_id");

  private static final Timestamps TIMES =
      new Timestamps(List.of(), new LocalTimes(ZoneOffset.UTC, null));

  /** Of more conversations nothing is kept. */
  private static final int MAX = 100_000;

  private final Desk desk;
  private final Map<String, String> customers = new HashMap<>();

  IntercomTable(ChatAccounts accounts) {
    desk = new Desk(IntercomConversations.NAME, accounts);
  }

  static boolean isHeader(String line) {
    return DeskCells.columns(line).containsAll(COLUMNS);
  }

  void row(List<String> names, CsvReader cells, RecordEmitter<Message> records) {
    DeskCells row = DeskCells.of(names, cells);
    String conversation = row.first("conversation_id");
    String author = row.first("message_author_id");
    boolean isCustomer = IntercomConversations.CUSTOMERS.contains(row.word("message_author_type"));
    if (isCustomer && !author.isEmpty() && customers.size() < MAX) {
      customers.put(conversation, author);
    }
    if (row.word("message_type").contains("note")) {
      Desk.skipNote(records);
      return;
    }
    if (row.first("message_body").isEmpty()) {
      Desk.skipActivity(records);
      return;
    }
    boolean isBot = row.word("message_author_type").equals("bot");
    String person =
        isCustomer
            ? author
            : customers.getOrDefault(conversation, JsonFields.UNKNOWN + conversation);
    desk.thread("", row.id("conversation_id"), row.source().textNode(person), List.of())
        .add(
            row.source(),
            row.id("message_id"),
            isCustomer ? Sender.PERSON : isBot ? Sender.MACHINE : Sender.AGENT,
            HtmlText.of(row.first("message_body")),
            row.time(TIMES, "message_created_at"),
            records);
  }
}
