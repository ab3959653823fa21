package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.BrandKeyPhraseDailyRow;
import dev.earshot.pipelines.tables.BrandTopicDailyRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people complain about, and in which words. */
final class TopicsSection {
  private static final int MOST_ROWS = 12;

  private TopicsSection() {}

  static void write(Page page, ReportTables tables, ReportRequest request) throws QueryException {
    List<ReadCells> topics =
        tables.rows(
            BrandTopicDailyRow.class,
            "brand_id = ? and window_day_count = 28 and date = (select max(date) from"
                + " brand_topics_daily where brand_id = ? and date between ? and ?)"
                + " order by negative_count desc, topic_id limit "
                + MOST_ROWS,
            request.brand(),
            request.brand(),
            request.period().from(),
            request.period().to());
    List<ReadCells> phrases =
        tables.rows(
            BrandKeyPhraseDailyRow.class,
            "brand_id = ? and date between ? and ?"
                + " order by is_emerging desc nulls last, negative_author_count desc,"
                + " author_count desc, phrase, date limit "
                + MOST_ROWS,
            request.brand(),
            request.period().from(),
            request.period().to());
    if (topics.isEmpty() && phrases.isEmpty()) {
      return;
    }
    page.section("topics", "What people complain about", "");
    if (!topics.isEmpty()) {
      topics(page, tables, topics);
    }
    if (!phrases.isEmpty()) {
      phrases(page, phrases);
    }
    page.html.close();
  }

  private static void topics(Page page, ReportTables tables, List<ReadCells> topics)
      throws QueryException {
    Html html = page.html;
    double most = topics.stream().mapToLong(row -> row.count("mention_count")).max().orElse(0);
    page.table(
        "Topics of the 28 days to " + topics.get(0).text("date") + ", most complaints first",
        "Topic",
        "Negative (filled) of all mentions",
        "Negative",
        "Mentions",
        "Authors",
        "Net sentiment",
        "Negative, 28 days before",
        "Authors against the 28 days before (z)");
    for (ReadCells row : topics) {
      page.row(row.text("topic_id").replace('_', ' '));
      html.open("td", "class", "wide");
      long negative = row.count("negative_count");
      Charts.bar(html, most, negative, row.count("mention_count") - negative);
      html.close();
      page.cell(row, "negative_count");
      page.cell(row, "mention_count");
      page.cell(row, "author_count");
      page.estimateCell(row, "net_sentiment_rate", "missing_reason");
      ReadCells before =
          tables.first(
              BrandTopicDailyRow.class,
              "brand_id = ? and window_day_count = 28 and topic_id = ? and date ="
                  + " cast(? as date) - 28",
              row.text("brand_id"),
              row.text("topic_id"),
              row.text("date"));
      before(page, before);
      emergence(page, row);
      html.close();
    }
    page.endTable();
    html.element(
        "p",
        "A mention may touch several topics. Days before the first record are not counted: where the"
            + " input begins within the 28 days before, that figure is of a part of them.");
  }

  private static void before(Page page, @Nullable ReadCells before) {
    if (before == null) {
      page.html.element("td", "–");
    } else {
      page.cell(before, "negative_count");
    }
  }

  /** How much the share of authors rose, and whether that is more than chance. */
  private static void emergence(Page page, ReadCells row) {
    if (row.number("emergence_z_score") == null) {
      page.html.element("td", "–");
      return;
    }
    page.html.open("td");
    page.figure(row, "emergence_z_score");
    if (row.is("is_emerging")) {
      page.html.element("strong", " emerging");
    }
    page.html.close();
  }

  private static void phrases(Page page, List<ReadCells> phrases) {
    page.table(
        "In their own words: phrases that at least five authors used on a day",
        "Phrase",
        "Day",
        "Authors",
        "Of them negative",
        "Authors against the 28 days before (z)");
    for (ReadCells row : phrases) {
      page.row(row.text("phrase"));
      page.cell(row, "date");
      page.cell(row, "author_count");
      page.cell(row, "negative_author_count");
      emergence(page, row);
      page.html.close();
    }
    page.endTable();
  }
}
