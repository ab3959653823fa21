package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.listen.WindowDelta;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows what a sweep visits to tests of other packages. */
public final class SweptWindows {
  private SweptWindows() {}

  /**
   * Each window's positive, neutral, negative, unclassified mentions, authors and reposts, in each
   * dimension; -1 stands for all.
   */
  public static Map<String, List<Long>> of(List<WindowDelta> deltas) {
    Map<String, List<Long>> windows = new TreeMap<>();
    new WindowSweep(deltas, window -> true, 3)
        .forEach(
            Integer.MAX_VALUE - 1,
            (window, day, cell) -> {
              String name = window + " days to " + day + ", dimension ";
              windows.put(name + -1, figures(cell.all()));
              cell.dimensions()
                  .forEach(
                      (dimension, group) -> {
                        if (!group.isEmpty()) {
                          windows.put(name + dimension, figures(group));
                        }
                      });
            });
    return windows;
  }

  private static List<Long> figures(WindowSweep.Group group) {
    return List.of(
        group.tallies().positiveCount(),
        group.tallies().neutralCount(),
        group.tallies().negativeCount(),
        group.unclassifiedCount(),
        group.authorCount(),
        group.repostCount());
  }
}
