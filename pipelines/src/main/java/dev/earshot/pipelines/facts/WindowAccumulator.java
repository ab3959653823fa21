package dev.earshot.pipelines.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Adds up how authors enter, change and leave the sliding windows of cells. An author's mentions
 * within a window are constant between a few days; only these changes are kept, so that a window of
 * 28 days costs no more than one of a day. One change tells what an author says in every dimension
 * of reputation: cells do not multiply by dimensions.
 */
public final class WindowAccumulator {
  private static final List<Integer> TOTAL_WINDOWS =
      Stream.concat(WindowLengths.ALL.stream(), Stream.of(WindowLengths.TRAILING)).toList();

  private static final int FLUSH_AT = 200_000;

  private final Map<MentionCell, Map<WindowDelta, Long>> cells = new HashMap<>();
  private int size;

  /** Adds one author's days to a cell. */
  public void add(MentionCell key, SortedMap<Integer, SaidByDimension> days) {
    Map<WindowDelta, Long> cell = cells.computeIfAbsent(key, k -> new HashMap<>());
    for (int window : windows(key)) {
      if (days.size() == 1) {
        days.forEach(
            (day, full) -> {
              SaidByDimension tally = shown(window, full);
              put(cell, window, day, tally, 1);
              put(cell, window, day + window, tally, -1);
            });
      } else {
        addDays(cell, window, days);
      }
    }
  }

  private void addDays(
      Map<WindowDelta, Long> cell, int window, SortedMap<Integer, SaidByDimension> days) {
    TreeMap<Integer, SaidByDimension> changes = new TreeMap<>();
    days.forEach(
        (day, full) -> {
          SaidByDimension tally = shown(window, full);
          changes.merge(day, tally, SaidByDimension::plus);
          changes.merge(day + window, SaidByDimension.NONE.minus(tally), SaidByDimension::plus);
        });
    SaidByDimension current = SaidByDimension.NONE;
    for (Map.Entry<Integer, SaidByDimension> change : changes.entrySet()) {
      SaidByDimension next = current.plus(change.getValue());
      if (!next.equals(current)) {
        put(cell, window, change.getKey(), current, -1);
        put(cell, window, change.getKey(), next, 1);
      }
      current = next;
    }
  }

  private static List<Integer> windows(MentionCell key) {
    return key.isTotal() ? TOTAL_WINDOWS : WindowLengths.ALL;
  }

  /** The trailing window is asked for its total only. */
  private static SaidByDimension shown(int window, SaidByDimension tally) {
    return window == WindowLengths.TRAILING ? tally.withoutDimensions() : tally;
  }

  /** Adds reposts of one day to a cell, which touch the dimensions given as bits. */
  public void addReposts(MentionCell key, int day, int dimensionBits, long count) {
    Map<WindowDelta, Long> cell = cells.computeIfAbsent(key, k -> new HashMap<>());
    SaidByDimension touched =
        SaidByDimension.of(SaidByDimension.PolarityCounts.NONE, dimensionBits);
    for (int window : WindowLengths.ALL) {
      merge(cell, new WindowDelta(window, day, touched, 0, 1, null), count);
      merge(cell, new WindowDelta(window, day + window, touched, 0, 1, null), -count);
    }
  }

  /** Adds the language of one author's classified mentions to a cell of all languages. */
  public void addLanguage(
      MentionCell key, String language, SortedMap<Integer, SaidByDimension> days) {
    Map<WindowDelta, Long> cell = cells.computeIfAbsent(key, k -> new HashMap<>());
    WindowDelta.Spoken one = new WindowDelta.Spoken(language, 1);
    days.forEach(
        (day, said) -> {
          long mentions = said.all().classified();
          if (mentions > 0) {
            for (int window : WindowLengths.ALL) {
              merge(cell, new WindowDelta(window, day, SaidByDimension.NONE, 0, 0, one), mentions);
              merge(
                  cell,
                  new WindowDelta(window, day + window, SaidByDimension.NONE, 0, 0, one),
                  -mentions);
            }
          }
        });
  }

  private void put(
      Map<WindowDelta, Long> cell, int window, int day, SaidByDimension tally, long authors) {
    if (!tally.isNone()) {
      merge(cell, new WindowDelta(window, day, tally, 1, 0, null), authors);
    }
  }

  private void merge(Map<WindowDelta, Long> cell, WindowDelta unit, long count) {
    int before = cell.size();
    cell.merge(unit, count, Long::sum);
    size += cell.size() - before;
  }

  public boolean isFull() {
    return size >= FLUSH_AT;
  }

  /** Sends what was added up and starts anew. */
  public void flush(BiConsumer<MentionCell, WindowDelta> out) {
    cells.forEach(
        (key, cell) ->
            cell.forEach(
                (unit, count) -> {
                  if (count != 0) {
                    out.accept(key, unit.times(count));
                  }
                }));
    cells.clear();
    size = 0;
  }
}
