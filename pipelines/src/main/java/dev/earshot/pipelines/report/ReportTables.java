package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.Selection;
import dev.earshot.pipelines.query.TableDatabase;
import dev.earshot.pipelines.query.TableFolder;
import dev.earshot.pipelines.tables.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that a page is made of. A table that is not there has none. */
final class ReportTables {
  private final TableFolder folder;
  private final TableDatabase database;

  ReportTables(TableFolder folder, TableDatabase database) {
    this.folder = folder;
    this.database = database;
  }

  /**
   * Rows of a table.
   *
   * @param rest conditions and order, in SQL
   * @param parameters what stands for each {@code ?}
   */
  List<ReadCells> rows(Class<? extends Record> type, String rest, Object... parameters)
      throws QueryException {
    List<ReadCells> rows = new ArrayList<>();
    if (!folder.has(type)) {
      return rows;
    }
    TableSchema table = TableSchema.of(type);
    try (Selection selection =
        database.select("select * from " + table.name() + " where " + rest, parameters)) {
      for (List<@Nullable Object> cells = selection.next();
          cells != null;
          cells = selection.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          row.put(selection.names().get(i), cells.get(i));
        }
        rows.add(new ReadCells(table, row));
      }
    }
    return rows;
  }

  /** The first of these rows, or null. */
  @Nullable ReadCells first(Class<? extends Record> type, String rest, Object... parameters)
      throws QueryException {
    List<ReadCells> rows = rows(type, rest + " limit 1", parameters);
    return rows.isEmpty() ? null : rows.get(0);
  }

  /** The brands that any table knows, in order. */
  List<String> brands() throws QueryException {
    List<String> ids = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (TableSchema table : folder.tables()) {
      if (table.isAboutBrands()) {
        all.append(all.isEmpty() ? "" : " union ")
            .append("select distinct brand_id from ")
            .append(table.name());
      }
    }
    try (Selection selection = database.select(all + " order by 1")) {
      for (List<@Nullable Object> row = selection.next(); row != null; row = selection.next()) {
        ids.add(String.valueOf(row.get(0)));
      }
    }
    return ids;
  }
}
