package dev.earshot.models.statistics.buying;

import java.util.Random;

/** A customer who follows the MBG/NBD model, drawn without any code of the model. */
record SimulatedBuyer(PurchaseHistory history, boolean isAlive) {

  static SimulatedBuyer draw(
      Random random, double r, double alpha, double a, double b, int longestAge) {
    double rate = gamma(random, r) / alpha;
    double first = gamma(random, a);
    double leaves = first / (first + gamma(random, b));
    int age = longestAge / 2 + random.nextInt(longestAge / 2);
    double time = 0;
    int repeats = 0;
    int recency = 0;
    boolean isAlive = random.nextDouble() >= leaves;
    while (isAlive) {
      time += -Math.log(1 - random.nextDouble()) / rate;
      if (time >= age) {
        break;
      }
      recency = (int) time;
      repeats++;
      isAlive = random.nextDouble() >= leaves;
    }
    return new SimulatedBuyer(
        new PurchaseHistory(repeats, repeats == 0 ? 0 : recency, age), isAlive);
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
