package dev.earshot.pipelines.measure;

import dev.earshot.models.statistics.AuthorTallies;
import dev.earshot.models.statistics.AuthorTally;
import dev.earshot.pipelines.listen.WindowDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Walks through the days of one cell and keeps what stands in each sliding window. */
final class WindowSweep {
  private static final Comparator<WindowDelta> ORDER =
      Comparator.comparingInt(WindowDelta::window).thenComparingInt(WindowDelta::day);

  private final List<WindowDelta> deltas;

  WindowSweep(Iterable<WindowDelta> changes) {
    deltas = new ArrayList<>();
    changes.forEach(deltas::add);
    deltas.sort(ORDER);
  }

  /** Takes what stands in a window that ends on a day. */
  interface Visitor {
    void visit(int window, int day, Cell cell);
  }

  /** What stands in a window. */
  static final class Cell {
    private AuthorTallies tallies = new AuthorTallies();
    private long authors;
    private long unclassified;
    private long reposts;

    private void apply(WindowDelta delta) {
      tallies.add(
          new AuthorTally(delta.positive(), delta.neutral(), delta.negative()), delta.authors());
      authors += delta.authors();
      unclassified += delta.authors() * delta.unclassified();
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

    private boolean isEmpty() {
      return authors == 0 && reposts == 0;
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

  private static void sweep(int window, List<WindowDelta> changes, int lastDay, Visitor visitor) {
    Cell cell = new Cell();
    int next = 0;
    while (next < changes.size()) {
      int day = changes.get(next).day();
      while (next < changes.size() && changes.get(next).day() == day) {
        cell.apply(changes.get(next++));
      }
      int until = next < changes.size() ? changes.get(next).day() : day + 1;
      for (int d = day; d < until && d <= lastDay && !cell.isEmpty(); d++) {
        visitor.visit(window, d, cell);
      }
    }
  }
}
