package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A script that opens all tables in DuckDB under their names. */
public final class Views {
  private static final String FILE_NAME = "views.sql";

  private Views() {}

  /** Writes the script beside the tables; a table without rows has no view. */
  public static String write(Output output) throws IOException {
    StringBuilder sql = new StringBuilder("-- duckdb -init " + FILE_NAME + "\n");
    for (TableSchema table : Tables.ALL) {
      List<String> files = output.files(table);
      if (!files.isEmpty()) {
        sql.append("create or replace view ")
            .append(table.name())
            .append(" as select * from read_parquet(")
            .append(
                files.size() == 1
                    ? quoted(files.get(0))
                    : files.stream().map(Views::quoted).collect(Collectors.joining(", ", "[", "]")))
            .append(", hive_partitioning = true);\n");
      }
    }
    return output.put(FILE_NAME, sql.toString());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
