package dev.earshot.pipelines.measure.windows;

import dev.earshot.pipelines.beam.Peeking;
import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.facts.CellContribution;
import dev.earshot.pipelines.facts.MentionCell;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Walks through the days of one cell and tells what stands in each sliding window. Changes that do
 * not fit are sorted on disk, so that a cell of any size is walked through in the same memory.
 */
public final class WindowSweep {
  private static final Comparator<WindowDelta> ORDER =
      Comparator.comparingInt(WindowDelta::window).thenComparingInt(WindowDelta::day);

  /** Changes of a cell that are held in memory, of some 300 bytes each; others on disk. */
  private static final int CHANGES_IN_MEMORY = 50_000;

  private final int dimensionCount;
  private final Consumer<WindowState> out;

  /**
   * A walk through cells.
   *
   * @param dimensionCount the run's dimensions of reputation
   * @param out takes each state of each window but the empty ones, by window and day
   */
  public WindowSweep(int dimensionCount, Consumer<WindowState> out) {
    this.dimensionCount = dimensionCount;
    this.out = out;
  }

  /**
   * Walks through one cell.
   *
   * @param said in the cell, in any order; read once
   * @throws IOException where the disk is full
   */
  public void sweep(MentionCell cell, Iterable<CellContribution> said) throws IOException {
    try (SortedRows<WindowDelta> sorted =
        new SortedRows<>(WindowDelta.class, ORDER, CHANGES_IN_MEMORY)) {
      WindowChanges changes = new WindowChanges(cell, sorted);
      for (CellContribution part : said) {
        changes.add(part);
      }
      changes.flush();
      Peeking<WindowDelta> ordered = sorted.iterator();
      while (ordered.hasNext()) {
        sweep(ordered.peek().window(), ordered);
      }
    }
  }

  private void sweep(int window, Peeking<WindowDelta> ordered) {
    WindowTotals cell = new WindowTotals(dimensionCount);
    EarlierAuthors earlier = new EarlierAuthors(window);
    while (ordered.nextIs(change -> change.window() == window)) {
      int day = ordered.peek().day();
      while (ordered.nextIs(change -> change.window() == window && change.day() == day)) {
        cell.apply(ordered.next());
      }
      if (!cell.all().isEmpty()) {
        // Whoever is in a window leaves it, so there is a next change.
        int lastDay = ordered.peek().day() - 1;
        List<Long> before = earlier.note(day, lastDay, cell.all().authorCount());
        out.accept(cell.toState(window, day, lastDay, before));
      }
    }
  }
}
