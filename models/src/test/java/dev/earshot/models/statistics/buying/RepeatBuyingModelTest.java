package dev.earshot.models.statistics.buying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RepeatBuyingModelTest {
  /** The parameters that Fader, Hardie and Lee (2005) print for CDNOW, in weeks. */
  private static final RepeatBuyingModel PUBLISHED =
      new RepeatBuyingModel(false, 0.243, 4.414, 0.793, 2.426);

  /**
   * Customer 1 of CDNOW, x = 2, t_x = 30.43, T = 38.86 weeks: 1.226 purchases expected in the next
   * 39 weeks (P. S. Fader, B. G. S. Hardie and K. L. Lee, "Implementing the BG/NBD model for
   * customer base analysis in Excel", 2005).
   */
  @Test
  void expectedPurchasesAsPublished() {
    RepeatBuyingModel inHundredths = new RepeatBuyingModel(false, 0.243, 441.4, 0.793, 2.426);
    PurchaseHistory customer = new PurchaseHistory(2, 3043, 3886);
    assertEquals(1.226, inHundredths.expectedPurchases(customer, 3900), 0.001);
  }

  /** By hand: 1 / (1 + a/(b+x) * ((alpha+T)/(alpha+t_x))^(r+x)), parameters small numbers. */
  @Test
  void aliveByHand() {
    RepeatBuyingModel modified = new RepeatBuyingModel(true, 1, 1, 1, 2);
    assertEquals(
        1 / (1 + 1.0 / 2 * 4), modified.aliveProbability(new PurchaseHistory(0, 0, 3)), 1e-15);
    assertEquals(
        1 / (1 + 1.0 / 3 * 4), modified.aliveProbability(new PurchaseHistory(1, 1, 3)), 1e-15);
    RepeatBuyingModel original = new RepeatBuyingModel(false, 1, 1, 1, 2);
    assertEquals(1, original.aliveProbability(new PurchaseHistory(0, 0, 3)));
    assertEquals(
        1 / (1 + 1.0 / 2 * 4), original.aliveProbability(new PurchaseHistory(1, 1, 3)), 1e-15);
  }

  /**
   * By hand: alive with 1/3, as above, and then 1 - (4/8)^(1+0); with 3/7 for x = 1, and 1 -
   * (4/8)^2.
   */
  @Test
  void purchaseProbabilityByHand() {
    RepeatBuyingModel modified = new RepeatBuyingModel(true, 1, 1, 1, 2);
    assertEquals(1.0 / 3 / 2, modified.purchaseProbability(new PurchaseHistory(0, 0, 3), 4), 1e-15);
    assertEquals(
        3.0 / 7 * 3 / 4, modified.purchaseProbability(new PurchaseHistory(1, 1, 3), 4), 1e-15);
    assertEquals(0, modified.purchaseProbability(new PurchaseHistory(1, 1, 3), 0), 0.0);
  }

  /** By hand: with r = alpha = a = 1 and b = 2 all terms are fractions. */
  @Test
  void likelihoodByHand() {
    RepeatBuyingModel original = new RepeatBuyingModel(false, 1, 1, 1, 2);
    // B(1,2) = 1/2. x = 0: (1/4); x = 1, t_x = 1, T = 3: B(1,3)/B(1,2)/16 + B(2,2)/B(1,2)/4.
    assertEquals(
        StrictMath.log(1.0 / 4), original.logLikelihood(new PurchaseHistory(0, 0, 3)), 1e-12);
    assertEquals(
        StrictMath.log(2.0 / 3 / 16 + 1.0 / 3 / 4),
        original.logLikelihood(new PurchaseHistory(1, 1, 3)),
        1e-12);
    RepeatBuyingModel modified = new RepeatBuyingModel(true, 1, 1, 1, 2);
    // x = 0: B(1,3)/B(1,2)/4 + B(2,2)/B(1,2); x = 1: B(1,4)/B(1,2)/16 + B(2,3)/B(1,2)/4.
    assertEquals(
        StrictMath.log(2.0 / 3 / 4 + 1.0 / 3),
        modified.logLikelihood(new PurchaseHistory(0, 0, 3)),
        1e-12);
    assertEquals(
        StrictMath.log(1.0 / 2 / 16 + 1.0 / 6 / 4),
        modified.logLikelihood(new PurchaseHistory(1, 1, 3)),
        1e-12);
  }

  @Test
  void nobodyWhoBoughtOnceIsAliveForEverUnderTheModifiedModel() {
    RepeatBuyingModel modified =
        new RepeatBuyingModel(true, PUBLISHED.r(), PUBLISHED.alpha(), 0.793, 2.426);
    double recent = modified.aliveProbability(new PurchaseHistory(0, 0, 1));
    double old = modified.aliveProbability(new PurchaseHistory(0, 0, 500));
    assertTrue(old < recent && recent < 1, recent + " " + old);
  }

  /**
   * Customers drawn from the model itself, from a fixed seed. Twice the logarithm of the likelihood
   * ratio of the fit and the truth is chi-squared with four degrees of freedom: above 18.47 once in
   * a thousand.
   */
  @Test
  void fitIsAsLikelyAsTheParametersThatCustomersWereDrawnFrom() {
    Random random = new Random(11);
    TreeMap<PurchaseHistory, Long> customers = new TreeMap<>();
    int alive = 0;
    int count = 8000;
    for (int i = 0; i < count; i++) {
      SimulatedBuyer buyer = SimulatedBuyer.draw(random, 0.8, 60, 1.2, 3, 720);
      customers.merge(buyer.history(), 1L, Long::sum);
      alive += buyer.isAlive() ? 1 : 0;
    }
    RepeatBuyingFit fit = RepeatBuyingFit.of(customers, true);
    assertNotNull(fit);
    assertTrue(fit.hasConverged());
    assertEquals(count, fit.customerCount());
    RepeatBuyingModel truth = new RepeatBuyingModel(true, 0.8, 60, 1.2, 3);
    double ofTruth =
        customers.entrySet().stream()
            .mapToDouble(e -> e.getValue() * truth.logLikelihood(e.getKey()))
            .sum();
    double ratio = 2 * (fit.logLikelihood() - ofTruth);
    assertTrue(ratio >= 0 && ratio < 18.47, "likelihood ratio " + ratio);
    double expected =
        customers.entrySet().stream()
            .mapToDouble(e -> e.getValue() * fit.model().aliveProbability(e.getKey()))
            .sum();
    assertEquals(alive, expected, 0.04 * count);
  }

  @Test
  void nobodyGivesNoModel() {
    assertNull(RepeatBuyingFit.of(new TreeMap<>(), true));
  }
}
