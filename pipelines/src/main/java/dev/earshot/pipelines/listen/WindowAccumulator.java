package dev.earshot.pipelines.listen;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Adds up how authors enter, change and leave the sliding windows of cells. An author's mentions
 * within a window are constant between a few days; only these changes are kept, so that a window of
 * 28 days costs no more than one of a day.
 */
final class WindowAccumulator {
  /** The windows that are published, in days. */
  static final int[] WINDOWS = {1, 7, 28};

  private static final int FLUSH_AT = 200_000;

  private final Map<CellKey, Map<WindowDelta, Long>> cells = new HashMap<>();
  private int size;

  /** One author's mentions of one day. */
  record Tally(int positive, int neutral, int negative, int unclassified) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          positive + other.positive,
          neutral + other.neutral,
          negative + other.negative,
          unclassified + other.unclassified);
    }

    Tally minus(Tally other) {
      return new Tally(
          positive - other.positive,
          neutral - other.neutral,
          negative - other.negative,
          unclassified - other.unclassified);
    }
  }

  /** Adds one author's days to a cell. */
  void add(CellKey key, SortedMap<Integer, Tally> days) {
    Map<WindowDelta, Long> cell = cells.computeIfAbsent(key, k -> new HashMap<>());
    if (days.size() == 1) {
      days.forEach(
          (day, tally) -> {
            for (int window : WINDOWS) {
              put(cell, window, day, tally, 1);
              put(cell, window, day + window, tally, -1);
            }
          });
      return;
    }
    for (int window : WINDOWS) {
      TreeMap<Integer, Tally> changes = new TreeMap<>();
      days.forEach(
          (day, tally) -> {
            changes.merge(day, tally, Tally::plus);
            changes.merge(day + window, Tally.NONE.minus(tally), Tally::plus);
          });
      Tally current = Tally.NONE;
      for (Map.Entry<Integer, Tally> change : changes.entrySet()) {
        Tally next = current.plus(change.getValue());
        if (!next.equals(current)) {
          put(cell, window, change.getKey(), current, -1);
          put(cell, window, change.getKey(), next, 1);
        }
        current = next;
      }
    }
  }

  /** Adds reposts of one day to a cell. */
  void addReposts(CellKey key, int day, long count) {
    Map<WindowDelta, Long> cell = cells.computeIfAbsent(key, k -> new HashMap<>());
    for (int window : WINDOWS) {
      merge(cell, new WindowDelta(window, day, 0, 0, 0, 0, 0, 1), count);
      merge(cell, new WindowDelta(window, day + window, 0, 0, 0, 0, 0, 1), -count);
    }
  }

  private void put(Map<WindowDelta, Long> cell, int window, int day, Tally tally, long authors) {
    if (!tally.equals(Tally.NONE)) {
      merge(
          cell,
          new WindowDelta(
              window,
              day,
              tally.positive(),
              tally.neutral(),
              tally.negative(),
              tally.unclassified(),
              1,
              0),
          authors);
    }
  }

  private void merge(Map<WindowDelta, Long> cell, WindowDelta unit, long count) {
    int before = cell.size();
    cell.merge(unit, count, Long::sum);
    size += cell.size() - before;
  }

  boolean isFull() {
    return size >= FLUSH_AT;
  }

  /** Sends what was added up and starts anew. */
  void flush(BiConsumer<CellKey, WindowDelta> out) {
    cells.forEach(
        (key, cell) ->
            cell.forEach(
                (unit, count) -> {
                  if (count != 0) {
                    out.accept(key, times(unit, count));
                  }
                }));
    cells.clear();
    size = 0;
  }

  private static WindowDelta times(WindowDelta unit, long count) {
    return new WindowDelta(
        unit.window(),
        unit.day(),
        unit.positive(),
        unit.neutral(),
        unit.negative(),
        unit.unclassified(),
        unit.authors() * count,
        unit.reposts() * count);
  }
}
