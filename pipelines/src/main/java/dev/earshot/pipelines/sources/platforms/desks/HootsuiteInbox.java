package dev.earshot.pipelines.sources.platforms.desks;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.platforms.desks.DeskThread.Sender;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.util.List;
import java.util.Set;

/**
 * The table of messages of Hootsuite's Inbox (help.hootsuite.com, "Create Inbox 2.0 data exports";
 * columns of its messages as public readers of such tables name them). A comment below a post has
 * the post's address and is public, and answers the channel, whose posts the inbox is of; what has
 * no address, or is called private, is a direct message. Times are of the zone that the export was
 * asked for in.
 */
final class HootsuiteInbox {
  static final String NAME = "hootsuite";

  private static final Set<String> COLUMNS =
      Set.of(
          "message id",
          "medium",
          "channel",
          "direction",
          "message type",
          "content",
          "created at",
          "contact primary identifier");

  private final ChatAccounts accounts;
  private final Desk desk;
  private final Timestamps times;

  HootsuiteInbox(ChatAccounts accounts) {
    this.accounts = accounts;
    desk = new Desk(NAME, accounts);
    times = DeskCells.times(accounts);
  }

  static boolean isHeader(String line) {
    return DeskCells.columns(line).containsAll(COLUMNS);
  }

  /** A public comment, or the brand's answer to one. */
  void post(List<String> names, CsvReader cells, RecordEmitter<Post> records) {
    DeskCells row = DeskCells.of(names, cells);
    if (!isPublic(row)) {
      records.skip(SkipReason.NOT_PUBLIC);
      return;
    }
    String network = network(row);
    RecordDraft draft = records.begin();
    TextFields.setText(draft, PostField.NETWORK, network);
    TextFields.setText(draft, PostField.POST_ID, numbered(row.first("message id")));
    String channel = accounts.listed(network, List.of(row.first("channel")));
    TextFields.setText(draft, PostField.AUTHOR_ID, isInbound(row) ? person(row) : channel);
    if (isInbound(row) && row.word("message type").contains("comment")) {
      TextFields.setText(draft, PostField.IN_REPLY_TO_AUTHOR_ID, channel);
    }
    TextFields.setText(draft, PostField.TEXT, row.first("content"));
    TextFields.setText(draft, PostField.CONVERSATION_ID, row.first("post url"));
    JsonFields.set(draft, PostField.POSTED_AT, row.time(times, "created at"));
    records.end(row.source());
  }

  /** A direct message. */
  void message(List<String> names, CsvReader cells, RecordEmitter<Message> records) {
    DeskCells row = DeskCells.of(names, cells);
    if (isPublic(row)) {
      Desk.skipActivity(records);
      return;
    }
    desk.thread(
            row.first("medium"),
            row.id("conversation id"),
            row.source().textNode(person(row)),
            List.of(row.first("channel")))
        .add(
            row.source(),
            row.id("message id"),
            isInbound(row) ? Sender.PERSON : Sender.AGENT,
            row.first("content"),
            row.time(times, "created at"),
            records);
  }

  private static boolean isPublic(DeskCells row) {
    String type = row.word("message type");
    boolean isPrivate = type.contains("private") || type.contains("dm") || type.contains("direct");
    return !isPrivate && !row.first("post url").isEmpty();
  }

  private static boolean isInbound(DeskCells row) {
    return row.word("direction").equals("inbound");
  }

  private static String person(DeskCells row) {
    return row.first(
        "contact profile id", "contact primary identifier", "contact secondary identifier");
  }

  private static String network(DeskCells row) {
    String known = DeskChannels.networkOf(row.first("medium"));
    return known == null ? NAME : known;
  }

  /** Hootsuite's numbers are not those of the networks. */
  private static String numbered(String id) {
    return id.isEmpty() ? "" : NAME + ":" + id;
  }
}
