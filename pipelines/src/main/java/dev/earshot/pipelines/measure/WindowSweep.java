package dev.earshot.pipelines.measure;

import dev.earshot.models.statistics.AuthorMoments;
import dev.earshot.models.statistics.AuthorTallies;
import dev.earshot.models.statistics.AuthorTally;
import dev.earshot.pipelines.beam.Peeking;
import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.listen.Tally;
import dev.earshot.pipelines.listen.WindowDelta;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Walks through the days of one cell and keeps what stands in each sliding window. */
final class WindowSweep {
  /** The longest window first, as rates over it are what others are shrunk toward. */
  private static final Comparator<WindowDelta> ORDER =
      Comparator.comparingInt(WindowDelta::window).reversed().thenComparingInt(WindowDelta::day);

  /** Changes of a cell that are held in memory, of some 300 bytes each; others on disk. */
  private static final int CHANGES_IN_MEMORY = 50_000;

  private final Iterable<WindowDelta> changes;
  private final int dimensionCount;

  /**
   * A walk through the changes of one cell.
   *
   * @param changes in any order; read once
   * @param dimensionCount the run's dimensions of reputation, or zero where they do not matter
   */
  WindowSweep(Iterable<WindowDelta> changes, int dimensionCount) {
    this.changes = changes;
    this.dimensionCount = dimensionCount;
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
    try (SortedRows<WindowDelta> sorted =
        new SortedRows<>(WindowDelta.class, ORDER, CHANGES_IN_MEMORY)) {
      for (WindowDelta change : changes) {
        sorted.add(change);
      }
      Peeking<WindowDelta> ordered = sorted.iterator();
      while (ordered.hasNext()) {
        sweep(ordered.peek().window(), ordered, lastDay, visitor);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sweep(int window, Peeking<WindowDelta> ordered, int lastDay, Visitor visitor) {
    Cell cell = new Cell(dimensionCount);
    while (ordered.nextIs(change -> change.window() == window)) {
      int day = ordered.peek().day();
      while (ordered.nextIs(change -> change.window() == window && change.day() == day)) {
        cell.apply(ordered.next());
      }
      boolean isLast = !ordered.nextIs(change -> change.window() == window);
      int until = isLast ? day + 1 : ordered.peek().day();
      for (int d = day; d < until && d <= lastDay && !cell.all().isEmpty(); d++) {
        visitor.visit(window, d, cell);
      }
    }
  }
}
