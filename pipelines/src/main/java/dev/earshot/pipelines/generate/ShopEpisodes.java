package dev.earshot.pipelines.generate;

import dev.earshot.pipelines.generate.OrderEpisodes.Order;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The customers of the brands' shops, from {@value #HISTORY_DAYS} days before the posts on: who
 * comes, buys, agrees to be known behind accounts, and leaves for good. They follow the MBG/NBD
 * model: purchases at a rate that differs between customers, and after each one a chance to leave
 * that differs too. Draws from a stream of its own, so that posts and messages stay as they are.
 */
final class ShopEpisodes {
  /** Days with orders before the first day of posts. */
  static final int HISTORY_DAYS = 420;

  /** Mean days between the orders of a customer; the rates are exponentially distributed. */
  static final double MEAN_GAP_DAYS = 45;

  /** The chances to leave are Beta(1, b) distributed. */
  static final double LEAVING_B = 2.3;

  /** Within so many days a second purchase is a repeat, and so far the truth looks ahead. */
  static final int REPEAT_DAYS = 90;

  private static final long STREAM = 0x5DEECE66D0B5L;
  private static final int POSTS_PER_CUSTOMER = 5;
  private static final int FEWEST = 20;
  static final int MOST = 600;
  private static final int OF_NOBODY = 5;

  private final SeededRandom random;
  private final Cast cast;
  private final OrderEpisodes orders;
  private final IdentityEpisodes identities;
  private final ShopTruth truth;
  private final Journeys journeys;
  private final ContactEpisodes contacts;
  private final long customers;

  ShopEpisodes(
      GeneratorOptions options,
      Cast cast,
      List<GeneratedFile> orderFiles,
      List<GeneratedFile> identityFiles,
      ShopTruth truth,
      Journeys journeys,
      ContactEpisodes contacts) {
    random = new SeededRandom(options.seed() ^ STREAM);
    this.cast = cast;
    this.truth = truth;
    this.journeys = journeys;
    this.contacts = contacts;
    double badRate = options.badRate();
    orders =
        new OrderEpisodes(random, new ShopFiles(random, orderFiles, BrokenRecord.ORDERS, badRate));
    identities =
        new IdentityEpisodes(
            random, new ShopFiles(random, identityFiles, BrokenRecord.IDENTITIES, badRate));
    customers = Math.max(FEWEST, Math.min(MOST, options.posts() / POSTS_PER_CUSTOMER));
  }

  /** Writes all customers of all brands. */
  void writeAll() throws IOException {
    for (FictionalBrand brand : cast.brands()) {
      for (int number = 0; number < customers; number++) {
        String id = id(number);
        boolean isGuest = random.chance(0.06);
        writeCustomer(
            new Shopper(brand, id, isGuest, isGuest ? List.of() : accounts(brand, number)));
      }
    }
    for (int i = 0; i < OF_NOBODY; i++) {
      orders.writeOfNobody(cast.period().start);
    }
  }

  private List<Shopper.Account> accounts(FictionalBrand brand, int number) throws IOException {
    List<Shopper.Account> agreed = identities.write(brand, id(number), number);
    return agreed.isEmpty() ? contacts.join(brand, id(number), number) : agreed;
  }

  private static String id(int number) {
    return "c-" + (100_000 + number);
  }

  private void writeCustomer(Shopper shopper) throws IOException {
    double rate = -StrictMath.log(1 - random.nextDouble()) / (MEAN_GAP_DAYS * Period.DAY);
    double leaves = 1 - StrictMath.pow(1 - random.nextDouble(), 1 / LEAVING_B);
    long start = cast.period().start - (long) HISTORY_DAYS * Period.DAY;
    long end = cast.period().end - 2 * Period.HOUR;
    double at = start + random.nextDouble() * (end - start);
    List<Order> written = new ArrayList<>();
    List<Long> bought = new ArrayList<>();
    List<LocalDate> planned = new ArrayList<>();
    boolean isThere = true;
    boolean isThereAtEnd = true;
    while (isThere && at < end + (REPEAT_DAYS + 2.0) * Period.DAY) {
      long moment = Period.settle((long) at);
      boolean isWritten = moment <= end;
      Order order = orders.write(shopper, moment, isWritten);
      if (isWritten) {
        truth.addOrder(shopper, order);
        written.add(order);
        if (order.isPurchase() && !shopper.isGuest()) {
          journeys.addPurchase(shopper, moment, order.date());
          bought.add(moment);
        }
      }
      if (order.isPurchase()) {
        planned.add(order.date());
        isThere = random.nextDouble() >= leaves;
        isThereAtEnd &= isThere || !isWritten;
      }
      at += -StrictMath.log(1 - random.nextDouble()) / rate;
    }
    if (!shopper.isGuest()) {
      contacts.write(shopper, bought);
      truth.addCustomer(shopper, written, planned, isThereAtEnd);
    }
  }
}
