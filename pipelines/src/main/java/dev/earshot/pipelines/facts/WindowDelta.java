package dev.earshot.pipelines.facts;

/**
 * A change, on one day, of the authors in a cell's sliding window: {@code authors} authors (fewer
 * than zero where they leave) whose mentions within the window are as given, and {@code reposts}
 * reposts. Whole numbers, so that parts add up exactly in any order.
 *
 * @param window days in the window
 * @param day the first day that the change holds for, days since the epoch
 * @param tally what each of the authors says; for reposts, which dimensions they touch
 */
public record WindowDelta(int window, int day, SaidByDimension tally, long authors, long reposts) {
  /** So many of a unit. */
  WindowDelta times(long count) {
    return new WindowDelta(window, day, tally, authors * count, reposts * count);
  }
}
