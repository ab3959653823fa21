package dev.earshot.pipelines.measure.windows;

import dev.earshot.pipelines.facts.CellContribution;
import dev.earshot.pipelines.facts.MentionCell;
import java.io.IOException;
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
  public static Map<String, List<Long>> of(MentionCell cell, List<CellContribution> said)
      throws IOException {
    Map<String, List<Long>> windows = new TreeMap<>();
    new WindowSweep(3, state -> show(state, windows)).sweep(cell, said);
    return windows;
  }

  private static void show(WindowState state, Map<String, List<Long>> windows) {
    WindowTotals cell = new WindowTotals(state, 3);
    for (int day = state.firstDay(); day <= state.lastDay(); day++) {
      String name = state.window() + " days to " + day + ", dimension ";
      windows.put(name + -1, figures(cell.all()));
      cell.dimensions()
          .forEach((dimension, group) -> windows.put(name + dimension, figures(group)));
    }
  }

  private static List<Long> figures(AuthorGroup group) {
    return List.of(
        group.tallies().positiveCount(),
        group.tallies().neutralCount(),
        group.tallies().negativeCount(),
        group.unclassifiedCount(),
        group.authorCount(),
        group.repostCount());
  }
}
