package dev.earshot.pipelines.generate;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Customers who sign in to a brand's site, and the credit that their clicks have in their orders.
 * Some use two browsers, some share one. Draws from a stream of its own, so that visits and orders
 * are the same with and without it.
 */
final class Journeys {
  private static final long STREAM = 0x6A09E667F3BCC909L;
  private static final long LOOKBACK = 28L * Period.DAY;

  /** Parts of an order: five times what all of 1 to 20 divide, so that credits are exact. */
  private static final long ORDER = 5 * 232_792_560L;

  private static final Set<String> NO_CLICK = Set.of("direct", "internal", "spam");

  private final SeededRandom random;
  private final Period period;
  private final Map<String, Map<String, List<Purchase>>> purchases = new TreeMap<>();
  private final Map<String, Deque<String>> waiting = new TreeMap<>();
  private final Map<String, List<Browser>> browsers = new TreeMap<>();

  private record Purchase(long moment, LocalDate date) {}

  /** A visit that came from somewhere; the network is that of a social one. */
  private record Click(long moment, @Nullable String network) {}

  Journeys(GeneratorOptions options, Cast cast) {
    random = new SeededRandom(options.seed() ^ STREAM);
    period = cast.period();
    for (FictionalBrand brand : cast.brands()) {
      purchases.put(brand.id(), new TreeMap<>());
      waiting.put(brand.id(), new ArrayDeque<>());
      browsers.put(brand.id(), new ArrayList<>());
    }
  }

  /** Adds a purchase of a customer with an id; those before the first day of the log are left. */
  void addPurchase(Shopper shopper, long moment, LocalDate date) {
    if (moment >= period.start) {
      String brand = shopper.brand().id();
      of(purchases, brand)
          .computeIfAbsent(
              shopper.id(),
              customer -> {
                of(waiting, brand).add(customer);
                return new ArrayList<>();
              })
          .add(new Purchase(moment, date));
    }
  }

  /** The browser of a person who visits the site: half of them are customers who buy. */
  Browser browser(FictionalBrand brand) {
    Deque<String> customers = of(waiting, brand.id());
    List<String> owners = new ArrayList<>();
    if (!customers.isEmpty() && random.chance(0.5)) {
      owners.add(take(customers));
      if (!customers.isEmpty() && random.chance(0.1)) {
        owners.add(take(customers));
      }
    }
    Browser browser = new Browser(brand.id(), owners);
    if (!owners.isEmpty()) {
      of(browsers, brand.id()).add(browser);
    }
    return browser;
  }

  private String take(Deque<String> customers) {
    String customer = customers.remove();
    if (random.chance(0.2)) {
      customers.add(customer);
    }
    return customer;
  }

