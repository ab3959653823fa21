package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.BrandComparisonRow;
import dev.earshot.pipelines.tables.BrandRankingRow;
import java.util.List;
import java.util.Map;

/** Which differences between brands are more than chance, and which places are ties. */
final class DifferencesTables {
  private static final String NET = "net_sentiment_rate";
  private static final Map<String, String> NAMES =
      Map.of(
          NET,
          "net sentiment as the reader counts",
          "adjusted_" + NET,
          "net sentiment as people would label it");

  private DifferencesTables() {}

  static void write(Page page, ReportTables tables, ReportRequest request) throws QueryException {
    List<ReadCells> differences =
        tables
            .rows(
                BrandComparisonRow.class,
                latest("brand_comparisons") + " order by metric_name, q_value, competitor_id",
                request.brand(),
                request.brand(),
                request.period().from(),
                request.period().to())
            .stream()
            .filter(row -> request.competitors().contains(row.text("competitor_id")))
            .toList();
    if (differences.isEmpty()) {
      return;
    }
    differences(page, request, differences);
    places(
        page,
        tables.rows(
            BrandRankingRow.class,
            latest("brand_rankings") + " and rank is not null order by metric_name",
            request.brand(),
            request.brand(),
            request.period().from(),
            request.period().to()));
  }

  /** The last week of the brand within the period that is compared. */
  private static String latest(String table) {
    return "brand_id = ? and period_kind = 'week' and is_reliable and date = (select max(date) from "
        + table
        + " where brand_id = ? and period_kind = 'week' and is_reliable and date between ? and ?)";
  }

  private static void differences(Page page, ReportRequest request, List<ReadCells> rows) {
    page.table(
        "Is it chance? The week to "
            + rows.get(0).text("date")
            + ": "
            + request.name()
            + " less each other brand",
        "Measure and other brand",
        "Difference",
        "q",
        "Persons who speak of both");
    for (ReadCells row : rows) {
      page.row(name(row) + ", " + row.text("competitor_id"));
      page.html.open("td");
      page.estimate(row, "difference", unit(row), "missing_reason");
      page.html.close();
      page.html.open("td");
      page.figure(row, "q_value", "ratio");
      if (isCalled(row)) {
        page.html.element("strong", " more than chance");
      }
      page.html.close();
      page.cell(row, "overlap_person_count");
      page.html.close();
    }
    page.endTable();
    page.html.open("p");
    page.how(rows.get(0), "difference");
    page.html.close();
  }

  private static boolean isCalled(ReadCells row) {
    Double q = row.number("q_value");
    return q != null && q <= 0.05;
  }

  private static void places(Page page, List<ReadCells> rows) {
    if (rows.isEmpty()) {
      return;
    }
    page.table(
        "Who is ahead? The places that the brand may have, with 95 % for all brands at once",
        "Measure", "Value", "Best place", "Worst place", "Of brands");
    for (ReadCells row : rows) {
      page.row(name(row));
      page.html.open("td");
      page.estimate(row, "value", unit(row), "missing_reason");
      page.html.close();
      for (String column : List.of("rank_lower", "rank_upper", "ranked_brand_count")) {
        page.html.open("td");
        page.figure(row, column, "count");
        page.html.close();
      }
      page.html.close();
    }
    page.endTable();
    page.html.open("p");
    page.how(rows.get(0), "rank_lower");
    page.html.close();
  }

  private static String name(ReadCells row) {
    String metric = row.text("metric_name");
    return NAMES.getOrDefault(metric, metric.replace('_', ' '));
  }

  private static String unit(ReadCells row) {
    return row.text("metric_name").endsWith(NET) ? "ratio" : "rate";
  }
}
