package dev.earshot.pipelines.listen.shop;

import dev.earshot.models.domain.OrderStatus;
import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.facts.OrderFact;
import dev.earshot.pipelines.tables.OrderRow;
import dev.earshot.pipelines.tables.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its lines say.
 *
 * @param brandId whose shop it is
 * @param orderId the shop's id, or one made of customer and time
 * @param customerId keyed hash of the customer, or null for a guest
 * @param currency ISO 4217 code, or null where lines have several
 * @param status completed where any line is and not all of it was paid back
 * @param paidMicros sum of the lines that were bought, millionths
 * @param refundedMicros what was paid back, millionths, not negative
 * @param lineCount its lines
 * @param orderedAtMicros its earliest line
 */
record ResolvedOrder(
    String brandId,
    String orderId,
    @Nullable String customerId,
    @Nullable String currency,
    OrderStatus status,
    long paidMicros,
    long refundedMicros,
    int lineCount,
    long orderedAtMicros) {
  private static final int DECIMAL_PLACES = 6;

  /**
   * Adds the lines up.
   *
   * @param lines in the order of time, at least one
   */
  static ResolvedOrder of(List<OrderFact> lines) {
    OrderFact first = lines.get(0);
    String customer = null;
    boolean isOneCurrency = true;
    boolean hasBought = false;
    long paid = 0;
    long refunded = 0;
    for (OrderFact fact : lines) {
      OrderFact.Line line = fact.line();
      customer = customer == null ? line.customerId() : customer;
      isOneCurrency &= line.currency().equals(first.line().currency());
      hasBought |= line.status() == OrderStatus.COMPLETED;
      boolean wasPaid =
          line.status() == OrderStatus.COMPLETED || line.status() == OrderStatus.REFUNDED;
      if (line.amountMicros() < 0) {
        refunded -= line.amountMicros();
      } else if (wasPaid) {
        paid += line.amountMicros();
        refunded += line.status() == OrderStatus.REFUNDED ? line.amountMicros() : 0;
      }
    }
    boolean isPaidBack = refunded > 0 && refunded >= paid;
    OrderStatus status =
        !hasBought
            ? first.line().status()
            : isPaidBack ? OrderStatus.REFUNDED : OrderStatus.COMPLETED;
    return new ResolvedOrder(
        first.brandId(),
        first.orderId(),
        customer,
        isOneCurrency ? first.line().currency() : null,
        status,
        paid,
        refunded,
        lines.size(),
        first.line().orderedAtMicros());
  }

  private @Nullable Long minor(long micros) {
    if (currency == null) {
      return null;
    }
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return BigDecimal.valueOf(micros, DECIMAL_PLACES)
        .movePointRight(digits)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /**
   * Its row.
   *
   * @param hashedId keyed hash of its id
   */
  OrderRow row(String runId, String hashedId, int day) {
    return new OrderRow(
        brandId,
        hashedId,
        customerId,
        runId,
        currency,
        status.code(),
        Tables.METRIC_VERSION,
        minor(paidMicros),
        minor(refundedMicros),
        lineCount,
        status == OrderStatus.COMPLETED,
        orderedAtMicros,
        day);
  }

  CustomerOrder customerOrder(String customer, int day) {
    return new CustomerOrder(
        brandId,
        customer,
        orderId,
        currency,
        minor(paidMicros - refundedMicros),
        status == OrderStatus.COMPLETED,
        orderedAtMicros,
        day);
  }
}
