package dev.earshot.pipelines.query;

import dev.earshot.pipelines.publish.Views;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Published tables in an engine of their own, each a view under its name, and the summaries of
 * {@code views.sql}. It reads the folders of the tables and nothing else: no other file, no
 * network, no extension, no setting; and only queries run, which change nothing.
 */
public final class TableDatabase implements AutoCloseable {
  private static final String FILES_CHANGED =
      "a file of the tables went away or changed while it was read; is a run publishing? Ask again";

  private final Connection connection;

  private TableDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Opens the tables of a folder. */
  public static TableDatabase open(TableFolder folder) throws QueryException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    try {
      TableDatabase database =
          new TableDatabase(DriverManager.getConnection("jdbc:duckdb:", properties));
      try {
        database.prepare(folder);
        return database;
      } catch (SQLException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new QueryException(words(e));
    }
  }

  private void prepare(TableFolder folder) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String setting :
          List.of(
              "set TimeZone = 'UTC'",
              // The order in which threads add up would show in the last digit.
              "set threads = 1",
              "set temp_directory = ''",
              "set autoinstall_known_extensions = false",
              "set autoload_known_extensions = false",
              "set allow_community_extensions = false",
              "set allowed_directories = " + folder.folders(),
              "set enable_external_access = false",
              "set lock_configuration = true")) {
        statement.execute(setting);
      }
      Map<TableSchema, List<TableColumn>> missing = new HashMap<>();
      for (TableSchema table : folder.tables()) {
        missing.put(table, missing(table, folder.files(table), statement));
      }
      statement.execute(folder.views(table -> missing.getOrDefault(table, List.of())));
    }
  }

  /** What the tables of an older version lack; there it is NULL. */
  private static List<TableColumn> missing(TableSchema table, String files, Statement statement)
      throws SQLException {
    Set<String> present = new HashSet<>();
    try (ResultSet schema =
        statement.executeQuery(
            "select column_name from (describe from " + Views.rows(table, files) + ")")) {
      while (schema.next()) {
        present.add(schema.getString(1));
      }
    }
    return table.columns().stream().filter(column -> !present.contains(column.name())).toList();
  }

  /**
   * Runs a query.
   *
   * @param parameters what stands for each {@code ?}
   * @throws QueryException where it is no query, or the engine does not understand it
   */
  public Selection select(String sql, Object... parameters) throws QueryException {
    try {
      requireQuery(sql);
      PreparedStatement statement = connection.prepareStatement(sql);
      statement.closeOnCompletion();
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return new Selection(statement.executeQuery());
    } catch (SQLException e) {
      throw new QueryException(words(e));
    }
  }

  /**
   * Refuses what is not one query. The engine would write files into the folders that it may read;
   * its own parser says what a text is, and serialises queries alone.
   */
  private void requireQuery(String sql) throws SQLException, QueryException {
    String parsed =
        "select json_extract_string(tree, '$.error') = 'true',"
            + " json_extract_string(tree, '$.error_type'),"
            + " json_array_length(tree, '$.statements')"
            + " from (select json_serialize_sql(cast(? as varchar)) as tree)";
    try (PreparedStatement statement = connection.prepareStatement(parsed)) {
      statement.setString(1, sql);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        boolean isError = result.getBoolean(1);
        if (isError && "parser".equals(result.getString(2))) {
          return; // Prepared, it gives the place of the mistake.
        }
        if (isError || result.getLong(3) != 1) {
          throw new QueryException(
              "expected one query: it begins with SELECT, FROM, WITH, VALUES, DESCRIBE, SUMMARIZE"
                  + " or SHOW; the tables are read-only, and PIVOT and EXPLAIN are not understood");
        }
      }
    }
  }

  static String words(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("IO Error: No files found")
            || message.startsWith("IO Error: Cannot open file")
        ? FILES_CHANGED
        : message.strip();
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
