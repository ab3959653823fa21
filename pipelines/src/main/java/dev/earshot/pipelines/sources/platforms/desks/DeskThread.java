package dev.earshot.pipelines.sources.platforms.desks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of a desk with one customer.
 *
 * @param network a social network, or the desk
 * @param prefix stands before the desk's numbers on a social network, whose own ids they are not
 * @param id the desk's number of it
 * @param person the desk's number of the customer
 * @param account the brand's
 */
record DeskThread(
    String network, String prefix, @Nullable String id, @Nullable String person, String account) {
  /** Who wrote a message. */
  enum Sender {
    /** A customer. */
    PERSON,
    /** Somebody of the brand. */
    AGENT,
    /** A bot, a trigger, an automatic reply of the brand. */
    MACHINE
  }

  /** The same conversation with somebody else, who was copied in. */
  DeskThread with(JsonNode other) {
    String known = JsonFields.text(other);
    return new DeskThread(network, prefix, id, known == null ? person : known, account);
  }

  /**
   * Adds a message.
   *
   * @param source what it was read from
   * @param number the desk's number of it
   * @param text plain
   */
  void add(
      JsonNode source,
      JsonNode number,
      Sender sender,
      String text,
      JsonNode time,
      RecordEmitter<Message> records) {
    boolean isInbound = sender == Sender.PERSON;
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, network);
    set(draft, MessageField.MESSAGE_ID, JsonFields.text(number));
    set(draft, MessageField.CONVERSATION_ID, id);
    set(draft, isInbound ? MessageField.SENDER_ID : MessageField.RECIPIENT_ID, person);
    draft.set(isInbound ? MessageField.RECIPIENT_ID : MessageField.SENDER_ID, account);
    TextFields.setText(draft, MessageField.TEXT, text);
    JsonFields.set(draft, MessageField.SENT_AT, time);
    draft.set(MessageField.IS_AUTOMATED, sender == Sender.MACHINE ? 1 : 0);
    records.end(source);
  }

  private void set(RecordDraft draft, RecordField field, @Nullable String number) {
    if (number != null && !number.isEmpty()) {
      TextFields.setText(draft, field, prefix + number);
    }
  }
}
