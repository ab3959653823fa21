package dev.earshot.pipelines.tables;

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

  /** The SQL name of the type. */
  public String sqlName() {
    return sqlName;
  }
}
