package dev.earshot.pipelines.query;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of a query, one at a time. */
public final class Selection implements AutoCloseable {
  private final ResultSet rows;
  private final List<String> names = new ArrayList<>();

  Selection(ResultSet rows) throws SQLException {
    this.rows = rows;
    ResultSetMetaData columns = rows.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(Objects.requireNonNull(columns.getColumnLabel(i)));
    }
  }

  /** The names of the columns. */
  public List<String> names() {
    return names;
  }

  /**
   * The next row, or null after the last. A cell is a number, a boolean, a list of cells, a date or
   * time of {@code java.time}, or a text.
   */
  public @Nullable List<@Nullable Object> next() throws QueryException {
    try {
      if (!rows.next()) {
        return null;
      }
      List<@Nullable Object> cells = new ArrayList<>(names.size());
      for (int i = 1; i <= names.size(); i++) {
        cells.add(cell(rows.getObject(i)));
      }
      return cells;
    } catch (SQLException e) {
      throw new QueryException(TableDatabase.words(e));
    }
  }

  private static @Nullable Object cell(@Nullable Object value) throws SQLException {
    if (value instanceof Array list) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (Object element : Arrays.asList((Object[]) list.getArray())) {
        cells.add(cell(element));
      }
      return cells;
    }
    return value;
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
