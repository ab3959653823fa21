package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow;
import dev.earshot.pipelines.tables.BrandInboxRow;
import dev.earshot.pipelines.tables.BrandReferralDailyRow;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import dev.earshot.pipelines.tables.BrandScorecardWeeklyRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The brand beside its competitors, one measure a table, in the order of their names. */
final class BrandsSection {
  /**
   * A measure that brands are compared by.
   *
   * @param narrows the rows, in SQL
   * @param reference the value of no effect, or null
   */
  private record Measured(
      String title,
      Class<? extends Record> table,
      String narrows,
      String column,
      String reasonColumn,
      String countColumn,
      String countHead,
      @Nullable Double reference) {}

  private static final List<Measured> MEASURES =
      List.of(
          new Measured(
              "Net sentiment as people would label it, 28 days",
              BrandReputationDailyRow.class,
              "window_day_count = 28 and network = 'all' and language = 'all' and dimension = 'all'",
              "adjusted_net_sentiment_rate",
              "adjusted_net_sentiment_rate_missing_reason",
              "mention_count",
              "Mentions",
              0.0),
          new Measured(
              "Engagement of a week's posts by followers",
              BrandScorecardWeeklyRow.class,
              "kpi = 'engagement'",
              "value",
              "missing_reason",
              "item_count",
              "Posts",
              null),
          new Measured(
              "Public questions and complaints answered within 72 hours, four weeks",
              BrandInboxRow.class,
              "period_kind = 'block' and channel = 'public' and network = 'all'",
              "listen_rate",
              "missing_reason",
              "listen_observed_count",
              "Observed",
              null),
          new Measured(
              "Visits from social networks, 28 days",
              BrandReferralDailyRow.class,
              "window_day_count = 28 and network = 'all'",
              "social_referral_rate",
              "missing_reason",
              "human_session_count",
              "Visits",
              null),
          new Measured(
              "Returning customers of a month",
              BrandCustomerMonthlyRow.class,
              "true",
              "returning_customer_rate",
              "",
              "customer_count",
              "Customers",
              null));

  private BrandsSection() {}

  static void write(Page page, ReportTables tables, ReportRequest request) throws QueryException {
    if (request.competitors().isEmpty()) {
      return;
    }
    List<String> brands = new ArrayList<>(request.competitors());
    brands.add(request.brand());
    brands.sort(null);
    page.section(
        "brands",
        "Brand against brand",
        "Each brand's own figure with its 95 % interval; where two intervals meet, these do not tell"
            + " who is ahead. Below, the differences of the last week that is compared, with persons"
            + " who speak of both.");
    for (Measured measured : MEASURES) {
      measure(page, tables, request, brands, measured);
    }
    DifferencesTables.write(page, tables, request);
    page.html.close();
  }

  private static void measure(
      Page page, ReportTables tables, ReportRequest request, List<String> brands, Measured measured)
      throws QueryException {
    List<ReadCells> rows = new ArrayList<>();
    for (String brand : brands) {
      ReadCells row =
          tables.first(
              measured.table(),
              "brand_id = ? and date <= ? and " + measured.narrows() + " order by date desc",
              brand,
              request.period().to());
      if (row != null) {
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    Charts.Scale scale = Charts.Scale.of(rows, measured.column(), measured.reference());
    page.table(measured.title(), "Brand", "To", "", "Value", measured.countHead());
    for (ReadCells row : rows) {
      String brand = row.text("brand_id");
      page.row(brand.equals(request.brand()) ? request.name() + " (this page)" : brand);
      page.cell(row, "date");
      page.html.open("td", "class", "wide");
      Charts.dot(page.html, scale, row, measured.column(), measured.reference());
      page.html.close();
      value(page, row, measured);
      page.cell(row, measured.countColumn());
      page.html.close();
    }
    page.endTable();
    page.html.open("p");
    page.how(rows.get(0), measured.column());
    page.html.close();
  }

  private static void value(Page page, ReadCells row, Measured measured) {
    if (measured.column().equals("value") && row.number("value") != null) {
      page.html.open("td");
      page.estimate(row, "value", "rate", measured.reasonColumn());
      page.html.close();
    } else {
      page.estimateCell(row, measured.column(), measured.reasonColumn());
    }
  }
}
