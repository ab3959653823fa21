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
 * @param accessor reads the value from the record
 */
public record TableColumn(
    int id,
    String name,
    ColumnType type,
    String doc,
    String unit,
    String nullMeans,
    MethodHandle accessor) {

  static final Comparator<@Nullable Comparable<Object>> NULLS_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

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
