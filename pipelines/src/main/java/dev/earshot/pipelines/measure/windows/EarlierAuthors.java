package dev.earshot.pipelines.measure.windows;

import dev.earshot.pipelines.facts.WindowLengths;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The authors of a cell before its sliding window. The days before are cut into stretches as long
 * as the window, since more authors touch a topic in longer ones. Mutable.
 */
final class EarlierAuthors {
  private final int window;
  private final boolean isAskedFor;
  private final NavigableMap<Integer, Long> byDay = new TreeMap<>();

  /** Nobody yet, for a window of so many days. */
  EarlierAuthors(int window) {
    this.window = window;
    isAskedFor = window <= WindowLengths.LONGEST;
  }

  /**
   * Notes the authors of days in a row, which come in order.
   *
   * @return for each of the days, the authors before the window that ends on it
   */
  List<Long> note(int firstDay, int lastDay, long authors) {
    if (!isAskedFor) {
      return List.of();
    }
    byDay.headMap(firstDay - WindowLengths.LONGEST).clear();
    List<Long> before = new ArrayList<>(lastDay - firstDay + 1);
    for (int day = firstDay; day <= lastDay; day++) {
      long sum = 0;
      for (int back = window; back <= WindowLengths.LONGEST; back += window) {
        sum += byDay.getOrDefault(day - back, 0L);
      }
      before.add(sum);
      byDay.put(day, authors);
    }
    return before;
  }
}
