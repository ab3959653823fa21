package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow;
import dev.earshot.pipelines.tables.BrandReferralDailyRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who comes to the site, and who buys. */
final class VisitsSection {
  private VisitsSection() {}

  static void write(Page page, ReportTables tables, ReportRequest request) throws QueryException {
    List<ReadCells> networks =
        tables.rows(
            BrandReferralDailyRow.class,
            "brand_id = ? and window_day_count = 28 and date = (select max(date) from"
                + " brand_referrals_daily where brand_id = ? and date between ? and ?)"
                + " order by network = 'all' desc, social_session_count desc, network",
            request.brand(),
            request.brand(),
            request.period().from(),
            request.period().to());
    ReadCells month =
        tables.first(
            BrandCustomerMonthlyRow.class,
            "brand_id = ? and month_start_date <= ? and date >= ? order by date desc",
            request.brand(),
            request.period().to(),
            request.period().from());
    if (networks.isEmpty() && month == null) {
      return;
    }
    page.section("visits", "Who comes to the site, and who buys", "");
    if (!networks.isEmpty()) {
      visits(page, networks);
      orders(page, networks);
    }
    customers(page, month);
    page.html.close();
  }

  private static void visits(Page page, List<ReadCells> networks) {
    Html html = page.html;
    ReadCells all = networks.get(0);
    page.table(
        "Visits of people in the 28 days to " + all.text("date"),
        "Origin",
        "Visits",
        "Share of all visits");
    String reason = "missing_reason";
    page.row("All");
    page.cell(all, "human_session_count");
    html.element("td", "").close();
    for (ReadCells row : networks) {
      boolean isAll = row.text("network").equals("all");
      if (isAll || row.count("social_session_count") > 0) {
        page.row(isAll ? "Social networks" : "– " + row.text("network"));
        page.cell(row, "social_session_count");
        page.estimateCell(row, "social_referral_rate", reason);
        html.close();
      }
    }
    for (String origin : List.of("search", "chatbot", "email", "direct")) {
      page.row(origin.equals("chatbot") ? "AI assistants" : capital(origin));
      page.cell(all, origin + "_session_count");
      page.estimateCell(all, origin + "_referral_rate", reason);
      html.close();
    }
    page.endTable();
    html.open("p");
    page.how(all, "social_referral_rate");
    html.close();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static void orders(Page page, List<ReadCells> networks) {
    ReadCells all = networks.get(0);
    Html html = page.html;
    if (all.number("attributed_order_count") != null) {
      page.table(
          "Orders after a visit by a click, credited in four ways; credit is not cause",
          "Network",
          "First click",
          "Last click",
          "All alike",
          "40-20-40");
      for (ReadCells row : networks) {
        boolean isAll = row.text("network").equals("all");
        if (isAll || orZero(row.number("linear_order_credit")) > 0) {
          page.row(isAll ? "All networks" : row.text("network"));
          page.cell(row, "first_touch_order_credit");
          page.cell(row, "last_touch_order_credit");
          page.cell(row, "linear_order_credit");
          page.cell(row, "position_based_order_credit");
          html.close();
        }
      }
      page.endTable();
    }
    if (all.number("assist_order_count") != null) {
      html.open("p").text("Orders in the three days after an interaction with the brand (A): ");
      page.figure(all, "assist_order_count");
      html.text("; of the same customers in the three days before one (B): ");
      page.figure(all, "mirror_order_count");
      html.text("; A - B: ");
      page.figure(all, "incremental_assist_count");
      page.interval(all, "incremental_assist_count", "count");
      html.text(". This is association, not cause; ");
      page.how(all, "incremental_assist_count");
      html.close();
    }
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private static void customers(Page page, @Nullable ReadCells month) {
    if (month == null) {
      return;
    }
    Html html = page.html;
    String what = month.is("is_complete") ? "" : ", a month that is not over";
    page.table("Customers of the month to " + month.text("date") + what, "Figure", "Value");
    page.row("Customers who bought");
    page.cell(month, "customer_count");
    html.close();
    page.row("Of them returning");
    page.estimateCell(month, "returning_customer_rate", "");
    html.close();
    page.row("Of the new ones, buy again within 90 days");
    page.estimateCell(month, "repeat_within_90d_rate", "");
    html.close();
    page.row("Customers ever");
    page.cell(month, "known_customer_count");
    html.close();
    page.row("Of them expected to be still there");
    page.estimateCell(month, "expected_alive_count", "alive_missing_reason");
    html.close();
    page.endTable();
    if (month.is("is_left_truncated")) {
      html.element(
          "p",
          "Orders reach back less than 365 days, so old customers look new: the share of returning"
              + " ones is too low.",
          "class",
          "reason");
    }
    html.open("p");
    page.how(month, "returning_customer_rate");
    html.close();
  }
}
