package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.models.statistics.buying.PurchaseHistory;
import dev.earshot.models.statistics.buying.RepeatBuyingFit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published data sets of orders, where they are at hand, against what is published about them. */
class ReturningCustomersDataTest {
  private static final Path DATA = Path.of("../../shared/data");
  private static final Path CDNOW = DATA.resolve("orders_cdnow/CDNOW_sample.txt");
  private static final Path PUBLISHED =
      DATA.resolve("orders_cdnow/cdnow_customers_summary_with_transactions.csv");
  private static final Path RETAIL =
      DATA.resolve("orders_online_retail/online_retail_2010-2011.csv.gz");

  @TempDir Path folder;

  private Path run(Path orders, String zone, String mapping, String... more) {
    assumeTrue(Files.exists(orders), "the third-party file " + orders + " is not here");
    SmallInput input = SmallInput.in(folder);
    Path brands =
        input.file(
            "shop.yaml",
            "brands:\n  - id: shop\n    name: Shopname\n    time_zone: " + zone + "\n");
    EarshotRun run =
        EarshotRun.Arguments.run(brands, input.output(), folder)
            .with("--mapping", "../testdata/mappings/" + mapping)
            .with("--orders", orders.toString())
            .with(more)
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    return input.output();
  }

  /**
   * At the end of week 39 x, t_x and T of each of the 2,357 customers are those that are published;
   * models that are fitted to what the run wrote are those of the literature.
   */
  @Test
  void cdnow() {
    Path output =
        run(CDNOW, "America/New_York", "cdnow.yaml", "--as-of", "1997-09-30T23:59:59-04:00");
    try (Sql sql = Sql.over(output)) {
      assertEquals(
          List.of("6919|0|4960|1959"),
          sql.rows(
              """
              SELECT read_count, rejected_count, accepted_count, out_of_scope_count
              FROM pipeline_runs"""));
      String published =
          """
          SELECT x::INT AS x, t_x::DECIMAL(9, 2) AS t_x, T::DECIMAL(9, 2) AS T
          FROM read_csv('%s', header = true)"""
              .formatted(PUBLISHED);
      String found =
          """
          SELECT (purchase_count - 1)::INT, round(recency_day_count / 7.0, 2)::DECIMAL(9, 2),
            round(age_day_count / 7.0, 2)::DECIMAL(9, 2)
          FROM customers""";
      assertEquals(List.of("2357"), sql.rows("SELECT count(*) FROM (%s)".formatted(found)));
      assertEquals(List.of(), sql.rows("(%s) EXCEPT ALL (%s)".formatted(published, found)));
      assertModels(sql);
    }
  }

  /**
   * Month by month over all orders. Who bought after a day was there on it, so that no interval may
   * end below the number of these customers. All came within three months: until the cut lies three
   * months after the first there is no estimate, then one of every month, and each lies within the
   * interval of the month before.
   */
  @Test
  void cdnowByMonth() {
    Path output = run(CDNOW, "America/New_York", "cdnow.yaml");
    try (Sql sql = Sql.over(output)) {
      String months =
          """
          SELECT *, lag(lower) OVER (ORDER BY date) AS lower_before,
            lag(upper) OVER (ORDER BY date) AS upper_before
          FROM (
            SELECT m.date, m.expected_alive_count AS alive, m.expected_alive_count_lower AS lower,
              m.expected_alive_count_upper AS upper,
              coalesce(m.alive_missing_reason, 'none') AS reason,
              count_if(c.first_purchase_date <= m.date AND c.last_purchase_date > m.date) AS later
            FROM brand_customers_monthly m JOIN customers c USING (brand_id) GROUP BY ALL)""";
      assertEquals(
          List.of("none|1997-07-31|12"),
          sql.rows(
              """
              SELECT reason, min(date), count(*) FROM (%s)
              WHERE reason = 'none' AND upper >= later GROUP BY ALL"""
                  .formatted(months)));
      assertEquals(
          List.of(),
          sql.rows(
              """
              SELECT * FROM (%s) WHERE reason = 'none'
                AND (upper < later OR alive NOT BETWEEN lower_before AND upper_before)"""
                  .formatted(months)));
    }
  }

