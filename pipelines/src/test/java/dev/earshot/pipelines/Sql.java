package dev.earshot.pipelines;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks DuckDB, an engine that shares no code with the writer of the tables. */
public final class Sql implements AutoCloseable {
  private final Connection connection;

  private Sql(Connection connection) {
    this.connection = connection;
  }

  /** An engine without tables. */
  public static Sql open() {
    try {
      Sql sql = new Sql(DriverManager.getConnection("jdbc:duckdb:"));
      sql.execute("SET TimeZone = 'UTC'; SET threads = 1");
      return sql;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An engine with a view of each table that an output folder holds. */
  static Sql over(Path output) {
    Sql sql = open();
    for (String table : tables(output)) {
      sql.execute("CREATE VIEW " + table + " AS SELECT * FROM " + parquet(output, table));
    }
    return sql;
  }

  /** The tables of an output folder. */
  static List<String> tables(Path output) {
    String[] names = output.toFile().list((folder, name) -> Character.isLetter(name.charAt(0)));
    return Arrays.stream(names)
        .sorted()
        .filter(name -> output.resolve(name).toFile().isDirectory())
        .toList();
  }

  /** The SQL that reads a table. */
  static String parquet(Path output, String table) {
    return "read_parquet('" + output.resolve(table) + "/**/*.parquet', hive_partitioning = true)";
  }

  /** Executes statements that give nothing. */
  public void execute(String statements) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(statements, e);
    }
  }

  /** The rows of a query, cells separated by a bar, nulls as {@code null}. */
  public List<String> rows(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
