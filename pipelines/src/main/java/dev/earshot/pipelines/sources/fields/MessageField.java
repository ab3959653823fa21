package dev.earshot.pipelines.sources.fields;

import dev.earshot.models.domain.Message;
import java.util.List;

/** The fields of a message, in the order of the documentation. */
public enum MessageField implements RecordField {
  NETWORK("network", Kind.NAME, true),
  MESSAGE_ID("message_id", Kind.ID, true),
  CONVERSATION_ID("conversation_id", Kind.ID, false),
  SENDER_ID("sender_id", Kind.ID, true),
  RECIPIENT_ID("recipient_id", Kind.ID, true),
  TEXT("text", Kind.TEXT, true),
  LANGUAGE("language", Kind.LANGUAGE, false),
  SENT_AT("sent_at", Kind.TIMESTAMP, true),
  IS_AUTOMATED("is_automated", Kind.FLAG, false);

  public static final List<MessageField> ALL = List.of(values());

  private final Spec spec;

  MessageField(String path, Kind kind, boolean isRequired) {
    spec = new Spec(path, kind, isRequired);
  }

  @Override
  public Spec spec() {
    return spec;
  }

  /** The message of a draft without a fault. */
  public static Message message(RecordDraft draft) {
    Long isAutomated = draft.number(IS_AUTOMATED);
    return new Message(
        draft.requiredText(NETWORK),
        draft.requiredText(MESSAGE_ID),
        draft.text(CONVERSATION_ID),
        draft.requiredText(SENDER_ID),
        draft.requiredText(RECIPIENT_ID),
        draft.requiredText(TEXT),
        draft.text(LANGUAGE),
        draft.requiredNumber(SENT_AT),
        isAutomated != null && isAutomated == 1,
        draft.issues());
  }
}
