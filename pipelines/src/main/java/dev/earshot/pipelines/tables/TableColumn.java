package dev.earshot.pipelines.tables;

import java.lang.invoke.MethodHandle;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param id the Parquet field id
 * @param name snake_case
 * @param type the column's type
 * @param doc what it says
 * @param unit of the value, or empty
 * @param nullMeans what a null means; empty for a column that is never null
 * @param section where it stands in the file
 * @param accessor reads the value from the record, through the groups that it stands in
 */
public record TableColumn(
    int id,
    String name,
    ColumnType type,
    String doc,
    String unit,
    String nullMeans,
    Section section,
    MethodHandle accessor) {

  static final Comparator<@Nullable Comparable<Object>> NULLS_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  /**
   * The order of columns in a file. Within a section they stand as declared; so a group of columns
   * may hold some of several sections, and {@code run_id} and {@code metric_version}, which most
   * tables share, stand behind what is the table's own.
   */
  public enum Section {
    IDS,
    SHARED_IDS,
    STRINGS,
    SHARED_STRINGS,
    NUMBERS,
    BOOLEANS,
    DATES,
    TIMESTAMPS;

    static Section of(String name, ColumnType type, boolean isShared) {
      return switch (type) {
        case STRING, STRING_LIST -> {
          boolean isId = type == ColumnType.STRING && name.endsWith("_id");
          yield isId ? isShared ? SHARED_IDS : IDS : isShared ? SHARED_STRINGS : STRINGS;
        }
        case LONG, INTEGER, DOUBLE -> NUMBERS;
        case BOOLEAN -> BOOLEANS;
        case DATE -> DATES;
        case TIMESTAMP -> TIMESTAMPS;
      };
    }
  }

  /** The same column of other rows. */
  TableColumn readBy(MethodHandle other) {
    return new TableColumn(id, name, type, doc, unit, nullMeans, section, other);
  }

  /** Whether the column may hold nulls. */
  public boolean isNullable() {
    return !nullMeans.isEmpty();
  }

  /** The row's value in this column, boxed. */
  public @Nullable Object valueOf(Record row) {
    try {
      return (Object) accessor.invokeExact((Object) row);
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  @Nullable Comparable<Object> sortValue(Record row) {
    return (Comparable<Object>) valueOf(row);
  }
}
