package dev.earshot.pipelines.sources.platforms.desks;

import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.platforms.desks.DeskThread.Sender;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.util.List;
import java.util.Set;

/**
 * Messages of Front's analytics, exported as a table (Front's API documentation: "Export format",
 * "Create an analytics export"). Of a text it has the beginning; a message of several inboxes
 * stands in a row for each. Times are of the zone that the export was asked for in.
 */
final class FrontTable {
  private static final Set<String> COLUMNS =
      Set.of("message id", "conversation id", "direction", "inbox", "message date", "extract");
  private static final Set<String> NO = Set.of("", "no", "false", "0");

  private final Desk desk;
  private final Timestamps times;

  FrontTable(ChatAccounts accounts) {
    desk = new Desk(FrontMessages.NAME, accounts);
    times = DeskCells.times(accounts);
  }

  static boolean isHeader(String line) {
    return DeskCells.columns(line).containsAll(COLUMNS);
  }

  void row(List<String> names, CsvReader cells, RecordEmitter<Message> records) {
    DeskCells row = DeskCells.of(names, cells);
    boolean isInbound = row.word("direction").equals("inbound");
    if (!isInbound && !row.word("direction").equals("outbound")) {
      Desk.skipActivity(records);
      return;
    }
    boolean isAutomatic = !NO.contains(row.word("autoreply"));
    desk.thread(
            "",
            row.id("conversation id"),
            row.id("contact handle", "contact name"),
            List.of(row.first("inbox")))
        .add(
            row.source(),
            row.id("message id"),
            isInbound ? Sender.PERSON : isAutomatic ? Sender.MACHINE : Sender.AGENT,
            row.first("extract"),
            row.time(times, "message date"),
            records);
  }
}
