package dev.earshot.pipelines.tables;

import java.util.List;

/** The types of columns, with the names that analysts know from SQL. */
public enum ColumnType {
  STRING("VARCHAR"),
  LONG("BIGINT"),
  INTEGER("INTEGER"),
  DOUBLE("DOUBLE"),
  BOOLEAN("BOOLEAN"),
  DATE("DATE"),
  TIMESTAMP("TIMESTAMP WITH TIME ZONE"),
  STRING_LIST("VARCHAR[]");

  private final String sqlName;

  ColumnType(String sqlName) {
    this.sqlName = sqlName;
  }

  /**
   * The type of a column, from that of its component and its name.
   *
   * @throws IllegalArgumentException for a component that no column holds
   */
  static ColumnType of(Class<?> type, String name) {
    if (type == String.class || type == MissingReason.class) {
      return STRING;
    }
    if (type == List.class) {
      return STRING_LIST;
    }
    if (type == long.class || type == Long.class) {
      return name.endsWith("_at") ? TIMESTAMP : LONG;
    }
    if (type == int.class || type == Integer.class) {
      boolean isDate = name.equals("date") || name.endsWith("_date") || name.equals("dt");
      return isDate ? DATE : INTEGER;
    }
    if (type == double.class || type == Double.class) {
      return DOUBLE;
    }
    if (type == boolean.class || type == Boolean.class) {
      return BOOLEAN;
    }
    throw new IllegalArgumentException("no column type for " + name + " of " + type);
  }

  /** The SQL name of the type. */
  public String sqlName() {
    return sqlName;
  }
}
