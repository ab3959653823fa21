package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.listen.WindowDelta;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows what a sweep visits to tests of other packages. */
public final class SweptWindows {
  private SweptWindows() {}

  /** Each window's positive, neutral, negative, unclassified mentions, authors and reposts. */
  public static Map<String, List<Long>> of(List<WindowDelta> deltas) {
    Map<String, List<Long>> windows = new TreeMap<>();
    new WindowSweep(deltas)
        .forEach(
            Integer.MAX_VALUE - 1,
            (window, day, cell) ->
                windows.put(
                    window + " days to " + day,
                    List.of(
                        cell.tallies().positiveCount(),
                        cell.tallies().neutralCount(),
                        cell.tallies().negativeCount(),
                        cell.unclassifiedCount(),
                        cell.authorCount(),
                        cell.repostCount())));
    return windows;
  }
}
