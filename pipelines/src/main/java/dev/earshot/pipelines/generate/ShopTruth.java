package dev.earshot.pipelines.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What tables about orders and customers must show, gathered while the orders are made. */
final class ShopTruth implements Closeable {
  private final Path folder;
  private final CsvFile orders;
  private final Map<String, TreeMap<YearMonth, long[]>> months = new TreeMap<>();
  private final Map<String, TreeMap<YearMonth, TreeMap<YearMonth, Long>>> cohorts = new TreeMap<>();

  ShopTruth(Path folder) throws IOException {
    this.folder = folder;
    orders =
        new CsvFile(
            folder.resolve("orders.csv"),
            "brand_id,order_id,status,has_customer,amount_minor_count,refunded_minor_count,"
                + "line_count,date");
  }

  void addOrder(
      FictionalBrand brand,
      String orderId,
      String status,
      boolean hasCustomer,
      long paid,
      long repaid,
      int lines,
      LocalDate date)
      throws IOException {
    orders.row(brand.id(), orderId, status, hasCustomer, paid, repaid, lines, date);
  }

  /**
   * Adds a customer.
   *
   * @param bought the date of each purchase, in order, at least one
   */
  void addCustomer(FictionalBrand brand, List<LocalDate> bought, boolean isLinked) {
    YearMonth first = YearMonth.from(bought.get(0));
    TreeMap<YearMonth, Long> activity =
        cohorts
            .computeIfAbsent(brand.id(), id -> new TreeMap<>())
            .computeIfAbsent(first, month -> new TreeMap<>());
    TreeMap<YearMonth, TreeSet<LocalDate>> days = new TreeMap<>();
    for (LocalDate date : bought) {
      days.computeIfAbsent(YearMonth.from(date), month -> new TreeSet<>()).add(date);
    }
    days.forEach(
        (month, dates) -> {
          activity.merge(month, 1L, Long::sum);
          long[] counts =
              months
                  .computeIfAbsent(brand.id(), id -> new TreeMap<>())
                  .computeIfAbsent(month, m -> new long[5]);
          boolean isReturning = month.isAfter(first);
          counts[0]++;
          counts[1] += isReturning ? 1 : 0;
          counts[2] += dates.size();
          counts[3] += isLinked ? 1 : 0;
          counts[4] += isLinked && isReturning ? 1 : 0;
        });
  }

  /** Writes what was gathered. */
  void write() throws IOException {
    try (CsvFile monthly =
            new CsvFile(
                folder.resolve("customers_monthly.csv"),
                "brand_id,date,customer_count,returning_customer_count,purchase_count,"
                    + "linked_customer_count,linked_returning_count");
        CsvFile retention =
            new CsvFile(
                folder.resolve("retention.csv"),
                "brand_id,cohort_date,date,cohort_customer_count,active_customer_count")) {
      for (Map.Entry<String, TreeMap<YearMonth, long[]>> brand : months.entrySet()) {
        for (Map.Entry<YearMonth, long[]> month : brand.getValue().entrySet()) {
          long[] n = month.getValue();
          monthly.row(brand.getKey(), month.getKey().atEndOfMonth(), n[0], n[1], n[2], n[3], n[4]);
        }
      }
      for (Map.Entry<String, TreeMap<YearMonth, TreeMap<YearMonth, Long>>> brand :
          cohorts.entrySet()) {
        for (Map.Entry<YearMonth, TreeMap<YearMonth, Long>> cohort : brand.getValue().entrySet()) {
          long size = cohort.getValue().firstEntry().getValue();
          for (Map.Entry<YearMonth, Long> active : cohort.getValue().entrySet()) {
            retention.row(
                brand.getKey(),
                cohort.getKey().atDay(1),
                active.getKey().atEndOfMonth(),
                size,
                active.getValue());
          }
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    orders.close();
  }
}
