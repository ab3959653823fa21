package dev.earshot.pipelines.report;

import dev.earshot.pipelines.tables.BrandEngagementDailyRow;
import dev.earshot.pipelines.tables.MissingReason;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A page while it is written: figures with what they are made of, and which definitions they need.
 */
final class Page {
  final Html html = new Html();

  private final TreeSet<Definition> used = new TreeSet<>(Comparator.comparing(Definition::anchor));

  private final TreeSet<String> doubts = new TreeSet<>();

  /** A column that the page shows. */
  record Definition(TableSchema table, TableColumn column) {
    String anchor() {
      return "def-" + table.name() + "-" + column.name();
    }
  }

  /** The columns that were shown, in order. */
  List<Definition> used() {
    return List.copyOf(used);
  }

  /** Begins a section with a heading. */
  void section(String id, String title, String lead) {
    html.open("section", "id", id, "aria-labelledby", id + "-title");
    html.element("h2", title, "id", id + "-title");
    if (!lead.isEmpty()) {
      html.element("p", lead, "class", "lead");
    }
  }

  /** One cell of a table, which says where it comes from. */
  Page figure(ReadCells row, String column) {
    return figure(row, column, row.column(column).unit());
  }

  Page figure(ReadCells row, String column, String unit) {
    TableColumn declared = row.column(column);
    used.add(new Definition(row.table(), declared));
    Object cell = row.cells().get(column);
    html.element(
        "data",
        Numbers.text(declared, unit, cell),
        "value",
        row.text(column),
        "data-table",
        row.table().name(),
        "data-column",
        column,
        "data-key",
        row.key(),
        "data-unit",
        unit);
    return this;
  }

  /**
   * A value and its interval; where there is none, why.
   *
   * @param reasonColumn says why a value is missing or doubtful; empty where only {@code
   *     is_reliable} does
   */
  void estimate(ReadCells row, String column, String reasonColumn) {
    estimate(row, column, row.column(column).unit(), reasonColumn);
  }

  void estimate(ReadCells row, String column, String unit, String reasonColumn) {
    if (row.number(column) == null) {
      missing(row, column, reasonColumn);
      return;
    }
    figure(row, column, unit);
    interval(row, column, unit);
    String doubt = doubt(row, reasonColumn);
    if (!doubt.isEmpty()) {
      doubts.add(doubt);
      html.element("span", "*", "class", "mark");
    }
  }

  /** Why a value that is there is not to be relied on; empty where it is. */
  private static String doubt(ReadCells row, String reasonColumn) {
    if (!reasonColumn.isEmpty()) {
      return row.reason(reasonColumn);
    }
    return row.is("is_reliable")
        ? ""
        : "Fewer than 30 customers, less than 365 days of orders, or a month that they do not cover";
  }

  /** The ends of an interval, as far as there are any. */
  void interval(ReadCells row, String column, String unit) {
    String lower = column + "_lower";
    String upper = column + "_upper";
    if (row.number(lower) == null && row.number(upper) == null) {
      return;
    }
    html.open("span", "class", "interval").text(" (");
    end(row, lower, unit, "no lower limit");
    html.text(" to ");
    end(row, upper, unit, "no upper limit");
    html.text(")").close();
  }

  private void end(ReadCells row, String column, String unit, String none) {
    if (row.number(column) == null) {
      html.text(none);
    } else {
      figure(row, column, unit);
    }
  }

  /**
   * What the row says, or else what the column says that a NULL means, up to its first case. Few
   * posts make a rate doubtful, never missing: there the platform reports no term.
   */
  private void missing(ReadCells row, String column, String reasonColumn) {
    String reason = reasonColumn.isEmpty() ? "" : row.reason(reasonColumn);
    boolean isOfOthers =
        !reason.isEmpty()
            && row.text(reasonColumn).equals(MissingReason.TOO_FEW_POSTS.code())
            && row.table().equals(TableSchema.of(BrandEngagementDailyRow.class));
    if (reason.isEmpty() || isOfOthers) {
      String meaning = row.column(column).nullMeans();
      int end = meaning.indexOf(';');
      reason = end < 0 ? meaning : meaning.substring(0, end);
    }
    html.element("span", "–", "aria-hidden", "true");
    html.element("span", " " + reason, "class", "reason");
  }

  /** A link to what a figure means. */
  void how(ReadCells row, String column) {
    Definition definition = new Definition(row.table(), row.column(column));
    used.add(definition);
    html.element("a", "definition", "class", "how", "href", "#" + definition.anchor());
  }

  /** Begins a table with a caption and the heads of its columns. */
  void table(String caption, String... heads) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    html.open("table").element("caption", caption).open("thead").open("tr");
    for (String head : heads) {
      html.element("th", head, "scope", "col");
    }
    html.close().close().open("tbody");
  }

  /** Ends a table; below it stands what is doubtful about values that have a star. */
  void endTable() {
    html.close().close().close();
    for (String doubt : doubts) {
      html.element("p", "* Not to be relied on. " + doubt + ".", "class", "reason");
    }
    doubts.clear();
  }

  /** Begins a row with its head. */
  void row(String head) {
    html.open("tr").element("th", head, "scope", "row");
  }

  /** A cell of a row that is a figure. */
  void cell(ReadCells row, String column) {
    html.open("td");
    figure(row, column);
    html.close();
  }

  /** A cell of a row that is a value with its interval. */
  void estimateCell(@Nullable ReadCells row, String column, String reasonColumn) {
    html.open("td");
    if (row == null) {
      html.element("span", "no rows", "class", "reason");
    } else {
      estimate(row, column, reasonColumn);
    }
    html.close();
  }
}
