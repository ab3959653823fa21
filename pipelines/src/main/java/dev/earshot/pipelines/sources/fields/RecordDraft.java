package dev.earshot.pipelines.sources.fields;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.text.RepairedText;
import dev.earshot.models.text.TextIssue;
import dev.earshot.models.text.TextRepair;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values and faults of the record that is being read, between a parser that sets fields and the
 * sink that takes the record; used again for the next. Setting a field replaces what it held, a
 * fault too: of a repeated field the last one counts.
 */
public final class RecordDraft {
  private final List<? extends RecordField> fields;
  private final @Nullable String[] texts;
  private final long[] numbers;
  private final boolean[] isPresent;
  private final @Nullable RejectionReason[] faults;
  private final long latestMicros;
  private final EnumSet<TextIssue> issues = EnumSet.noneOf(TextIssue.class);
  private final DetailsDraft details = new DetailsDraft();

  public RecordDraft(List<? extends RecordField> fields) {
    this(fields, Long.MAX_VALUE);
  }

  /**
   * A draft of one record.
   *
   * @param latestMicros later times are faults
   */
  public RecordDraft(List<? extends RecordField> fields, long latestMicros) {
    this.fields = fields;
    this.latestMicros = latestMicros;
    this.texts = new String[fields.size()];
    this.numbers = new long[fields.size()];
    this.isPresent = new boolean[fields.size()];
    this.faults = new RejectionReason[fields.size()];
  }

  public void clear() {
    Arrays.fill(texts, null);
    Arrays.fill(isPresent, false);
    Arrays.fill(faults, null);
    issues.clear();
    details.clear();
  }

  public void remove(RecordField field) {
    int slot = field.ordinal();
    texts[slot] = null;
    isPresent[slot] = false;
    faults[slot] = null;
  }

  public void set(RecordField field, String text) {
    int slot = field.ordinal();
    texts[slot] = text;
    isPresent[slot] = true;
    faults[slot] = null;
  }

  public void set(RecordField field, long number) {
    int slot = field.ordinal();
    boolean isLate = number > latestMicros && field.kind() == RecordField.Kind.TIMESTAMP;
    numbers[slot] = number;
    isPresent[slot] = true;
    faults[slot] = isLate ? RejectionReason.TIME_IN_THE_FUTURE : null;
  }

  public void fail(RecordField field, RejectionReason reason) {
    int slot = field.ordinal();
    isPresent[slot] = true;
    faults[slot] = reason;
  }

  /** Sets a text, mended as {@link TextRepair} does, and notes what was. */
  void setMended(RecordField field, String text) {
    RepairedText repaired = TextRepair.repair(text);
    issues.addAll(repaired.issues());
    set(field, repaired.text());
  }

  /** What was mended in the record's texts. */
  Set<TextIssue> issues() {
    return issues.isEmpty() ? Set.of() : EnumSet.copyOf(issues);
  }

  /** What the platform tells of a post beside its fields. */
  public DetailsDraft details() {
    return details;
  }

  public boolean isPresent(RecordField field) {
    return isPresent[field.ordinal()];
  }

  public boolean isFaulty(RecordField field) {
    return faults[field.ordinal()] != null;
  }

  public @Nullable String text(RecordField field) {
    return texts[field.ordinal()];
  }

  String requiredText(RecordField field) {
    return Objects.requireNonNull(texts[field.ordinal()], field.path());
  }

  public @Nullable Long number(RecordField field) {
    return isPresent[field.ordinal()] ? (Long) numbers[field.ordinal()] : null;
  }

  public long requiredNumber(RecordField field) {
    if (!isPresent[field.ordinal()]) {
      throw new IllegalStateException("not set: " + field.path());
    }
    return numbers[field.ordinal()];
  }

  /** The first field at fault, in the order of the documentation, or null. */
  public @Nullable RecordField faultyField() {
    for (int slot = 0; slot < isPresent.length; slot++) {
      if (faults[slot] != null || (!isPresent[slot] && fields.get(slot).isRequired())) {
        return fields.get(slot);
      }
    }
    return null;
  }

  /** What is wrong with a faulty field. */
  public RejectionReason fault(RecordField faulty) {
    RejectionReason reason = faults[faulty.ordinal()];
    return reason == null ? RejectionReason.MISSING_FIELD : reason;
  }
}
