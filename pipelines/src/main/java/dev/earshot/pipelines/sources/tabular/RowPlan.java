package dev.earshot.pipelines.sources.tabular;

import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.mapping.FieldSource;
import dev.earshot.pipelines.sources.mapping.Mapping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells that a mapping wants of each row of a table, and what each is for.
 *
 * @param wants the cells, by their numbers
 * @param feeds what the cells are for
 * @param filters columns whose cells say which rows are records, with the number of the cell
 */
record RowPlan(List<Want> wants, List<Feed> feeds, Map<String, Integer> filters) {
  /** A cell by its column, and what the field that it feeds holds. */
  record Want(String column, RecordField.Kind kind) {}

  /** A field and the numbers of the cells that feed it. */
  record Feed(RecordField field, List<Integer> cells) {}

  /** Tells where a column stands in the table. */
  @FunctionalInterface
  interface Columns {
    /** Whether the table has exactly one column of that name, which can feed such a field. */
    boolean has(String name, RecordField.Kind kind) throws IOException;
  }

  /** A plan, or what is missing for one. */
  record Outcome(@Nullable RowPlan plan, @Nullable RecordField missing) {}

  /** Plans the rows of a table; a column that may be missing is left out where it is. */
  static Outcome of(Mapping mapping, Columns columns) throws IOException {
    List<Want> wants = new ArrayList<>();
    List<Feed> feeds = new ArrayList<>();
    for (RecordField field : Mapping.fields(mapping.kind())) {
      FieldSource source = mapping.columns().get(field.path());
      if (source == null) {
        continue;
      }
      List<Integer> cells = new ArrayList<>();
      for (String name : source.columns()) {
        if (columns.has(name, field.kind())) {
          cells.add(wants.size());
          wants.add(new Want(name, field.kind()));
        } else if (!source.isOptional()) {
          return new Outcome(null, field);
        }
      }
      if (!cells.isEmpty()) {
        feeds.add(new Feed(field, List.copyOf(cells)));
      }
    }
    Map<String, Integer> filters = new LinkedHashMap<>();
    for (String name : mapping.filters().columns()) {
      if (!columns.has(name, RecordField.Kind.TEXT)) {
        return new Outcome(null, null);
      }
      filters.put(name, wants.size());
      wants.add(new Want(name, RecordField.Kind.TEXT));
    }
    return new Outcome(new RowPlan(wants, feeds, filters), null);
  }
}
