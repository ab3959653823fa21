package dev.earshot.pipelines.generate;

import dev.earshot.pipelines.generate.OrderEpisodes.Order;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What tables about orders and customers must show, gathered while the orders are made. */
final class ShopTruth implements Closeable {
  private static final YearMonth FIRST_OF_POSTS = YearMonth.from(Period.date(1));

  private final Path folder;
  private final Speakers speakers;
  private final Grid grid;
  private final CsvFile orders;
  private final CsvFile customers;
  private final TreeMap<Cell, long[]> months =
      new TreeMap<>(Comparator.comparing(Cell::brandId).thenComparing(Cell::month));
  private final TreeMap<Cohort, Long> cohorts =
      new TreeMap<>(
          Comparator.comparing(Cohort::brandId)
              .thenComparing(Cohort::first)
              .thenComparing(Cohort::month));

  private record Cell(String brandId, YearMonth month) {}

  private record Cohort(String brandId, YearMonth first, YearMonth month) {}

  ShopTruth(Path folder, Grid grid, Speakers speakers) throws IOException {
    this.grid = grid;
    this.folder = folder;
    this.speakers = speakers;
    orders =
        new CsvFile(
            folder.resolve("orders.csv"),
            "brand_id,order_id,status,has_customer,currency,amount_minor_count,"
                + "refunded_minor_count,line_count,date");
    customers =
        new CsvFile(
            folder.resolve("customers.csv"),
            "brand_id,purchase_count,order_count,currency,spent_minor_count,first_purchase_date,"
                + "last_purchase_date,is_alive,is_repeated_within_90d");
  }

  /** Adds an order that is written. */
  void addOrder(Shopper shopper, Order order) throws IOException {
    orders.row(
        shopper.brand().id(),
        order.id(),
        order.status().code(),
        !shopper.isGuest(),
        order.currency(),
        order.paid(),
        order.repaid(),
        order.lineCount(),
        order.date());
  }

  /**
   * Adds a customer with an id.
   *
   * @param written the orders of the set
   * @param planned the days of purchases, those after the set too
   * @param isAlive whether the customer has not left at the end of the set
   */
  void addCustomer(Shopper shopper, List<Order> written, List<LocalDate> planned, boolean isAlive)
      throws IOException {
    List<Order> bought = written.stream().filter(Order::isPurchase).toList();
    if (bought.isEmpty()) {
      return;
    }
    TreeSet<LocalDate> days = new TreeSet<>(bought.stream().map(Order::date).toList());
    LocalDate first = days.first();
    LocalDate second = new TreeSet<>(planned).higher(first);
    boolean isOneCurrency = bought.stream().map(Order::currency).distinct().count() == 1;
    String brand = shopper.brand().id();
    customers.row(
        brand,
        days.size(),
        bought.size(),
        isOneCurrency ? bought.get(0).currency() : null,
        isOneCurrency ? spent(bought) : null,
        first,
        days.last(),
        isAlive,
        second != null && !second.isAfter(first.plusDays(ShopEpisodes.REPEAT_DAYS)));
    Map<YearMonth, Long> purchases = new TreeMap<>();
    days.forEach(day -> purchases.merge(YearMonth.from(day), 1L, Long::sum));
    purchases.forEach((month, count) -> addMonth(shopper, YearMonth.from(first), month, count));
  }

  private static @Nullable Long spent(List<Order> bought) {
    return bought.stream().mapToLong(order -> order.paid() - order.repaid()).sum();
  }

  private void addMonth(Shopper shopper, YearMonth first, YearMonth month, long purchaseCount) {
    String brand = shopper.brand().id();
    cohorts.merge(new Cohort(brand, first, month), 1L, Long::sum);
    boolean isLinked = !shopper.accounts().isEmpty();
    boolean isEngaged =
        shopper.accounts().stream()
            .anyMatch(account -> speakers.spoke(shopper.brand(), account, month));
    int returning = month.isAfter(first) ? 1 : 0;
    long[] counts = months.computeIfAbsent(new Cell(brand, month), cell -> new long[7]);
    counts[0]++;
    counts[1] += returning;
    counts[2] += purchaseCount;
    counts[3] += isLinked ? 1 : 0;
    counts[4] += isLinked ? returning : 0;
    counts[5] += isEngaged ? 1 : 0;
    counts[6] += isEngaged ? returning : 0;
  }

  /** Counters that are held at most: for each brand, of its months and pairs of months. */
  long size() {
    long days = (long) ShopEpisodes.HISTORY_DAYS + grid.period().dateCount();
    long most = days / 28 + 2;
    return grid.brands().size() * (7 * most + most * (most + 1) / 2) + speakers.size();
  }

  /** Writes what was gathered. */
  void write() throws IOException {
    try (CsvFile monthly =
            new CsvFile(
                folder.resolve("customers_monthly.csv"),
                "brand_id,date,customer_count,returning_customer_count,purchase_count,"
                    + "linked_customer_count,linked_returning_count,engaged_customer_count,"
                    + "engaged_returning_count");
        CsvFile retention =
            new CsvFile(
                folder.resolve("retention.csv"),
                "brand_id,cohort_date,date,cohort_customer_count,active_customer_count")) {
      for (Map.Entry<Cell, long[]> entry : months.entrySet()) {
        YearMonth month = entry.getKey().month();
        long[] n = entry.getValue();
        boolean hasPosts = !month.isBefore(FIRST_OF_POSTS);
        monthly.row(
            entry.getKey().brandId(),
            month.atEndOfMonth(),
            n[0],
            n[1],
            n[2],
            n[3],
            n[4],
            hasPosts ? n[5] : null,
            hasPosts ? n[6] : null);
      }
      for (Map.Entry<Cohort, Long> entry : cohorts.entrySet()) {
        Cohort cohort = entry.getKey();
        retention.row(
            cohort.brandId(),
            cohort.first().atDay(1),
            cohort.month().atEndOfMonth(),
            cohorts.get(new Cohort(cohort.brandId(), cohort.first(), cohort.first())),
            entry.getValue());
      }
    }
  }

  @Override
  public void close() throws IOException {
    orders.close();
    customers.close();
  }
}
