package dev.earshot.pipelines.sources.platforms.linkedin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.HtmlText;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import dev.earshot.pipelines.sources.tabular.HeaderedCsv;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code messages.csv} of the data that a member downloads from LinkedIn. Accounts are the
 * addresses of profiles; who left LinkedIn has none and is known within a conversation only.
 */
final class LinkedInMessages {
  private static final Set<String> COLUMNS =
      Set.of("CONVERSATION ID", "SENDER PROFILE URL", "RECIPIENT PROFILE URLS", "DATE", "CONTENT");

  private final ChatAccounts accounts;

  LinkedInMessages(ChatAccounts accounts) {
    this.accounts = accounts;
  }

  static boolean isHeader(String line) {
    return HeaderedCsv.columns(line).containsAll(COLUMNS);
  }

  void row(List<String> names, CsvReader cells, RecordEmitter<Message> records) {
    Map<String, String> row = HeaderedCsv.row(names, cells);
    boolean isDraft =
        row.getOrDefault("IS MESSAGE DRAFT", "").equalsIgnoreCase("Yes")
            || row.getOrDefault("IS CONVERSATION DRAFT", "").equalsIgnoreCase("Yes");
    if (isDraft) {
      records.skip(SkipReason.OTHER);
      return;
    }
    ObjectNode source = JsonNodeFactory.instance.objectNode();
    row.forEach(source::put);
    String conversation = row.getOrDefault("CONVERSATION ID", "");
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, LinkedInFormats.NETWORK);
    draft.set(MessageField.MESSAGE_ID, ChatMembers.id(LinkedInFormats.NETWORK, source.toString()));
    if (!conversation.isEmpty()) {
      TextFields.setText(draft, MessageField.CONVERSATION_ID, conversation);
    }
    String sender = account(row.getOrDefault("SENDER PROFILE URL", ""), conversation);
    TextFields.setText(draft, MessageField.SENDER_ID, sender);
    TextFields.setText(
        draft,
        MessageField.RECIPIENT_ID,
        recipient(row.getOrDefault("RECIPIENT PROFILE URLS", ""), conversation));
    TextFields.setText(draft, MessageField.TEXT, HtmlText.of(row.getOrDefault("CONTENT", "")));
    LinkedInTimes.set(draft, MessageField.SENT_AT, row.getOrDefault("DATE", ""));
    records.end(source);
  }

  /** The brand's account, if it is among several; else the only one, or the group. */
  private String recipient(String addresses, String conversation) {
    List<String> all = List.of(addresses.split(",", -1));
    for (String address : all) {
      if (accounts.isOwn().test(LinkedInFormats.NETWORK, address.strip())) {
        return address.strip();
      }
    }
    return all.size() > 1 ? "group:" + conversation : account(addresses, conversation);
  }

  private static String account(String address, String conversation) {
    boolean isKnown = !address.isBlank() || conversation.isEmpty();
    return isKnown ? address.strip() : JsonFields.UNKNOWN + conversation;
  }
}
