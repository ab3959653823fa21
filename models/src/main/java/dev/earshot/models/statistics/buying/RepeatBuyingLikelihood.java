package dev.earshot.models.statistics.buying;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.special.Gamma;

/**
 * The likelihood of all customers as a function of the logarithms of r, alpha, a and b; what
 * depends on x alone is computed once for each x.
 */
final class RepeatBuyingLikelihood {
  private final boolean mayLeaveAtOnce;
  private final SortedMap<Integer, List<Map.Entry<PurchaseHistory, Long>>> byRepeats =
      new TreeMap<>();
  private long customerCount;
  private long ageSum;

  RepeatBuyingLikelihood(SortedMap<PurchaseHistory, Long> customers, boolean mayLeaveAtOnce) {
    this.mayLeaveAtOnce = mayLeaveAtOnce;
    for (Map.Entry<PurchaseHistory, Long> entry : customers.entrySet()) {
      byRepeats
          .computeIfAbsent(entry.getKey().repeatCount(), x -> new ArrayList<>())
          .add(Map.entry(entry.getKey(), entry.getValue()));
      customerCount += entry.getValue();
      ageSum += entry.getValue() * entry.getKey().age();
    }
  }

  long customerCount() {
    return customerCount;
  }

  double meanAge() {
    return Math.max(1.0, (double) ageSum / customerCount);
  }

  RepeatBuyingModel model(double[] logarithms) {
    return new RepeatBuyingModel(
        mayLeaveAtOnce,
        StrictMath.exp(logarithms[0]),
        StrictMath.exp(logarithms[1]),
        StrictMath.exp(logarithms[2]),
        StrictMath.exp(logarithms[3]));
  }

  double at(double[] logarithms) {
    RepeatBuyingModel m = model(logarithms);
    double logBetaOfAll = logBeta(m.a(), m.b());
    double sum = 0;
    for (Map.Entry<Integer, List<Map.Entry<PurchaseHistory, Long>>> group : byRepeats.entrySet()) {
      int x = group.getKey();
      double rx = m.r() + x;
      double left = m.b() + x + (mayLeaveAtOnce ? 1 : 0);
      double common =
          Gamma.logGamma(rx) - Gamma.logGamma(m.r()) + m.r() * logarithms[1] - logBetaOfAll;
      double stays = logBeta(m.a(), left);
      boolean canHaveLeft = x > 0 || mayLeaveAtOnce;
      double leaves = canHaveLeft ? logBeta(m.a() + 1, left - 1) : 0;
      for (Map.Entry<PurchaseHistory, Long> entry : group.getValue()) {
        PurchaseHistory history = entry.getKey();
        double alive = stays - rx * StrictMath.log(m.alpha() + history.age());
        double both = alive;
        if (canHaveLeft) {
          double gone = leaves - rx * StrictMath.log(m.alpha() + history.recency());
          both = RepeatBuyingModel.logSumExp(alive, gone);
        }
        sum += entry.getValue() * (common + both);
      }
    }
    return sum;
  }

  private static double logBeta(double first, double second) {
    return Gamma.logGamma(first) + Gamma.logGamma(second) - Gamma.logGamma(first + second);
  }
}
