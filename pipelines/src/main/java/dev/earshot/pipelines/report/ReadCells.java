package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.Cells;
import dev.earshot.pipelines.tables.MissingReason;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row as the table has it.
 *
 * @param table where it stands
 * @param cells by the name of the column
 */
record ReadCells(TableSchema table, Map<String, @Nullable Object> cells) {
  TableColumn column(String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no " + name));
  }

  @Nullable Double number(String column) {
    return cells.get(column) instanceof Number number ? number.doubleValue() : null;
  }

  /** A count; zero where there is none. */
  long count(String column) {
    return cells.get(column) instanceof Number number ? number.longValue() : 0;
  }

  String text(String column) {
    return Cells.text(cells.get(column));
  }

  boolean is(String column) {
    return Boolean.TRUE.equals(cells.get(column));
  }

  /** Why a value is missing, for people; empty where the row does not say. */
  String reason(String column) {
    String code = text(column);
    for (MissingReason reason : MissingReason.values()) {
      if (reason.code().equals(code)) {
        return reason.text();
      }
    }
    return code;
  }

  /** What tells the row apart, as the query of an address: {@code brand_id=heron&date=...}. */
  String key() {
    return table.key().stream()
        .map(column -> column.name() + "=" + encoded(text(column.name())))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