  private static <K, V> V of(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  /** A browser, with those who ever signed in with it. */
  final class Browser {
    private final String brand;
    private final List<String> owners;
    private final Set<String> known = new HashSet<>();
    private final List<Click> clicks = new ArrayList<>();

    Browser(String brand, List<String> owners) {
      this.brand = brand;
      this.owners = owners;
    }

    /** When an owner first comes: at the given moment, or shortly before a purchase. */
    long first(long moment) {
      if (owners.isEmpty() || !random.chance(0.3)) {
        return moment;
      }
      List<Purchase> bought = of(of(purchases, brand), owners.get(random.below(owners.size())));
      long before = random.between(10 * 60, 2 * Period.DAY);
      long arranged = Period.settle(bought.get(random.below(bought.size())).moment() - before);
      // Of two clicks of a customer in one second none is the first.
      long others =
          of(browsers, brand).stream()
              .filter(other -> other != this && owners.stream().anyMatch(other.owners::contains))
              .count();
      return Math.max(Period.settle(period.start) + others, arranged);
    }

    /** Notes a visit and returns who is signed in during it, as the log has it. */
    String visit(long start, Arrival arrival) {
      if (owners.isEmpty()) {
        return "-";
      }
      if (!NO_CLICK.contains(arrival.medium())) {
        clicks.add(new Click(start, arrival.network()));
      }
      if (!random.chance(0.6)) {
        return "-";
      }
      String owner = owners.get(random.below(owners.size()));
      known.add(owner);
      return owner;
    }
  }

  /** Writes what the clicks of the 28 days before orders must be credited with. */
  void write(Path folder) throws IOException {
    String header =
        "brand_id,date,network,attributed_order_count,first_touch_order_credit,"
            + "last_touch_order_credit,linear_order_credit,position_based_order_credit";
    try (CsvFile file = new CsvFile(folder.resolve("attribution.csv"), header)) {
      for (String brand : purchases.keySet()) {
        write(brand, file);
      }
    }
  }

  private void write(String brand, CsvFile file) throws IOException {
    Map<LocalDate, Long> orders = new TreeMap<>();
    Map<LocalDate, Map<String, long[]>> credits = new TreeMap<>();
    of(purchases, brand)
        .forEach(
            (customer, bought) -> {
              List<Click> clicks = clicks(brand, customer);
              for (Purchase order : bought) {
                List<Click> before =
                    clicks.stream().filter(click -> isBefore(click, order)).toList();
                if (!before.isEmpty()) {
                  orders.merge(order.date(), 1L, Long::sum);
                  credit(before, credits.computeIfAbsent(order.date(), date -> new TreeMap<>()));
                }
              }
            });
    for (Map.Entry<LocalDate, Long> day : orders.entrySet()) {
      for (Map.Entry<String, long[]> cell : of(credits, day.getKey()).entrySet()) {
        long[] n = cell.getValue();
        file.row(
            brand,
            day.getKey(),
            cell.getKey(),
            day.getValue(),
            orders(n[0]),
            orders(n[1]),
            orders(n[2]),
            orders(n[3]));
      }
    }
  }

  /** Parts of orders as orders, to the millionth. */
  private static BigDecimal orders(long parts) {
    return BigDecimal.valueOf(parts).divide(BigDecimal.valueOf(ORDER), 6, RoundingMode.HALF_UP);
  }

  /** When a customer clicked. */
  List<Long> clickMoments(String brand, String customer) {
    return clicks(brand, customer).stream().map(Click::moment).toList();
  }

  /** What a customer clicked, with browsers in which nobody else ever signed in. */
  private List<Click> clicks(String brand, String customer) {
    return of(browsers, brand).stream()
        .filter(browser -> browser.known.equals(Set.of(customer)))
        .flatMap(browser -> browser.clicks.stream())
        .sorted(Comparator.comparingLong(Click::moment))
        .toList();
  }

  private static boolean isBefore(Click click, Purchase order) {
    return click.moment() <= order.moment() && order.moment() - click.moment() <= LOOKBACK;
  }

  /** Credits the social ones among the clicks before one order, in parts of it. */
  private static void credit(List<Click> clicks, Map<String, long[]> credits) {
    int count = clicks.size();
    int end = count - 1;
    add(credits, Grid.ALL_NETWORKS, new long[4]);
    for (int i = 0; i < count; i++) {
      String network = clicks.get(i).network();
      if (network != null) {
        boolean isEnd = i == 0 || i == end;
        long ends = isEnd ? ORDER / 5 * 2 : share(ORDER / 5, count - 2, i - 1);
        long[] credit = {
          i == 0 ? ORDER : 0,
          i == end ? ORDER : 0,
          share(ORDER, count, i),
          count > 2 ? ends : share(ORDER, count, i)
        };
        add(credits, network, credit);
        add(credits, Grid.ALL_NETWORKS, credit);
      }
    }
  }

  /** What does not divide goes to the first. */
  private static long share(long amount, int count, int index) {
    return amount / count + (index < amount % count ? 1 : 0);
  }

  private static void add(Map<String, long[]> credits, String network, long[] credit) {
    long[] sums = credits.computeIfAbsent(network, absent -> new long[credit.length]);
    for (int i = 0; i < credit.length; i++) {
      sums[i] += credit[i];
    }
  }
}
