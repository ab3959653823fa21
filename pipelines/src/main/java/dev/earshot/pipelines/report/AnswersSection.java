package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.BrandInboxRow;
import java.util.ArrayList;
import java.util.List;

/** Whether people are answered, how fast, and what they bring. */
final class AnswersSection {
  private static final String REASON = "missing_reason";

  /** What a row of the table shows. */
  private record Line(String head, String column, boolean hasInterval) {}

  private static final List<Line> LINES =
      List.of(
          new Line("Conversations", "conversation_count", false),
          new Line("People in them", "person_count", false),
          new Line("Answered by a person within 72 hours", "listen_rate", true),
          new Line("of so many that ask or complain", "listen_observed_count", false),
          new Line("Half are answered within", "first_response_median_seconds", true),
          new Line("Nine in ten are answered within", "first_response_p90_seconds", false),
          new Line("Answered within 1 hour", "answered_within_1h_rate", true),
          new Line("Answered within 4 hours", "answered_within_4h_rate", true),
          new Line("Answered within 8 hours", "answered_within_8h_rate", true),
          new Line("Answered within 24 hours", "answered_within_24h_rate", true),
          new Line("With a compliment", "compliment_rate", true),
          new Line("With a technical issue", "technical_issue_rate", true),
          new Line("Compliments less technical issues", "inbox_health_rate", true),
          new Line("of so many whose intent is known", "classified_count", false));

  private AnswersSection() {}

  static void write(Page page, ReportTables tables, ReportRequest request) throws QueryException {
    List<ReadCells> channels = new ArrayList<>();
    for (String channel : List.of("public", "direct_message")) {
      ReadCells row =
          tables.first(
              BrandInboxRow.class,
              "brand_id = ? and channel = ? and network = 'all' and period_kind in ('block',"
                  + " 'week') and date between ? and ? order by period_kind, date desc",
              request.brand(),
              channel,
              request.period().from(),
              request.period().to());
      if (row != null) {
        channels.add(row);
      }
    }
    if (channels.isEmpty()) {
      return;
    }
    page.section(
        "answers",
        "Do we answer?",
        "The latest four weeks, or the latest week, that end in the period. Figures of direct"
            + " messages of fewer than ten people are hidden, and what would give them away.");
    List<String> heads = new ArrayList<>(List.of("Figure"));
    for (ReadCells row : channels) {
      heads.add(
          (row.text("channel").equals("public") ? "In public, " : "By direct message, ")
              + row.text("start_date")
              + " to "
              + row.text("date"));
    }
    page.table("Conversations that people opened", heads.toArray(String[]::new));
    for (Line line : LINES) {
      page.row(line.head());
      for (ReadCells row : channels) {
        cell(page, row, line);
      }
      page.html.close();
    }
    page.endTable();
    page.html.open("p");
    page.how(channels.get(0), "listen_rate");
    page.html.close().close();
  }

  private static void cell(Page page, ReadCells row, Line line) {
    if (line.hasInterval() || row.number(line.column()) == null) {
      page.estimateCell(row, line.column(), REASON);
    } else {
      page.cell(row, line.column());
    }
  }
}
