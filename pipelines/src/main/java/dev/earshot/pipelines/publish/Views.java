package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A script that opens all tables in DuckDB under their names, and beside them the summaries. */
public final class Views {
  private static final String FILE_NAME = "views.sql";

  private Views() {}

  /**
   * Writes the script beside the tables.
   *
   * @param runId the run that has just published
   */
  public static String write(Output output, String runId) throws IOException {
    String head = "-- duckdb -init " + FILE_NAME + "\n\n" + output.locate(runId);
    return output.put(FILE_NAME, head + statements(Tables.ALL, output::files, table -> List.of()));
  }

  /**
   * The statements that make the views.
   *
   * @param tables those that are there; summaries of others are left out
   * @param files what DuckDB reads for a table, as an expression
   * @param missing the columns that no file of a table has, as all are of an older version
   */
  public static String statements(
      List<TableSchema> tables,
      Function<TableSchema, String> files,
      Function<TableSchema, List<TableColumn>> missing) {
    StringBuilder sql = new StringBuilder();
    for (TableSchema table : tables) {
      // Older partitions may lack the newest columns, and an empty table has no date to tell types.
      sql.append("create or replace view ")
          .append(table.name())
          .append(" as select *")
          .append(table.isByMonth() ? " exclude (" + table.folderColumn() + ")" : "")
          .append(nulls(missing.apply(table)))
          .append(" from ")
          .append(rows(table, files.apply(table)))
          .append(";\n");
    }
    SummaryViews.write(tables, sql);
    return sql.toString();
  }

  private static String nulls(List<TableColumn> columns) {
    return columns.stream()
        .map(column -> ", null::" + column.type().sqlName() + " as " + column.name())
        .collect(Collectors.joining());
  }

  /**
   * The rows of files of a table, for a FROM.
   *
   * @param files what DuckDB reads, as an expression
   */
  public static String rows(TableSchema table, String files) {
    return "read_parquet("
        + files
        + ", hive_partitioning = true, union_by_name = true"
        + types(table)
        + ")";
  }

  private static String types(TableSchema table) {
    if (table.partition() == null) {
      return "";
    }
    String type = table.isDated() && !table.isByMonth() ? "date" : "varchar";
    return ", hive_types = {'" + table.folderColumn() + "': " + type + "}";
  }

  /** A string of SQL. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
