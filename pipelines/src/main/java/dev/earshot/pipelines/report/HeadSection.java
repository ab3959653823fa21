package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.SourceCoverageDailyRow;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whose page it is, of which days, and what is known of them. */
final class HeadSection {
  private static final Map<String, String> SOURCES =
      Map.of(
          "mentions", "Posts about the brand",
          "own_posts", "Posts of the brand",
          "web_logs", "Visits of its site",
          "orders", "Orders");

  private HeadSection() {}

  static void write(Page page, ReportTables tables, ReportRequest request) throws QueryException {
    Html html = page.html;
    html.open("header");
    if (!request.theme().logo().isEmpty()) {
      html.open("img", "src", request.theme().logo(), "alt", "", "class", "logo");
    }
    html.element("h1", request.name());
    html.element(
        "p", "What people say, how they are answered, who comes and who buys", "class", "sub");
    html.element("p", request.period().toString(), "class", "period");
    html.close();
    html.open("main");
    coverage(page, tables, request);
  }

  private static void coverage(Page page, ReportTables tables, ReportRequest request)
      throws QueryException {
    Map<String, List<ReadCells>> days = new TreeMap<>();
    for (ReadCells row :
        tables.rows(
            SourceCoverageDailyRow.class,
            "brand_id = ? and network = 'all' and date between ? and ? order by source_kind, date",
            request.brand(),
            request.period().from(),
            request.period().to())) {
      days.computeIfAbsent(row.text("source_kind"), kind -> new ArrayList<>()).add(row);
    }
    page.section(
        "coverage",
        "What is known of these days",
        "A filled day has input or lies between days that have; a hatched one is not known.");
    if (days.isEmpty()) {
      page.html.element("p", "The input has nothing about the brand in these days.");
    } else {
      page.table("Days with input, by source", "Source", "Days of the period", "First", "Last");
      days.forEach(
          (kind, rows) -> {
            page.row(SOURCES.getOrDefault(kind, kind));
            Set<LocalDate> known =
                rows.stream()
                    .map(row -> LocalDate.parse(row.text("date")))
                    .collect(Collectors.toSet());
            page.html.open("td", "class", "wide");
            Charts.days(page.html, request.period(), known);
            page.html.close();
            page.cell(rows.get(0), "date");
            page.cell(rows.get(rows.size() - 1), "date");
            page.html.close();
          });
      page.endTable();
    }
    missing(page, tables, request);
    page.html.close();
  }

  /** Tables about brands without a row of this one need input that the run was not given. */
  private static void missing(Page page, ReportTables tables, ReportRequest request)
      throws QueryException {
    Map<String, String> needs = new TreeMap<>();
    for (TableSchema table : Tables.ALL) {
      boolean mayHaveRows = table.isAboutBrands() && !table.needs().isEmpty();
      if (mayHaveRows && tables.first(table.type(), "brand_id = ?", request.brand()) == null) {
        needs.merge(table.needs(), table.name(), (one, other) -> one + ", " + other);
      }
    }
    if (!needs.isEmpty()) {
      page.html.element("p", "What is not on this page, and how to provide it:");
      page.html.open("ul");
      needs.forEach((option, names) -> page.html.element("li", names + ": run with " + option));
      page.html.close();
    }
  }
}