  private static void assertModels(Sql sql) {
    TreeMap<PurchaseHistory, Long> histories = new TreeMap<>();
    for (String row :
        sql.rows("SELECT purchase_count - 1, recency_day_count, age_day_count FROM customers")) {
      String[] cells = row.split("\\|", -1);
      histories.merge(
          new PurchaseHistory(
              Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2])),
          1L,
          Long::sum);
    }
    RepeatBuyingFit original = RepeatBuyingFit.of(histories, false);
    RepeatBuyingFit modified = RepeatBuyingFit.of(histories, true);
    assertNotNull(original);
    assertNotNull(modified);
    assertTrue(original.hasConverged() && modified.hasConverged());
    assertEquals(0.243, original.model().r(), 0.00243);
    assertEquals(4.414, original.model().alpha() / 7, 0.04414);
    assertEquals(0.793, original.model().a(), 0.00793);
    assertEquals(2.426, original.model().b(), 0.02426);
    // 2,357 customers bought 6,696 times on different days, 2,457 times again by week 39.
    double actual = 6_696 - 2_357 - 2_457;
    double byOriginal = expected(histories, original);
    double byModified = expected(histories, modified);
    // Both models miss customers who come back after long silence; a model in wrong units of time
    // or of the wrong duration is off by a multiple.
    assertEquals(actual, byOriginal, 0.2 * actual);
    assertEquals(actual, byModified, 0.2 * actual);
    assertEquals(-9_582.4, original.logLikelihood() + sumOfRepeats(histories) * Math.log(7), 0.05);
  }

  /** A density per week is 7 times one per day: the published log-likelihood is per week. */
  private static long sumOfRepeats(Map<PurchaseHistory, Long> histories) {
    return histories.entrySet().stream()
        .mapToLong(entry -> entry.getValue() * entry.getKey().repeatCount())
        .sum();
  }

  private static double expected(Map<PurchaseHistory, Long> histories, RepeatBuyingFit fit) {
    return histories.entrySet().stream()
        .mapToDouble(e -> e.getValue() * fit.model().expectedPurchases(e.getKey(), 39 * 7))
        .sum();
  }

  /** Counted independently over the file: see the documentation of the data set. */
  @Test
  void onlineRetail() {
    Path output = run(RETAIL, "Europe/London", "online-retail.yaml");
    try (Sql sql = Sql.over(output)) {
      assertEquals(
          List.of("541909|0|541909"),
          sql.rows("SELECT read_count, rejected_count, accepted_count FROM pipeline_runs"));
      assertEquals(
          List.of("25900|3836|4372"),
          sql.rows(
              """
              SELECT count(*), count_if(status = 'cancelled'), count(DISTINCT customer_id)
              FROM orders"""));
      assertEquals(
          List.of("541909|135080"),
          sql.rows(
              """
              SELECT sum(line_count), sum(line_count) FILTER (customer_id IS NULL) FROM orders"""));
      assertEquals(
          List.of("4339|2845"),
          sql.rows(
              """
              SELECT count(*), count_if(order_count >= 2) FROM (
                SELECT customer_id, count(*) AS order_count FROM orders
                WHERE customer_id IS NOT NULL AND status != 'cancelled' GROUP BY ALL)"""));
      // By a program of its own over the file: of 4,339 customers 1,508 got something back later,
      // in 158 cases the amount of a whole order; 12 of them had no other.
      assertEquals(
          List.of("4327|18378|832268225"),
          sql.rows("SELECT count(*), sum(order_count), sum(spent_minor_count) FROM customers"));
      assertEquals(
          List.of("1496"),
          sql.rows(
              """
              SELECT count(*) FROM customers JOIN (
                SELECT customer_id, sum(amount_minor_count - refunded_minor_count) AS bought
                FROM orders WHERE is_purchase GROUP BY ALL) USING (customer_id)
              WHERE spent_minor_count < bought"""));
      assertEquals(
          List.of(
              "2010-12-31|884|0|1200",
              "2011-01-31|739|324|933",
              "2011-02-28|756|376|942",
              "2011-03-31|968|517|1211",
              "2011-04-30|851|550|1055",
              "2011-05-31|1053|770|1333",
              "2011-06-30|987|746|1246",
              "2011-07-31|946|759|1191",
              "2011-08-31|935|766|1186",
              "2011-09-30|1259|965|1580",
              "2011-10-31|1357|998|1702",
              "2011-11-30|1662|1339|2385",
              "2011-12-31|611|571|702"),
          sql.rows(
              """
              SELECT date, customer_count, returning_customer_count, purchase_count
              FROM brand_customers_monthly ORDER BY date"""));
    }
  }
}
