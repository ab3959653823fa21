package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.BrandScorecardWeeklyRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes that the data can show, then the four KPIs. A change is shown where its interval
 * leaves zero out.
 */
final class MinuteSection {
  static final Map<String, String> NAMES =
      Map.of(
          "reputation", "Reputation",
          "engagement", "Engagement",
          "referral_traffic", "Visits from social networks",
          "returning_customers", "Returning customers");
  private static final List<String> KPIS =
      List.of("reputation", "engagement", "referral_traffic", "returning_customers");

  private MinuteSection() {}

  static void write(Page page, ReportTables tables, ReportRequest request) throws QueryException {
    List<ReadCells> latest =
        tables.rows(
            BrandScorecardWeeklyRow.class,
            "brand_id = ? and date = (select max(date) from brand_scorecards_weekly"
                + " where brand_id = ? and date between ? and ?)",
            request.brand(),
            request.brand(),
            request.period().from(),
            request.period().to());
    if (latest.isEmpty()) {
      return;
    }
    minute(page, tables, request, latest);
    cards(page, latest);
  }

  private static @Nullable ReadCells of(List<ReadCells> rows, String kpi) {
    return rows.stream().filter(row -> row.text("kpi").equals(kpi)).findFirst().orElse(null);
  }

  private static void minute(
      Page page, ReportTables tables, ReportRequest request, List<ReadCells> latest)
      throws QueryException {
    page.section("minute", "In one minute", "");
    page.html.open("ul", "class", "minute");
    boolean anything = false;
    for (String kpi : KPIS) {
      ReadCells now = of(latest, kpi);
      ReadCells before =
          now == null
              ? null
              : tables.first(
                  BrandScorecardWeeklyRow.class,
                  "brand_id = ? and kpi = ? and date = cast(? as date) - 7",
                  request.brand(),
                  kpi,
                  now.text("date"));
      if (now != null && before != null && differ(now, before)) {
        sentence(page, now, before, kpi);
        anything = true;
      }
    }
    if (!anything) {
      page.html.element("li", "No change from one week to the next that these data can show.");
    }
    page.html.close().close();
  }

  private static boolean differ(ReadCells one, ReadCells other) {
    Double lower = one.number("change_lower");
    Double upper = one.number("change_upper");
    return one.is("is_reliable")
        && other.is("is_reliable")
        && lower != null
        && upper != null
        && (lower > 0 || upper < 0);
  }

  private static void sentence(Page page, ReadCells now, ReadCells before, String kpi) {
    Double value = now.number("value");
    Double previous = before.number("value");
    boolean rose = value != null && previous != null && value > previous;
    String unit = unit(kpi);
    page.html.open("li");
    page.html.text(NAMES.get(kpi) + (rose ? " rose from " : " fell from "));
    page.figure(before, "value", unit);
    page.html.text(" to ");
    page.figure(now, "value", unit);
    page.html.text(" in the week to " + now.text("date") + ": by ");
    page.figure(now, "change", unit).interval(now, "change", unit);
    page.html.text(".").close();
  }

  static String unit(String kpi) {
    return kpi.equals("reputation") ? "points" : "rate";
  }

  private static void cards(Page page, List<ReadCells> latest) {
    page.section(
        "kpis",
        "Four figures of the week to " + latest.get(0).text("date"),
        "Each with its 95 % interval and what it rests on.");
    page.html.open("div", "class", "cards");
    for (String kpi : KPIS) {
      ReadCells row = of(latest, kpi);
      if (row != null) {
        card(page, row, kpi);
      }
    }
    page.html.close().close();
  }

  private static void card(Page page, ReadCells row, String kpi) {
    Html html = page.html;
    String unit = unit(kpi);
    html.open("article", "class", "card").element("h3", NAMES.getOrDefault(kpi, kpi));
    html.open("p", "class", "big");
    if (row.number("value") == null) {
      html.text("–");
    } else {
      page.figure(row, "value", unit);
    }
    html.close();
    if (row.number("value") != null) {
      html.open("p");
      page.interval(row, "value", unit);
      html.close();
      html.open("p", "class", "basis").text("from ");
      page.figure(row, "item_count");
      html.text(" " + row.text("item_name"));
      if (row.number("previous_value") != null) {
        html.text("; the week before ");
        page.figure(row, "previous_value", unit);
      }
      html.close();
    }
    if (!row.text("missing_reason").isEmpty()) {
      String provide = row.text("how_to_provide");
      html.element(
          "p",
          row.reason("missing_reason") + (provide.isEmpty() ? "" : ". " + provide),
          "class",
          "reason");
    }
    html.open("p").text(row.text("metric_name").replace('_', ' ') + ", ");
    page.how(row, "value");
    html.close().close();
  }
}
