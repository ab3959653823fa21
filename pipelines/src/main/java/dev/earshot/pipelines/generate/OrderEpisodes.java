package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.OrderStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Single orders with their lines, copies, older versions, refunds and cancellations. */
final class OrderEpisodes {
  private static final String[] CURRENCIES = {"GBP", "USD", "JPY", "EUR"};
  private static final String FOREIGN = "CHF";

  private final SeededRandom random;
  private final ShopFiles files;
  private final LineBuffer line = new LineBuffer();
  private long sequence;

  OrderEpisodes(SeededRandom random, ShopFiles files) {
    this.random = random;
    this.files = files;
  }

  /**
   * What became of an order.
   *
   * @param status completed where it is a purchase
   * @param paid in minor units of the currency, before refunds
   * @param repaid in minor units of the currency
   */
  record Order(
      String id,
      String currency,
      OrderStatus status,
      long paid,
      long repaid,
      int lineCount,
      LocalDate date) {
    boolean isPurchase() {
      return status == OrderStatus.COMPLETED;
    }
  }

  /** How an order ends, and what its lines say of it. */
  private enum Fate {
    BOUGHT(0.84, null),
    PAID_BACK_IN_PART(0.03, null),
    PAID_BACK(0.04, null),
    CANCELLED(0.05, OrderStatus.CANCELLED),
    PENDING(0.01, OrderStatus.PENDING),
    REFUNDED(0.03, OrderStatus.REFUNDED);

    final double share;
    final @Nullable OrderStatus stated;

    Fate(double share, @Nullable OrderStatus stated) {
      this.share = share;
      this.stated = stated;
    }

    static Fate pick(SeededRandom random) {
      double at = random.nextDouble();
      for (Fate fate : values()) {
        at -= fate.share;
        if (at < 0) {
          return fate;
        }
      }
      return BOUGHT;
    }
  }

  /** Plans an order; where it lies in the future nothing of it is written. */
  Order write(Shopper shopper, long moment, boolean isWritten) throws IOException {
    Fate fate = Fate.pick(random);
    Draft draft = new Draft(shopper, moment, fate.stated, isWritten);
    int items = random.between(1, 2);
    for (int item = 0; item < items; item++) {
      draft.item(item);
    }
    long repaid = 0;
    if (fate == Fate.PAID_BACK || fate == Fate.PAID_BACK_IN_PART) {
      repaid = fate == Fate.PAID_BACK ? draft.paid : draft.paid / 2;
      draft.refund(repaid);
    }
    OrderStatus status = fate.stated == null ? OrderStatus.COMPLETED : fate.stated;
    if (repaid > 0 && repaid == draft.paid) {
      status = OrderStatus.REFUNDED;
    }
    boolean isPaid = fate.stated == null || fate.stated == OrderStatus.REFUNDED;
    return new Order(
        draft.orderId,
        draft.currency,
        status,
        isPaid ? draft.paid : 0,
        fate.stated == OrderStatus.REFUNDED ? draft.paid : repaid,
        draft.lineCount,
        Instant.ofEpochSecond(moment).atZone(shopper.brand().zone()).toLocalDate());
  }

  /** Writes an order of a brand that the brand file does not have. */
  void writeOfNobody(long moment) throws IOException {
    line.begin().text("brand_id", "nobody").text("order_id", "n-" + sequence++);
    line.text("ordered_at", Instant.ofEpochSecond(moment).toString()).text("currency", "EUR");
    line.name("amount").raw("1.50").close();
    GeneratedFile file = files.pick();
    files.write(line, file);
    file.outOfScope++;
  }

  /** An order under way. */
  private final class Draft {
    private final Shopper shopper;
    private final long moment;
    private final @Nullable OrderStatus status;
    private final boolean isWritten;
    private final boolean hasLineIds = random.chance(0.8);
    private final String currency;
    private final String orderId;
    private long firstPrice = -1;
    private long paid;
    private int lineCount;

    Draft(Shopper shopper, long moment, @Nullable OrderStatus status, boolean isWritten) {
      this.shopper = shopper;
      this.moment = moment;
      this.status = status;
      this.isWritten = isWritten;
      int brand = shopper.brand().index();
      String home = CURRENCIES[Math.min(brand, CURRENCIES.length - 1)];
      currency = brand == 2 && random.chance(0.03) ? FOREIGN : home;
      orderId = "o-" + (isWritten ? 500_000 + sequence++ : 0);
    }

    /** One item, or the same twice: of a line without an id, the same again is one more of it. */
    void item(int number) throws IOException {
      long drawn = random.chance(0.02) ? 0 : random.between(100, 9_999);
      // Two items without ids in two files would be taken for one if they were alike.
      long price = drawn == firstPrice ? drawn + 1 : drawn;
      firstPrice = price;
      int times = !hasLineIds && random.chance(0.1) ? 2 : 1;
      boolean isRepeated = hasLineIds && random.chance(0.04);
      boolean isRewritten = isRepeated && random.chance(0.5);
      String lineId = hasLineIds ? Integer.toString(number) : null;
      paid += times * price;
      lineCount += times;
      if (!isWritten) {
        return;
      }
      GeneratedFile first = files.pick();
      if (isRewritten) {
        render(lineId, moment, price + 1, status, moment);
        files.write(line, first);
        first.duplicates++;
        GeneratedFile second = files.pick();
        render(lineId, moment, price, status, moment + Period.DAY);
        files.write(line, second);
        second.accepted++;
        return;
      }
      render(lineId, moment, price, status, null);
      for (int time = 0; time < times; time++) {
        files.write(line, first);
        first.accepted++;
      }
      if (isRepeated) {
        GeneratedFile second = files.pick();
        files.write(line, second);
        // Of equal lines with an id the one that is read last counts.
        boolean isLater = second.name.compareTo(first.name) >= 0;
        (isLater ? first : second).duplicates++;
        first.accepted -= isLater ? 1 : 0;
        second.accepted += isLater ? 1 : 0;
      }
    }

    /** A negative line an hour later. */
    void refund(long repaid) throws IOException {
      lineCount++;
      if (isWritten) {
        render(hasLineIds ? "refund" : null, moment + Period.HOUR, -repaid, null, null);
        GeneratedFile file = files.pick();
        files.write(line, file);
        file.accepted++;
      }
    }

    private void render(
        @Nullable String lineId,
        long at,
        long amount,
        @Nullable OrderStatus stated,
        @Nullable Long updated) {
      line.begin()
          .text("brand_id", shopper.brand().id())
          .text("order_id", orderId)
          .text("line_id", lineId)
          .text("customer_id", shopper.isGuest() ? null : shopper.id())
          .text("ordered_at", Instant.ofEpochSecond(at).toString())
          .text("currency", currency)
          .name("amount")
          .raw(currency.equals("JPY") ? Long.toString(amount) : hundredths(amount))
          .text("status", stated == null ? null : stated.code())
          .text("updated_at", updated == null ? null : Instant.ofEpochSecond(updated).toString())
          .close();
    }
  }

  private static String hundredths(long amount) {
    long size = Math.abs(amount);
    return String.format(Locale.ROOT, "%s%d.%02d", amount < 0 ? "-" : "", size / 100, size % 100);
  }
}
