package dev.earshot.models.statistics.buying;

import java.util.Random;

/**
 * A customer who follows the MBG/NBD model, drawn without any code of the model.
 *
 * @param history up to the end
 * @param isAlive whether the customer has not left by then
 * @param before history up to some time before the end
 * @param isLaterBuyer whether the customer bought after that time
 */
record SimulatedBuyer(
    PurchaseHistory history, boolean isAlive, PurchaseHistory before, boolean isLaterBuyer) {

  /** A customer of whom nothing is held out. */
  static SimulatedBuyer draw(
      Random random, double r, double alpha, double a, double b, int longestAge) {
    return draw(random, r, alpha, a, b, longestAge, 0, 1);
  }

  /**
   * A customer.
   *
   * @param held how long before the end what is held out begins
   * @param change what the rate is multiplied with from then on
   */
  static SimulatedBuyer draw(
      Random random,
      double r,
      double alpha,
      double a,
      double b,
      int longestAge,
      int held,
      double change) {
    double rate = gamma(random, r) / alpha;
    double first = gamma(random, a);
    double leaves = first / (first + gamma(random, b));
    int age = longestAge / 2 + random.nextInt(longestAge / 2);
    int cut = age - held;
    double time = 0;
    int repeats = 0;
    int recency = 0;
    int repeatsBefore = 0;
    int recencyBefore = 0;
    boolean isAlive = random.nextDouble() >= leaves;
    while (isAlive) {
      double next = time - Math.log(1 - random.nextDouble()) / rate;
      // What is left of the wait after the cut takes as much longer as the customer has slowed.
      time = next <= cut ? next : Math.max(time, cut) + (next - Math.max(time, cut)) / change;
      if (time >= age) {
        break;
      }
      recency = (int) time;
      repeats++;
      if (time < cut) {
        repeatsBefore = repeats;
        recencyBefore = recency;
      }
      isAlive = random.nextDouble() >= leaves;
    }
    return new SimulatedBuyer(
        new PurchaseHistory(repeats, repeats == 0 ? 0 : recency, age),
        isAlive,
        new PurchaseHistory(repeatsBefore, recencyBefore, cut),
        repeats > repeatsBefore);
  }

  /** G. Marsaglia and W. W. Tsang (2000); shapes below one by the power of a uniform number. */
  private static double gamma(Random random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = random.nextGaussian();
      double v = Math.pow(1 + c * z, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
