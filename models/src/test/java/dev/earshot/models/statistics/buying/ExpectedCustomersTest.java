package dev.earshot.models.statistics.buying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.Interval;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpectedCustomersTest {
  private static final int SETS = Integer.getInteger("earshot.alive.sets", 200);
  private static final int CUSTOMERS = 600;

  /**
   * Sets of customers drawn from the model, from fixed seeds, of whom it is known who has left. The
   * interval holds the true number in at least 93 of 100 sets, and its width is that of the true
   * errors, within a third.
   */
  @Test
  void theIntervalHoldsTheTrueNumber() {
    int held = 0;
    double widths = 0;
    double squares = 0;
    for (int set = 0; set < SETS; set++) {
      Random random = new Random(1_000 + set);
      TreeMap<PurchaseHistory, Long> customers = new TreeMap<>();
      int alive = 0;
      for (int i = 0; i < CUSTOMERS; i++) {
        SimulatedBuyer buyer = SimulatedBuyer.draw(random, 1, 45, 1, 2.3, 434);
        customers.merge(buyer.history(), 1L, Long::sum);
        alive += buyer.isAlive() ? 1 : 0;
      }
      RepeatBuyingFit fit = RepeatBuyingFit.of(customers, true);
      assertNotNull(fit);
      assertTrue(fit.hasConverged());
      ExpectedCustomers expected = ExpectedCustomers.alive(customers, fit.model());
      Interval interval = expected.interval();
      assertNotNull(interval);
      held += interval.contains(alive) ? 1 : 0;
      widths += interval.upper() - interval.lower();
      squares += (expected.count() - alive) * (expected.count() - alive);
    }
    assertTrue(held >= 0.93 * SETS, held + " of " + SETS);
    double trueWidth = 2 * 1.96 * Math.sqrt(squares / SETS);
    assertEquals(1, widths / SETS / trueWidth, 1.0 / 3, held + " of " + SETS);
  }

  /** Without a purchase after the first nobody can tell slow customers from lost ones. */
  @Test
  void aFlatLikelihoodGivesNoInterval() {
    TreeMap<PurchaseHistory, Long> customers = new TreeMap<>();
    customers.put(new PurchaseHistory(0, 0, 0), 10L);
    ExpectedCustomers expected =
        ExpectedCustomers.alive(customers, new RepeatBuyingModel(true, 1, 1, 1, 1));
    assertEquals(5, expected.count(), 1e-12);
    assertNull(expected.interval());
  }
}
