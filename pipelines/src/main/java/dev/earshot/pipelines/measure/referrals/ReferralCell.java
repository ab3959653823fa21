package dev.earshot.pipelines.measure.referrals;

/**
 * One number of one brand, network and day.
 *
 * @param brandId the brand
 * @param network the network, or all
 * @param day days since the epoch
 * @param count what is counted
 * @param gap for pairs of visits, by how many days the first is earlier; else 0
 */
public record ReferralCell(String brandId, String network, int day, ReferralCount count, int gap) {
  ReferralCell(String brandId, String network, int day, ReferralCount count) {
    this(brandId, network, day, count, 0);
  }

  /** Takes what adds to cells. */
  @FunctionalInterface
  public interface Sums {
    void add(ReferralCell cell, long number);
  }
}
