package dev.earshot.pipelines.sources.tabular;

import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.JsonFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ids of records that have none: a hash of what makes the record, without its counts, so that it is
 * the same in every export. Equal rows of one file are several records; how many there were is
 * known of the last {@value #REMEMBERED} different ones.
 */
final class DerivedIds {
  static final int REMEMBERED = 1 << 16;

  private static final List<? extends RecordField> OF_A_POST =
      List.of(
          PostField.NETWORK,
          PostField.AUTHOR_ID,
          PostField.POSTED_AT,
          PostField.TEXT,
          PostField.IN_REPLY_TO_POST_ID,
          PostField.CONVERSATION_ID);
  private static final List<? extends RecordField> OF_A_MESSAGE =
      List.of(
          MessageField.NETWORK,
          MessageField.CONVERSATION_ID,
          MessageField.SENDER_ID,
          MessageField.RECIPIENT_ID,
          MessageField.SENT_AT,
          MessageField.TEXT);

  private final boolean countsEqualRows;
  private final Map<String, Integer> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param countsEqualRows whether all rows of the file come here, in their order
   */
  DerivedIds(boolean countsEqualRows) {
    this.countsEqualRows = countsEqualRows;
  }

  /** Gives a record an id, and a post an author, where it has none. */
  void complete(RecordDraft draft, RecordKind kind) {
    if (kind == RecordKind.MESSAGES && !draft.isPresent(MessageField.MESSAGE_ID)) {
      draft.set(MessageField.MESSAGE_ID, id(draft, OF_A_MESSAGE));
    }
    if (kind != RecordKind.POSTS) {
      return;
    }
    if (!draft.isPresent(PostField.POST_ID)) {
      draft.set(PostField.POST_ID, id(draft, OF_A_POST));
    }
    if (!draft.isPresent(PostField.AUTHOR_ID) && !draft.isFaulty(PostField.POST_ID)) {
      draft.set(PostField.AUTHOR_ID, JsonFields.UNKNOWN + draft.text(PostField.POST_ID));
    }
  }

  private String id(RecordDraft draft, List<? extends RecordField> fields) {
    List<String> parts = new ArrayList<>();
    for (RecordField field : fields) {
      Object value =
          field.kind() == RecordField.Kind.TIMESTAMP ? draft.number(field) : draft.text(field);
      parts.add(value == null ? "" : value.toString());
    }
    String id = ChatMembers.id(parts.toArray(String[]::new));
    int before = countsEqualRows ? seen.merge(id, 1, Integer::sum) - 1 : 0;
    return before == 0 ? id : ChatMembers.id(id, Integer.toString(before));
  }
}
