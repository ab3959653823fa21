package dev.earshot.models.statistics.buying;

import java.util.Comparator;

/**
 * What models of repeat buying need of a customer; times are whole units, such as days.
 *
 * @param repeatCount purchases after the first, x
 * @param recency from the first to the last purchase, t_x; zero without a repeat
 * @param age from the first purchase to the end of the observation, T
 */
public record PurchaseHistory(int repeatCount, int recency, int age)
    implements Comparable<PurchaseHistory> {
  private static final Comparator<PurchaseHistory> ORDER =
      Comparator.comparingInt(PurchaseHistory::repeatCount)
          .thenComparingInt(PurchaseHistory::recency)
          .thenComparingInt(PurchaseHistory::age);

  /** Refuses what no customer can have. */
  public PurchaseHistory {
    if (repeatCount < 0 || recency < 0 || recency > age || (repeatCount == 0 && recency > 0)) {
      throw new IllegalArgumentException(
          "x = " + repeatCount + ", t_x = " + recency + ", T = " + age);
    }
  }

  @Override
  public int compareTo(PurchaseHistory other) {
    return ORDER.compare(this, other);
  }
}
