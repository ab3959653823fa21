package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import java.util.List;

/** How people talk about the brand, day by day. */
final class ReputationSection {
  private static final String RATE = "net_sentiment_rate";

  private ReputationSection() {}

  static void write(Page page, ReportTables tables, ReportRequest request) throws QueryException {
    List<ReadCells> rows =
        tables.rows(
            BrandReputationDailyRow.class,
            "brand_id = ? and window_day_count = 7 and network = 'all' and language = 'all' and"
                + " dimension = 'all' and date between ? and ? order by date",
            request.brand(),
            request.period().from(),
            request.period().to());
    if (rows.isEmpty()) {
      return;
    }
    page.section(
        "talk",
        "How people talk",
        "Net sentiment of the seven days that end on each day: +1 where all who judge are pleased,"
            + " -1 where none is. The band is the 95 % interval.");
    Html html = page.html;
    html.open("figure");
    Charts.line(
        html,
        "Net sentiment by day; the table below has every value",
        request.period(),
        rows,
        RATE);
    html.close();
    html.open("details").element("summary", "The values of the chart");
    page.table("Net sentiment, seven days at a time", "To", "Net sentiment", "Mentions", "Authors");
    for (ReadCells row : rows) {
      page.row(row.text("date"));
      page.estimateCell(row, RATE, "missing_reason");
      page.cell(row, "mention_count");
      page.cell(row, "author_count");
      html.close();
    }
    page.endTable();
    html.close();
    html.open("p");
    page.how(rows.get(0), RATE);
    html.close();
    html.close();
  }
}
