package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A script that opens all tables in DuckDB under their names. */
public final class Views {
  private static final String FILE_NAME = "views.sql";

  private Views() {}

  /** Writes the script beside the tables; a table without rows has no view. */
  public static Path write(OutputFolder folder) throws IOException {
    Path root = folder.root();
    StringBuilder sql = new StringBuilder("-- duckdb -init " + FILE_NAME + "\n");
    for (TableSchema table : Tables.ALL) {
      if (hasFiles(root.resolve(table.name()))) {
        String files = root.resolve(table.name()) + "/**/*.parquet";
        sql.append("create or replace view ")
            .append(table.name())
            .append(" as select * from read_parquet('")
            .append(files.replace("'", "''"))
            .append("', hive_partitioning = true);\n");
      }
    }
    Path target = root.resolve(FILE_NAME);
    Path draft = root.resolve("_" + FILE_NAME);
    Files.writeString(draft, sql.toString());
    return Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean hasFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"));
    }
  }
}
