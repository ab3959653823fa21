package dev.earshot.pipelines.measure.windows;

import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.facts.CellContribution;
import dev.earshot.pipelines.facts.CellContribution.AuthorDays;
import dev.earshot.pipelines.facts.CellContribution.DaySaid;
import dev.earshot.pipelines.facts.CellContribution.LanguageDay;
import dev.earshot.pipelines.facts.CellContribution.RepostDay;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SaidByDimension;
import dev.earshot.pipelines.facts.WindowLengths;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How authors enter, change and leave the sliding windows of a cell. An author's mentions within a
 * window are constant between a few days; only these changes are kept, so that a window of 28 days
 * costs no more than one of a day.
 */
final class WindowChanges {
  private static final List<Integer> TOTAL_WINDOWS =
      Stream.concat(WindowLengths.ALL.stream(), Stream.of(WindowLengths.TRAILING)).toList();

  /** Changes that are added up before they are put in order. */
  private static final int FLUSH_AT = 50_000;

  private final List<Integer> windows;
  private final SortedRows<WindowDelta> out;
  private final Map<WindowDelta, Long> changes = new HashMap<>();

  /**
   * No changes yet.
   *
   * @param out takes them, those of one day in parts
   */
  WindowChanges(MentionCell cell, SortedRows<WindowDelta> out) {
    this.windows = cell.isTotal() ? TOTAL_WINDOWS : WindowLengths.ALL;
    this.out = out;
  }

  void add(CellContribution said) throws IOException {
    if (said.part() instanceof AuthorDays author) {
      for (int window : windows) {
        addDays(window, author.days(), said.count());
      }
    } else if (said.part() instanceof RepostDay repost) {
      SaidByDimension touched =
          SaidByDimension.of(SaidByDimension.PolarityCounts.NONE, repost.dimensions());
      for (int window : WindowLengths.ALL) {
        stay(new WindowDelta(window, repost.day(), touched, 0, 1, null), said.count());
      }
    } else if (said.part() instanceof LanguageDay spoken) {
      WindowState.Spoken one = new WindowState.Spoken(spoken.language(), 1);
      for (int window : WindowLengths.ALL) {
        stay(new WindowDelta(window, spoken.day(), SaidByDimension.NONE, 0, 0, one), said.count());
      }
    }
    if (changes.size() >= FLUSH_AT) {
      flush();
    }
  }

  private void addDays(int window, List<DaySaid> days, long authors) {
    if (days.size() == 1) {
      SaidByDimension said = shown(window, days.get(0).said());
      if (!said.isNone()) {
        stay(new WindowDelta(window, days.get(0).day(), said, 1, 0, null), authors);
      }
      return;
    }
    TreeMap<Integer, SaidByDimension> steps = new TreeMap<>();
    for (DaySaid day : days) {
      SaidByDimension said = shown(window, day.said());
      steps.merge(day.day(), said, SaidByDimension::plus);
      steps.merge(day.day() + window, SaidByDimension.NONE.minus(said), SaidByDimension::plus);
    }
    SaidByDimension current = SaidByDimension.NONE;
    for (Map.Entry<Integer, SaidByDimension> step : steps.entrySet()) {
      SaidByDimension next = current.plus(step.getValue());
      if (!next.equals(current)) {
        change(window, step.getKey(), current, -authors);
        change(window, step.getKey(), next, authors);
      }
      current = next;
    }
  }

  /** The trailing window is asked for its total only. */
  private static SaidByDimension shown(int window, SaidByDimension said) {
    return window == WindowLengths.TRAILING ? said.withoutDimensions() : said;
  }

  private void change(int window, int day, SaidByDimension said, long authors) {
    if (!said.isNone()) {
      merge(new WindowDelta(window, day, said, 1, 0, null), authors);
    }
  }

  /** Enters a window and leaves it when it is over. */
  private void stay(WindowDelta unit, long count) {
    merge(unit, count);
    merge(unit.on(unit.day() + unit.window()), -count);
  }

  private void merge(WindowDelta unit, long count) {
    changes.merge(unit, count, Long::sum);
  }

  /** Hands over what was added up. */
  void flush() throws IOException {
    for (Map.Entry<WindowDelta, Long> change : changes.entrySet()) {
      if (change.getValue() != 0) {
        out.add(change.getKey().times(change.getValue()));
      }
    }
    changes.clear();
  }
}
