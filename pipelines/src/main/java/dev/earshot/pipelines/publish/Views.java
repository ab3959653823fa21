package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;

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
    StringBuilder sql =
        new StringBuilder("-- duckdb -init " + FILE_NAME + "\n\n").append(output.locate(runId));
    for (TableSchema table : Tables.ALL) {
      // Older partitions may lack the newest columns, and an empty table has no date to tell types.
      sql.append("create or replace view ")
          .append(table.name())
          .append(" as select *")
          .append(table.isByMonth() ? " exclude (" + table.folderColumn() + ")" : "")
          .append(" from read_parquet(")
          .append(output.files(table))
          .append(", hive_partitioning = true, union_by_name = true")
          .append(types(table))
          .append(");\n");
    }
    SummaryViews.write(sql);
    return output.put(FILE_NAME, sql.toString());
  }

  private static String types(TableSchema table) {
    if (table.partition() == null) {
      return "";
    }
    String type = table.isDated() && !table.isByMonth() ? "date" : "varchar";
    return ", hive_types = {'" + table.folderColumn() + "': " + type + "}";
  }

  /** A string of SQL. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
