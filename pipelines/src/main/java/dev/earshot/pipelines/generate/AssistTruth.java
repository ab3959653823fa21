package dev.earshot.pipelines.generate;

import dev.earshot.pipelines.generate.Period.LocalDates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What a run must say of purchases around what customers said to a brand, and the true effect. */
final class AssistTruth {
  private static final long WINDOW = 3L * Period.DAY;

  private final Period period;
  private final List<LocalDates> dates;
  private final List<Customer> customers = new ArrayList<>();

  AssistTruth(Grid grid) {
    period = grid.period();
    dates = grid.brands().stream().map(brand -> period.dates(brand.zone())).toList();
  }

  /** Something said to the brand. */
  record Contact(long moment, boolean isServiceIssue) {}

  /** A purchase that would not be without something said before it. */
  record Prompt(long contact, long purchase) {}

  /** A customer, with moments of purchases and everything said to the brand. */
  record Customer(
      FictionalBrand brand,
      String id,
      List<Long> purchases,
      List<Contact> contacts,
      List<Prompt> prompts) {}

  /** Adds a customer, to be completed. */
  Customer customer(Shopper shopper, List<Long> purchases) {
    Customer customer =
        new Customer(
            shopper.brand(), shopper.id(), purchases, new ArrayList<>(), new ArrayList<>());
    customers.add(customer);
    return customer;
  }

  void write(Path folder, Journeys journeys) throws IOException {
    Map<String, Map<LocalDate, long[]>> brands = new TreeMap<>();
    for (Customer customer : customers) {
      count(
          customer,
          journeys.clickMoments(customer.brand().id(), customer.id()),
          brands.computeIfAbsent(customer.brand().id(), brand -> new TreeMap<>()));
    }
    String header =
        "brand_id,date,network,interaction_count,assist_order_count,mirror_order_count,"
            + "prompted_order_count,has_effect";
    try (CsvFile file = new CsvFile(folder.resolve("assists.csv"), header)) {
      for (FictionalBrand brand : sorted()) {
        for (Map.Entry<LocalDate, long[]> day :
            brands.getOrDefault(brand.id(), Map.of()).entrySet()) {
          long[] n = day.getValue();
          file.row(
              brand.id(),
              day.getKey(),
              Network.BLUESKY.id,
              n[0],
              n[1],
              n[2],
              n[3],
              ContactEpisodes.hasEffect(brand));
        }
      }
    }
  }

  private List<FictionalBrand> sorted() {
    return customers.stream()
        .map(Customer::brand)
        .distinct()
        .sorted(Comparator.comparing(FictionalBrand::id))
        .toList();
  }

  /** Counts around what was said where it is no issue, follows none, and is old enough. */
  private void count(Customer customer, List<Long> clicks, Map<LocalDate, long[]> days) {
    List<Long> issues =
        customer.contacts().stream().filter(Contact::isServiceIssue).map(Contact::moment).toList();
    List<Long> exposures =
        customer.contacts().stream()
            .filter(said -> !said.isServiceIssue())
            .map(Contact::moment)
            .filter(at -> at + WINDOW <= period.end)
            .filter(at -> issues.stream().noneMatch(issue -> at >= issue && at - issue <= WINDOW))
            .toList();
    exposures.forEach(at -> counts(customer, at, days)[0]++);
    for (long purchase : customer.purchases()) {
      LongStream before = exposures.stream().mapToLong(at -> at).filter(at -> at < purchase);
      before.max().ifPresent(at -> add(customer, at, purchase, clicks, days, 1));
      LongStream after = exposures.stream().mapToLong(at -> at).filter(at -> at > purchase);
      after.min().ifPresent(at -> add(customer, at, purchase, clicks, days, 2));
    }
    for (Prompt prompt : customer.prompts()) {
      if (exposures.contains(prompt.contact())) {
        add(customer, prompt.contact(), prompt.purchase(), clicks, days, 3);
      }
    }
  }

  private void add(
      Customer customer,
      long exposure,
      long purchase,
      List<Long> clicks,
      Map<LocalDate, long[]> days,
      int count) {
    long from = Math.min(exposure, purchase);
    long to = Math.max(exposure, purchase);
    if (to - from <= WINDOW && clicks.stream().noneMatch(at -> at >= from && at <= to)) {
      counts(customer, exposure, days)[count]++;
    }
  }

  private long[] counts(Customer customer, long moment, Map<LocalDate, long[]> days) {
    int date = dates.get(customer.brand().index()).index(moment);
    return days.computeIfAbsent(Period.date(date), day -> new long[4]);
  }
}
