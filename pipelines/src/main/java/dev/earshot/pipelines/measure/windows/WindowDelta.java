package dev.earshot.pipelines.measure.windows;

import dev.earshot.pipelines.facts.SaidByDimension;
import org.jspecify.annotations.Nullable;

/**
 * A change, on one day, of the authors in a cell's sliding window: {@code authors} authors (fewer
 * than zero where they leave) whose mentions within the window are as given, and {@code reposts}
 * reposts. Whole numbers, so that parts add up exactly in any order.
 *
 * @param window days in the window
 * @param day the first day that the change holds for, days since the epoch
 * @param tally what each of the authors says; for reposts, which dimensions they touch
 * @param spoken mentions in a language that enter the window, or leave it, in a cell of all
 *     languages; null elsewhere
 */
record WindowDelta(
    int window,
    int day,
    SaidByDimension tally,
    long authors,
    long reposts,
    WindowState.@Nullable Spoken spoken) {

  /** The same on another day. */
  WindowDelta on(int other) {
    return new WindowDelta(window, other, tally, authors, reposts, spoken);
  }

  /** So many of a unit. */
  WindowDelta times(long count) {
    WindowState.Spoken times =
        spoken == null
            ? null
            : new WindowState.Spoken(spoken.language(), spoken.mentions() * count);
    return new WindowDelta(window, day, tally, authors * count, reposts * count, times);
  }
}
