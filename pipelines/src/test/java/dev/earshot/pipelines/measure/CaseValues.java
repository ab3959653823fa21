package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.tables.ColumnType;
import dev.earshot.pipelines.tables.TableColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of columns as cases write them. */
final class CaseValues {
  private CaseValues() {}

  /**
   * Whether a value is the expected one.
   *
   * @param tolerance of fractions, absolute for values below one and relative above
   */
  static boolean areEqual(
      TableColumn column, @Nullable Object expected, @Nullable Object actual, double tolerance) {
    if (expected == null || actual == null) {
      return expected == null && actual == null;
    }
    return switch (column.type()) {
      case DOUBLE -> {
        double value = ((Number) expected).doubleValue();
        yield Math.abs((Double) actual - value) <= tolerance * Math.max(1, Math.abs(value));
      }
      case LONG, INTEGER, DATE, TIMESTAMP ->
          YamlRecords.number(expected) == ((Number) actual).longValue();
      case STRING, BOOLEAN, STRING_LIST -> Objects.equals(expected, actual);
    };
  }

  static String text(TableColumn column, @Nullable Object value) {
    if (value != null && column.type() == ColumnType.DATE) {
      return LocalDate.ofEpochDay((Integer) value).toString();
    }
    return value != null && column.type() == ColumnType.TIMESTAMP
        ? Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS).toString()
        : String.valueOf(value);
  }
}
