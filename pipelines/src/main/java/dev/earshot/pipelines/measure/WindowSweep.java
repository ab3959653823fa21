package dev.earshot.pipelines.measure;

import dev.earshot.models.statistics.AuthorMoments;
import dev.earshot.models.statistics.AuthorTallies;
import dev.earshot.models.statistics.AuthorTally;
import dev.earshot.pipelines.listen.Tally;
import dev.earshot.pipelines.listen.WindowDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Walks through the days of one cell and keeps what stands in each sliding window. */
final class WindowSweep {
  private static final Comparator<WindowDelta> ORDER =
      Comparator.comparingInt(WindowDelta::window).thenComparingInt(WindowDelta::day);

  private final List<WindowDelta> deltas;
  private final int dimensionCount;

  /**
   * The changes of one cell in order.
   *
   * @param windows the windows to keep
   * @param dimensionCount the run's dimensions of reputation, or zero where they do not matter
   */
  WindowSweep(Iterable<WindowDelta> changes, IntPredicate windows, int dimensionCount) {
    this.dimensionCount = dimensionCount;
    deltas = new ArrayList<>();
    for (WindowDelta change : changes) {
      if (windows.test(change.window())) {
        deltas.add(change);
      }
    }
    deltas.sort(ORDER);
  }

  /** Takes what stands in a window that ends on a day. */
  interface Visitor {
    void visit(int window, int day, Cell cell);
  }

  /** Authors and mentions, of one dimension or of all. */
  static final class Group {
    private final AuthorTallies tallies = new AuthorTallies();
    private long authors;
    private long unclassified;
    private long reposts;

    private void apply(Tally.Counts said, WindowDelta delta) {
      tallies.add(
          new AuthorTally(said.positive(), said.neutral(), said.negative()), delta.authors());
      authors += delta.authors();
      unclassified += delta.authors() * said.unclassified();
      reposts += delta.reposts();
    }

    /** The authors' classified mentions. */
    AuthorTallies tallies() {
      return tallies;
    }

    long authorCount() {
      return authors;
    }

    long unclassifiedCount() {
      return unclassified;
    }

    long repostCount() {
      return reposts;
    }

    long mentionCount() {
      return tallies.mentionCount() + unclassified;
    }

    boolean isEmpty() {
      return authors == 0 && reposts == 0;
    }
  }

  /** What stands in a window. */
  static final class Cell {
    private final Group all = new Group();
    private final SortedMap<Integer, Group> dimensions = new TreeMap<>();
    private final AuthorMoments moments;

    private Cell(int dimensionCount) {
      moments = new AuthorMoments(dimensionCount);
    }

    private void apply(WindowDelta delta) {
      all.apply(delta.tally().all(), delta);
      List<Tally.Part> parts = delta.tally().parts();
      int[] places = new int[parts.size()];
      long[] nets = new long[parts.size()];
      long[] counts = new long[parts.size()];
      for (int i = 0; i < parts.size(); i++) {
        Tally.Counts said = parts.get(i).counts();
        places[i] = parts.get(i).dimension();
        nets[i] = (long) said.positive() - said.negative();
        counts[i] = (long) said.positive() + said.neutral() + said.negative();
        dimensions.computeIfAbsent(places[i], d -> new Group()).apply(said, delta);
      }
      moments.add(places, nets, counts, delta.authors());
    }

    /** Every mention once. */
    Group all() {
      return all;
    }

    /** The mentions that touch each dimension. */
    SortedMap<Integer, Group> dimensions() {
      return dimensions;
    }

    /** What authors say in several dimensions at once. */
    AuthorMoments moments() {
      return moments;
    }
  }

  /** Visits every day up to {@code lastDay} on which a window holds something. */
  void forEach(int lastDay, Visitor visitor) {
    int next = 0;
    while (next < deltas.size()) {
      int window = deltas.get(next).window();
      int end = next;
      while (end < deltas.size() && deltas.get(end).window() == window) {
        end++;
      }
      sweep(window, deltas.subList(next, end), lastDay, visitor);
      next = end;
    }
  }

  private void sweep(int window, List<WindowDelta> changes, int lastDay, Visitor visitor) {
    Cell cell = new Cell(dimensionCount);
    int next = 0;
    while (next < changes.size()) {
      int day = changes.get(next).day();
      while (next < changes.size() && changes.get(next).day() == day) {
        cell.apply(changes.get(next++));
      }
      int until = next < changes.size() ? changes.get(next).day() : day + 1;
      for (int d = day; d < until && d <= lastDay && !cell.all().isEmpty(); d++) {
        visitor.visit(window, d, cell);
      }
    }
  }
}
