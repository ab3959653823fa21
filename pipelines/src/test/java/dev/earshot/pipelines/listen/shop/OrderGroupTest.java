package dev.earshot.pipelines.listen.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.OrderStatus;
import dev.earshot.pipelines.facts.OrderFact;
import dev.earshot.pipelines.tables.OrderRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which lines of an order count, and what they add up to. */
class OrderGroupTest {
  private static final long UNIT = 1_000_000;

  private static OrderFact.Line line(
      String customer, String currency, double amount, OrderStatus status, long at) {
    return new OrderFact.Line(customer, currency, Math.round(amount * UNIT), status, at);
  }

  private static OrderFact.Line bought(double amount) {
    return line("ann", "EUR", amount, OrderStatus.COMPLETED, 10);
  }

  private static OrderFact fact(String lineId, OrderFact.Line line, long updated, int source) {
    return new OrderFact("b", "o", lineId, line, updated, source, 0);
  }

  private static OrderFact fact(String lineId, OrderFact.Line line) {
    return fact(lineId, line, Long.MIN_VALUE, 0);
  }

  private static OrderGroup.Split split(OrderFact... facts) {
    OrderGroup group = new OrderGroup();
    List.of(facts).forEach(group::add);
    return group.split();
  }

  private static ResolvedOrder order(OrderFact... facts) {
    return ResolvedOrder.of(split(facts).lines());
  }

  private static ResolvedOrder order(OrderFact.Line... lines) {
    List<OrderFact> facts = new ArrayList<>();
    for (OrderFact.Line line : lines) {
      facts.add(fact("l" + facts.size(), line));
    }
    return order(facts.toArray(OrderFact[]::new));
  }

  @Test
  void ofALineWithAnIdTheNewestVersionCountsThenTheLaterFile() {
    OrderFact old = fact("1", bought(5), 100, 1);
    OrderFact changed = fact("1", bought(6), 200, 0);
    OrderFact undated = fact("1", bought(7));
    OrderFact again = fact("1", bought(8), 200, 1);
    assertEquals(List.of(changed), split(old, changed, undated).lines());
    assertEquals(List.of(old, undated), split(undated, old, changed).duplicates());
    assertEquals(List.of(again), split(again, old, changed).lines());
  }

  @Test
  void linesWithoutAnIdCountAsOftenAsInTheFileThatHasThemMostOften() {
    OrderFact once = fact(null, bought(5), Long.MIN_VALUE, 0);
    OrderFact elsewhere = fact(null, bought(5), Long.MIN_VALUE, 1);
    OrderFact other = fact(null, bought(6), Long.MIN_VALUE, 1);
    OrderGroup.Split split = split(once, elsewhere, elsewhere, other);
    assertEquals(List.of(elsewhere, elsewhere, other), split.lines());
    assertEquals(List.of(once), split.duplicates());
    assertEquals(1, split(once, elsewhere).lines().size());
  }

  @Test
  void theOrderInWhichLinesAreReadDoesNotMatter() {
    List<OrderFact> facts =
        new ArrayList<>(
            List.of(
                fact("1", line("ann", "EUR", 1, OrderStatus.COMPLETED, 10)),
                fact("2", line(null, "EUR", 1, OrderStatus.COMPLETED, 10)),
                fact("3", line("bob", "USD", 1, OrderStatus.COMPLETED, 10)),
                fact("4", line("ann", "EUR", 1, OrderStatus.CANCELLED, 10)),
                fact("5", line("ann", "EUR", 2, OrderStatus.PENDING, 9))));
    ResolvedOrder expected = order(facts.toArray(OrderFact[]::new));
    Random random = new Random(5);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(facts, random);
      assertEquals(expected, order(facts.toArray(OrderFact[]::new)));
    }
    assertEquals("ann", expected.customerId());
    assertNull(expected.currency());
    assertEquals(9, expected.orderedAtMicros());
  }

  @Test
  void anOrderIsRefundedOnceAllOfItIsPaidBack() {
    ResolvedOrder part = order(bought(5), bought(3), bought(-4));
    assertEquals(OrderStatus.COMPLETED, part.status());
    assertEquals(8 * UNIT, part.paidMicros());
    assertEquals(4 * UNIT, part.refundedMicros());
    ResolvedOrder all = order(bought(5), bought(3), bought(-8));
    assertEquals(OrderStatus.REFUNDED, all.status());
    ResolvedOrder stated = order(bought(5), line("ann", "EUR", 3, OrderStatus.REFUNDED, 10));
    assertEquals(OrderStatus.COMPLETED, stated.status());
    assertEquals(3 * UNIT, stated.refundedMicros());
  }

  @Test
  void whatWasNeverPaidIsNoAmount() {
    ResolvedOrder cancelled = order(line("ann", "EUR", 5, OrderStatus.CANCELLED, 10));
    assertEquals(OrderStatus.CANCELLED, cancelled.status());
    assertEquals(0, cancelled.paidMicros());
    ResolvedOrder rest = order(bought(5), line("ann", "EUR", 3, OrderStatus.CANCELLED, 10));
    assertEquals(OrderStatus.COMPLETED, rest.status());
    assertEquals(5 * UNIT, rest.paidMicros());
    assertTrue(order(bought(0)).row("run", "order", 1).isPurchase(), "a gift is a purchase");
    assertFalse(order(bought(-5)).row("run", "order", 1).isPurchase(), "money back alone is none");
  }

  @Test
  void severalCurrenciesHaveNoSum() {
    OrderRow row =
        order(bought(5), line("ann", "USD", 3, OrderStatus.COMPLETED, 11)).row("run", "order", 1);
    assertNull(row.currency());
    assertNull(row.amountMinorCount());
    assertNull(row.refundedMinorCount());
    assertEquals(2, row.lineCount());
  }

  /** ISO 4217: the yen has no minor unit, the dinar of Kuwait has three places. */
  @Test
  void minorUnitsAreThoseOfTheCurrencyAndRoundedOnceHalfToEven() {
    assertEquals(500, minor("JPY", 500));
    assertEquals(1_235, minor("KWD", 1.235));
    assertEquals(304, order(bought(1.015), bought(2.03)).row("run", "order", 1).amountMinorCount());
    assertEquals(102, minor("EUR", 1.025));
    assertEquals(104, minor("EUR", 1.035));
  }

  private static long minor(String currency, double amount) {
    Long minor =
        order(line("ann", currency, amount, OrderStatus.COMPLETED, 1))
            .row("run", "order", 1)
            .amountMinorCount();
    return minor == null ? -1 : minor;
  }
}
