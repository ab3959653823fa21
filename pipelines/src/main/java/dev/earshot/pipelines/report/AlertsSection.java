package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.BrandAlertRow;
import java.util.List;

/** Days on which more people complained than is usual. */
final class AlertsSection {
  private static final int MOST_ROWS = 12;

  private AlertsSection() {}

  static void write(Page page, ReportTables tables, ReportRequest request) throws QueryException {
    List<ReadCells> alerts =
        tables.rows(
            BrandAlertRow.class,
            "brand_id = ? and opened_date between ? and ? order by opened_date desc limit "
                + MOST_ROWS,
            request.brand(),
            request.period().from(),
            request.period().to());
    if (alerts.isEmpty()) {
      return;
    }
    page.section(
        "alerts",
        "Alerts",
        "Days in a row on which more people were negative than is usual for the brand, the newest"
            + " first. The limit is made for at most one false alarm in a quarter.");
    page.table(
        "Alerts that opened in the period",
        "Opened",
        "Peak",
        "Closed",
        "Negative authors",
        "Usual",
        "On the day of the peak",
        "Usual",
        "Topics that drive it");
    for (ReadCells row : alerts) {
      page.row(row.text("opened_date"));
      page.cell(row, "peaked_date");
      closed(page, row);
      page.cell(row, "observed_author_count");
      page.cell(row, "expected_author_count");
      page.cell(row, "peak_author_count");
      page.cell(row, "peak_expected_author_count");
      page.cell(row, "driver_topics");
      page.html.close();
    }
    page.endTable();
    page.html.open("p");
    page.how(alerts.get(0), "expected_author_count");
    page.html.close();
    page.html.close();
  }

  private static void closed(Page page, ReadCells row) {
    if (row.is("is_open")) {
      page.html.element("td", "open");
    } else {
      page.cell(row, "closed_date");
    }
  }
}
