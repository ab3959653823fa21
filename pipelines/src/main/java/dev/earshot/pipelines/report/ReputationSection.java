package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import java.util.List;

/** How people talk about the brand, day by day. */
final class ReputationSection {
  private static final String RATE = "net_sentiment_rate";
  private static final String ADJUSTED = "adjusted_net_sentiment_rate";

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
            + " -1 where none is. The chart shows what the reader counts, and its band who spoke:"
            + " it is there for the changes. How high the level is, people would have to say; the"
            + " first column of the table tells how far that is known.");
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
    page.table(
        "Net sentiment, seven days at a time",
        "To",
        "As people would label it",
        "As counted",
        "Mentions",
        "Authors");
    for (ReadCells row : rows) {
      page.row(row.text("date"));
      page.estimateCell(row, ADJUSTED, "adjusted_net_sentiment_rate_missing_reason");
      page.estimateCell(row, RATE, "missing_reason");
      page.cell(row, "mention_count");
      page.cell(row, "author_count");
      html.close();
    }
    page.endTable();
    html.close();
    html.open("p");
    page.how(rows.get(0), RATE);
    page.html.text(" ");
    page.how(rows.get(0), ADJUSTED);
    html.close();
    html.close();
  }
}
