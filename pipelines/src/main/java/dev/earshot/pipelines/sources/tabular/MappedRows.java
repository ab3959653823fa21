package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.CsvCellReader;
import dev.earshot.pipelines.sources.fields.OrderField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.times.DayOrder;
import dev.earshot.pipelines.sources.times.NumericDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes records of the rows of one table, in their order, as a {@link Mapping} says. */
final class MappedRows<T> {
  /** The cells of a row, by their numbers in the {@link RowPlan}. */
  interface Cells {
    /** The text, or null where the table has no value. */
    @Nullable String text(int cell);

    /** What is wrong with the value itself, or null. */
    @Nullable RejectionReason fault(int cell);
  }

  private record Constant(RecordField field, String text) {}

  private final Mapping mapping;
  private final RowPlan plan;
  private final CsvCellReader reader;
  private final RecordMaker<T> maker;
  private final List<Constant> constants = new ArrayList<>();
  private final RecordDraft draft;
  private final RecordDraft one;
  private final RowsAbove above;
  private final DerivedIds ids;
  private final NumericDate date = new NumericDate();

  /**
   * @param hasAllRows whether all rows of the file come here, so that some can say something of
   *     others
   */
  MappedRows(
      Mapping mapping,
      RowPlan plan,
      ReadLimits limits,
      CsvCellReader reader,
      RecordMaker<T> maker,
      boolean hasAllRows) {
    this.mapping = mapping;
    this.plan = plan;
    this.reader = reader;
    this.maker = maker;
    List<? extends RecordField> fields = Mapping.fields(mapping.kind());
    for (RecordField field : fields) {
      String text = mapping.constants().get(field.path());
      if (text != null) {
        constants.add(new Constant(field, text));
      }
    }
    draft = new RecordDraft(fields, limits.latestMicros());
    one = new RecordDraft(fields);
    above = new RowsAbove(hasAllRows ? mapping.carriedDown() : Set.of());
    ids = new DerivedIds(hasAllRows);
  }

  /** Whether the row is a record. */
  boolean isRecord(Cells cells) {
    for (Map.Entry<String, Integer> filter : plan.filters().entrySet()) {
      String text = cells.text(filter.getValue());
      if (!mapping.filters().pass(filter.getKey(), text == null ? "" : text)) {
        return false;
      }
    }
    return true;
  }

  /** Reads a row; the field at fault, or null for a good record. */
  @Nullable RecordField read(Cells cells) {
    draft.clear();
    constants.forEach(constant -> reader.read(draft, constant.field(), constant.text()));
    above.begin(orderId(cells));
    for (RowPlan.Feed feed : plan.feeds()) {
      RejectionReason fault = fault(feed, cells);
      if (fault == null && isSum(feed)) {
        readSum(feed, cells);
        continue;
      }
      String text = fault == null ? above.cell(feed.field(), text(feed, cells)) : null;
      if (fault != null) {
        draft.fail(feed.field(), fault);
      } else if (text != null) {
        reader.read(draft, feed.field(), text);
      }
    }
    ids.complete(draft, mapping.kind());
    maker.complete().accept(draft);
    return draft.faultyField();
  }

  /** Tools count the likes of each network in a column of its own. */
  private static boolean isSum(RowPlan.Feed feed) {
    return feed.cells().size() > 1 && feed.field().kind() == RecordField.Kind.COUNT;
  }

  private void readSum(RowPlan.Feed feed, Cells cells) {
    RecordField field = feed.field();
    for (int cell : feed.cells()) {
      String text = text(cell, cells);
      one.clear();
      if (text != null) {
        reader.read(one, field, text);
      }
      if (one.isFaulty(field)) {
        draft.fail(field, one.fault(field));
        return;
      }
      if (one.isPresent(field)) {
        TextFields.addCount(draft, field, one.requiredNumber(field));
      }
    }
  }

  /** What the dates of numbers in a row say about their order, or null. */
  @Nullable DayOrder dayOrder(Cells cells) {
    for (RowPlan.Feed feed : plan.feeds()) {
      boolean isTime = feed.field().kind() == RecordField.Kind.TIMESTAMP;
      String text = isTime ? text(feed, cells) : null;
      if (text != null && date.scanWithOrWithoutTime(text) && date.evidence() != null) {
        return date.evidence();
      }
    }
    return null;
  }

  /** The record of a row without a fault. */
  T record() {
    return maker.finish().apply(draft);
  }

  /** What is wrong with the field at fault. */
  RejectionReason fault(RecordField field) {
    return draft.fault(field);
  }

  private @Nullable String orderId(Cells cells) {
    for (RowPlan.Feed feed : plan.feeds()) {
      if (feed.field() == OrderField.ORDER_ID) {
        return above.cell(feed.field(), text(feed, cells));
      }
    }
    return null;
  }

  private static @Nullable RejectionReason fault(RowPlan.Feed feed, Cells cells) {
    for (int cell : feed.cells()) {
      RejectionReason fault = cells.fault(cell);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /** The text of a field: of several cells those that are not empty, joined. */
  private @Nullable String text(RowPlan.Feed feed, Cells cells) {
    if (feed.cells().size() == 1) {
      return text(feed.cells().get(0), cells);
    }
    String separator = feed.field().kind() == RecordField.Kind.TEXT ? "\n" : " ";
    StringBuilder joined = new StringBuilder();
    boolean isNull = true;
    for (int cell : feed.cells()) {
      String text = text(cell, cells);
      isNull &= text == null;
      if (text != null && !text.isBlank()) {
        joined.append(joined.isEmpty() ? "" : separator).append(text.strip());
      }
    }
    return isNull ? null : joined.toString();
  }

  private @Nullable String text(int cell, Cells cells) {
    String text = cells.text(cell);
    return text == null ? null : mapping.values().of(plan.wants().get(cell).column(), text);
  }
}
