package dev.earshot.models.statistics.basics;

/**
 * The interval of a difference from the intervals of its two terms: the squared distances to their
 * ends are added, less what the terms have in common.
 *
 * <p>R. G. Newcombe (1998), "Interval estimation for the difference between independent
 * proportions: comparison of eleven methods", Statistics in Medicine 17, 873-890, method 10, for
 * independent proportions; G. Y. Zou and A. Donner (2008), "Construction of confidence limits about
 * effect measures: a general approach", Statistics in Medicine 27, 1693-1702, for any terms, and
 * with their correlation. Where both intervals are symmetric it is the usual one of a difference.
 */
public final class SquareAndAdd {
  private SquareAndAdd() {}

  /**
   * {@code one - other} with its 95 % interval.
   *
   * @param correlation of the errors of the two, from -1 to 1; 0 where they are independent
   */
  public static Estimate difference(Estimate one, Estimate other, double correlation) {
    double value = one.value() - other.value();
    double down =
        distance(
            one.value() - one.interval().lower(),
            other.interval().upper() - other.value(),
            correlation);
    double up =
        distance(
            one.interval().upper() - one.value(),
            other.value() - other.interval().lower(),
            correlation);
    return new Estimate(value, new Interval(value - down, value + up));
  }

  private static double distance(double one, double other, double correlation) {
    return Math.sqrt(Math.max(0, one * one + other * other - 2 * correlation * one * other));
  }
}
