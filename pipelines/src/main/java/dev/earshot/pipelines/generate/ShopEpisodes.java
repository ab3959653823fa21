package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.RejectionReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What customers of the brands order, from {@value #HISTORY_DAYS} days before the posts on, and
 * which of them agreed to be known behind an account. Draws from a stream of its own, so that posts
 * and messages are the same with and without it.
 */
final class ShopEpisodes {
  static final int HISTORY_DAYS = 120;
  private static final long STREAM = 0x5DEECE66D0B5L;
  private static final int POSTS_PER_CUSTOMER = 5;
  private static final int HOUR = 3_600;
  private static final double MEAN_GAP_SECONDS = 25.0 * Period.DAY;
  private static final String[] CURRENCIES = {"GBP", "USD", "JPY", "EUR"};

  private final SeededRandom random;
  private final Cast cast;
  private final List<SourceFile> orders;
  private final List<SourceFile> identities;
  private final ShopTruth truth;
  private final double badRate;
  private final LineBuffer line = new LineBuffer();
  private long orderSequence;

  ShopEpisodes(
      GeneratorOptions options,
      Cast cast,
      List<SourceFile> orders,
      List<SourceFile> identities,
      ShopTruth truth) {
    random = new SeededRandom(options.seed() ^ STREAM);
    this.cast = cast;
    this.orders = orders;
    this.identities = identities;
    this.truth = truth;
    badRate = options.badRate();
  }

  /** Writes all customers of all brands. */
  void writeAll(long posts) throws IOException {
    long customers = Math.max(20, posts / POSTS_PER_CUSTOMER);
    for (FictionalBrand brand : cast.brands()) {
      for (long customer = 0; customer < customers; customer++) {
        writeCustomer(brand, "c-" + (100_000 + customer));
      }
    }
    writeOfNobody();
  }

  private void writeCustomer(FictionalBrand brand, String customer) throws IOException {
    boolean isGuest = random.chance(0.06);
    boolean isLinked = !isGuest && writeIdentity(brand, customer);
    double rate = -StrictMath.log(1 - random.nextDouble()) / MEAN_GAP_SECONDS;
    double leaves = 1 - StrictMath.pow(1 - random.nextDouble(), 1 / 2.3);
    long start = cast.period().start - (long) HISTORY_DAYS * Period.DAY;
    long end = cast.period().end - HOUR;
    double at = start + random.nextDouble() * (end - start);
    List<LocalDate> bought = new ArrayList<>();
    boolean isThere = true;
    while (at < end && isThere) {
      long moment = Period.settle((long) at);
      if (writeOrder(brand, isGuest ? null : customer, moment)) {
        bought.add(Instant.ofEpochSecond(moment).atZone(brand.zone()).toLocalDate());
      }
      isThere = random.nextDouble() >= leaves;
      at += -StrictMath.log(1 - random.nextDouble()) / rate;
    }
    if (!isGuest && !bought.isEmpty()) {
      truth.addCustomer(brand, bought, isLinked);
    }
  }

  /** Writes an order and says whether it is a purchase. */
  private boolean writeOrder(FictionalBrand brand, @Nullable String customer, long moment)
      throws IOException {
    String orderId = "o-" + (500_000 + orderSequence++);
    String currency = CURRENCIES[Math.min(brand.index(), CURRENCIES.length - 1)];
    int digits = currency.equals("JPY") ? 0 : 2;
    double fate = random.nextDouble();
    String status =
        fate < 0.04 ? "cancelled" : fate < 0.05 ? "pending" : fate < 0.07 ? "refunded" : null;
    boolean hasLineIds = random.chance(0.8);
    int items = random.between(1, 3);
    long paid = 0;
    long repaid = 0;
    int lines = 0;
    for (int item = 0; item < items; item++) {
      long price = random.chance(0.02) ? 0 : random.between(100, 9_999);
      // Of a line without an id, the same again in one file is one more of the same item.
      int times = !hasLineIds && random.chance(0.1) ? 2 : 1;
      SourceFile file = file(orders);
      for (int time = 0; time < times; time++) {
        String lineId = hasLineIds ? Integer.toString(item) : null;
        orderLine(
            brand, orderId, lineId, customer, moment, currency, amount(price, digits), status);
        write(file);
        lines++;
        paid += price;
        if (hasLineIds && random.chance(0.03)) {
          writeAgain(orders, file);
        } else {
          file.accepted++;
        }
      }
    }
    boolean isPaid = status == null || status.equals("refunded");
    if (status == null && fate > 0.93) {
      repaid = fate > 0.97 ? paid : paid / 2;
      String negative = amount(-repaid, digits);
      String lineId = hasLineIds ? "refund" : null;
      orderLine(brand, orderId, lineId, customer, moment + HOUR, currency, negative, null);
      SourceFile file = file(orders);
      write(file);
      file.accepted++;
      lines++;
    } else if (status != null && status.equals("refunded")) {
      repaid = paid;
    }
    boolean isPaidBack = repaid > 0 && repaid >= paid;
    boolean isPurchase = status == null && !isPaidBack;
    String outcome = status != null ? status : isPaidBack ? "refunded" : "completed";
    LocalDate date = Instant.ofEpochSecond(moment).atZone(brand.zone()).toLocalDate();
    truth.addOrder(
        brand, orderId, outcome, customer != null, isPaid ? paid : 0, repaid, lines, date);
    return isPurchase;
  }

  private static String amount(long minor, int digits) {
    if (digits == 0) {
      return Long.toString(minor);
    }
    String sign = minor < 0 ? "-" : "";
    long whole = Math.abs(minor);
    return String.format(Locale.ROOT, "%s%d.%02d", sign, whole / 100, whole % 100);
  }

  private void orderLine(
      FictionalBrand brand,
      String orderId,
      @Nullable String lineId,
      @Nullable String customer,
      long moment,
      String currency,
      String amount,
      @Nullable String status) {
    line.begin()
        .text("brand_id", brand.id())
        .text("order_id", orderId)
        .text("line_id", lineId)
        .text("customer_id", customer)
        .text("ordered_at", Instant.ofEpochSecond(moment).toString())
        .text("currency", currency)
        .name("amount")
        .raw(amount)
        .text("status", status)
        .close();
  }

  /** Says whether the customer agreed. */
  private boolean writeIdentity(FictionalBrand brand, String customer) throws IOException {
    if (!random.chance(0.3)) {
      return false;
    }
    boolean isConsented = random.chance(0.85);
    Network network = Network.pick(random);
    line.begin()
        .text("brand_id", brand.id())
        .text("customer_id", customer)
        .text("network", network.id)
        .text("account_id", network.authorId(random.below(network.authorCount)))
        .name("is_consented")
        .raw(Boolean.toString(isConsented))
        .close();
    SourceFile file = file(identities);
    write(file);
    if (isConsented) {
      file.accepted++;
    } else {
      file.outOfScope++;
    }
    return isConsented;
  }

  /** Writes the line in the buffer once more; of equal lines the one in the later file counts. */
  private void writeAgain(List<SourceFile> files, SourceFile first) throws IOException {
    SourceFile second = file(files);
    write(second);
    boolean isLater = second.name.compareTo(first.name) >= 0;
    (isLater ? second : first).accepted++;
    (isLater ? first : second).duplicates++;
  }

  /** Orders of a brand that the brand file does not have. */
  private void writeOfNobody() throws IOException {
    for (int i = 0; i < 5; i++) {
      line.begin()
          .text("brand_id", "nobody")
          .text("order_id", "n-" + i)
          .text("ordered_at", Period.text(cast.period().start))
          .text("currency", "EUR")
          .name("amount")
          .raw("1.50")
          .close();
      SourceFile file = file(orders);
      write(file);
      file.outOfScope++;
    }
  }

  private SourceFile file(List<SourceFile> files) {
    return files.get(random.below(files.size()));
  }

  private void write(SourceFile file) throws IOException {
    if (random.chance(badRate / 4)) {
      writeBroken(file);
    }
    file.write(line.bytes(), line.length());
  }

  private void writeBroken(SourceFile file) throws IOException {
    boolean isIdentity = identities.contains(file);
    RejectionReason reason;
    String broken;
    if (isIdentity) {
      reason = RejectionReason.MISSING_FIELD;
      broken =
          "{\"brand_id\":\"veltrano\",\"customer_id\":\"b\",\"network\":\"x\",\"account_id\":\"1\"}";
    } else if (random.chance(0.5)) {
      reason = RejectionReason.INVALID_TIMESTAMP;
      broken =
          "{\"order_id\":\"b\",\"brand_id\":\"veltrano\",\"ordered_at\":\"2026-03-02 10:00\","
              + "\"currency\":\"EUR\",\"amount\":1}";
    } else {
      reason = RejectionReason.INVALID_FIELD;
      broken =
          "{\"order_id\":\"b\",\"brand_id\":\"veltrano\",\"ordered_at\":\"2026-03-02T10:00:00Z\","
              + "\"currency\":\"EUR\",\"amount\":\"1,50\"}";
    }
    byte[] bytes = broken.getBytes(StandardCharsets.UTF_8);
    file.write(bytes, bytes.length);
    file.reject(reason);
  }
}
