package dev.earshot.models.statistics.basics;

/**
 * A two-sided confidence interval, both ends included. Every interval of this package is nominally
 * 95 %.
 *
 * @param lower lower end
 * @param upper upper end, not below {@code lower}
 */
public record Interval(double lower, double upper) {
  /** Rejects ends that are not numbers or stand the wrong way round. */
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("not an interval: [" + lower + ", " + upper + "]");
    }
  }

  /** The part of this interval inside {@code [minimum, maximum]}; an end outside moves to it. */
  public Interval clip(double minimum, double maximum) {
    return new Interval(
        Math.min(Math.max(lower, minimum), maximum), Math.min(Math.max(upper, minimum), maximum));
  }

  /** Whether {@code value} lies in the interval, ends included. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
