package dev.earshot.pipelines.sources.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.times.DocumentTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * Rules that turn nodes of a JSON tree into values of fields. A node that is missing or null sets
 * nothing.
 */
public final class JsonFields {
  /** Stands before the id of a post whose author, or original, the platform does not tell. */
  public static final String UNKNOWN = "unknown:";

  private JsonFields() {}

  public static void set(RecordDraft draft, RecordField field, JsonNode node) {
    if (isAbsent(node)) {
      return;
    }
    switch (field.kind()) {
      case ID -> setId(draft, field, node);
      case COUNT -> setCount(draft, field, node);
      case TIMESTAMP -> TextFields.setTimestamp(draft, field, DocumentTimes.micros(node));
      default -> {
        if (node.isTextual()) {
          TextFields.setText(draft, field, node.textValue());
        } else {
          draft.fail(field, RejectionReason.INVALID_FIELD);
        }
      }
    }
  }

  public static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static void setId(RecordDraft draft, RecordField field, JsonNode node) {
    if (node.isTextual()) {
      TextFields.setText(draft, field, node.textValue());
    } else if (node.isIntegralNumber()) {
      draft.set(field, node.asText());
    } else {
      draft.fail(
          field, node.isNumber() ? RejectionReason.RUINED_ID : RejectionReason.INVALID_FIELD);
    }
  }

  private static void setCount(RecordDraft draft, RecordField field, JsonNode node) {
    if (node.isTextual()) {
      TextFields.setCountFromCell(draft, field, node.textValue());
    } else if (node.isIntegralNumber()) {
      TextFields.setCountFromCell(draft, field, node.asText());
    } else {
      draft.fail(field, RejectionReason.INVALID_FIELD);
    }
  }

  /** Sets a count that the platform gives in several parts; unknown ones add nothing. */
  public static void setSum(RecordDraft draft, RecordField field, JsonNode first, JsonNode second) {
    set(draft, field, first);
    if (!isAbsent(second) && second.canConvertToLong() && !draft.isFaulty(field)) {
      TextFields.addCount(draft, field, second.longValue());
    }
  }

  /** The first of these members that is there, or a missing node. */
  public static JsonNode first(JsonNode object, String... names) {
    for (String name : names) {
      JsonNode node = object.path(name);
      if (!isAbsent(node)) {
        return node;
      }
    }
    return object.path("");
  }

  /** The text of a node, or null where it holds none. */
  public static @Nullable String text(JsonNode node) {
    return node.isTextual() || node.isIntegralNumber() ? node.asText() : null;
  }

  /** Whether a text says anything; null where it is no text. */
  public static @Nullable Boolean hasText(JsonNode node) {
    return node.isTextual() ? (Boolean) !node.textValue().isBlank() : null;
  }

  /** When the post of a draft was written; null where it does not say. */
  public static @Nullable Long timeOf(RecordDraft draft) {
    return draft.isFaulty(PostField.POSTED_AT) ? null : draft.number(PostField.POSTED_AT);
  }

  public static @Nullable Long count(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0) {
      return node.longValue();
    }
    return node.isTextual() ? TextFields.wholeNumberOrNull(node.textValue()) : null;
  }

  public static @Nullable Long micros(JsonNode node) {
    long micros = isAbsent(node) ? Timestamps.INVALID : DocumentTimes.micros(node);
    return micros == Timestamps.INVALID ? null : micros;
  }

  /** Marks a post as one that repeats another, of which the platform does not tell the id. */
  public static void setUnknownRepost(RecordDraft draft) {
    String post = draft.text(PostField.POST_ID);
    if (!draft.isPresent(PostField.REPOST_OF_POST_ID) && post != null) {
      draft.set(PostField.REPOST_OF_POST_ID, UNKNOWN + post);
    }
  }

  /**
   * Where no author is told, each post has one of its own: nobody knows whether two of them are the
   * same person.
   */
  public static void completeAuthor(RecordDraft draft) {
    String post = draft.text(PostField.POST_ID);
    if (!draft.isPresent(PostField.AUTHOR_ID) && post != null) {
      draft.set(PostField.AUTHOR_ID, UNKNOWN + post);
    }
  }
}
