package dev.earshot.pipelines.measure.inbox;

import dev.earshot.pipelines.facts.MentionCell;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The people of a block: cells are its days, weeks and the block itself, in this order, each by all
 * networks together and then by network. Filled day by day. As a {@link CellGraph} it counts each
 * person once, on the first of their days, so that periods add up; how many a cell has is kept
 * beside it.
 *
 * <p>The graph runs in circles: from the root by all networks together to the block, its weeks and
 * its days, and by each network back from the days to weeks, block and root. Each cell is one arc,
 * and each total stands at one node.
 */
final class PeopleTable {
  private static final int ROOT = 0;

  private final int daysPerWeek;
  private final int weekCount;
  private final int dayCount;
  private final int columnCount;
  private final List<InboxPeople> networks;
  private final long[] people;
  private final CellGraph graph;
  private final CellGraph.Bounds outside;
  private boolean hasBegun;

  /** A table without days yet. */
  PeopleTable(int daysPerWeek, int weekCount, List<InboxPeople> networks) {
    this.daysPerWeek = daysPerWeek;
    this.weekCount = weekCount;
    this.networks = List.copyOf(networks);
    dayCount = daysPerWeek * weekCount;
    columnCount = networks.size() + 1;
    people = new long[(dayCount + weekCount + 1) * columnCount];
    int[] from = new int[people.length];
    int[] to = new int[people.length];
    for (int period = 0; period <= block(); period++) {
      for (int column = 0; column < columnCount; column++) {
        boolean isAll = column == 0;
        int part = node(period, column);
        int whole = period == block() ? ROOT : node(parent(period), column);
        from[cell(period, column)] = isAll ? whole : part;
        to[cell(period, column)] = isAll ? part : whole;
      }
    }
    graph = new CellGraph(1 + dayCount + (weekCount + 1) * columnCount, from, to);
    outside = graph.unbounded();
    IntStream.rangeClosed(dayCount, block()).flatMap(this::cellsOf).forEach(graph::free);
  }

  /** A day has one node for all networks, at which they add up; weeks and block need not say it. */
  private int node(int period, int column) {
    return period < dayCount
        ? 1 + period
        : 1 + dayCount + (period - dayCount) * columnCount + column;
  }

  private int parent(int period) {
    return period < dayCount ? weekOf(period) : block();
  }

  private int cell(int period, int column) {
    return period * columnCount + column;
  }

  int weekOf(int day) {
    return dayCount + day / daysPerWeek;
  }

  boolean isLastOfWeek(int day) {
    return (day + 1) % daysPerWeek == 0;
  }

  boolean isLastOfBlock(int day) {
    return day + 1 == dayCount;
  }

  int block() {
    return dayCount + weekCount;
  }

  /** The cells of a period: all networks together, then each. */
  IntStream cellsOf(int period) {
    return IntStream.range(0, columnCount).map(column -> cell(period, column));
  }

  /** All cells. */
  IntStream cells() {
    return IntStream.range(0, people.length);
  }

  /**
   * Fills in the next day. Days before the first on which somebody wrote are known to be empty, of
   * that one it is known that it is not.
   */
  void begin(int day) {
    boolean isFirst = !hasBegun && networks.stream().anyMatch(network -> network.ofDay()[day] > 0);
    hasBegun |= isFirst;
    if (!hasBegun) {
      return;
    }
    cellsOf(day).forEach(graph::free);
    for (int column = 1; column < columnCount; column++) {
      InboxPeople network = networks.get(column - 1);
      add(day, column, network.ofDay()[day], network.newInBlock()[day]);
      add(weekOf(day), column, network.newInWeek()[day], network.newInBlock()[day]);
      add(block(), column, network.newInBlock()[day], network.newInBlock()[day]);
    }
    if (isFirst) {
      outside.least()[cell(day, 0)] = 1;
    }
  }

  private void add(int period, int column, long more, long moreInGraph) {
    for (int at : new int[] {cell(period, 0), cell(period, column)}) {
      people[at] += more;
      graph.add(at, moreInGraph);
    }
  }

  /** Distinct people of a cell so far. */
  long people(int cell) {
    return people[cell];
  }

  void publish(int cell) {
    graph.fix(cell);
  }

  void hide(int cell) {
    graph.free(cell);
  }

  /** What a reader knows beside what is published: that the first day is not empty. */
  CellGraph.Bounds outside() {
    return outside;
  }

  /**
   * What a reader knew who was told in addition, of each period that is over by a day, which cells
   * have fewer people than a minimum.
   */
  CellGraph.Bounds told(long minimum, int day) {
    CellGraph.Bounds told = new CellGraph.Bounds(outside.least(), outside.most().clone());
    for (int period = 0; period <= block(); period++) {
      if (lastDayOf(period) <= day) {
        cellsOf(period)
            .filter(cell -> people[cell] < minimum)
            .forEach(cell -> told.most()[cell] = minimum - 1);
      }
    }
    return told;
  }

  private int lastDayOf(int period) {
    if (period < dayCount) {
      return period;
    }
    return period == block() ? dayCount - 1 : (period - dayCount + 1) * daysPerWeek - 1;
  }

  boolean isVaguerThan(long width, int cell, CellGraph.Bounds known) {
    return graph.isVaguerThan(width, cell, known);
  }

  /** The networks of a period that are published and hold anybody, and all of them together. */
  Set<String> publishedColumns(int period) {
    return cellsOf(period)
        .filter(cell -> people[cell] > 0 && graph.isFixed(cell))
        .mapToObj(cell -> cell % columnCount)
        .map(column -> column == 0 ? MentionCell.ALL : networks.get(column - 1).network())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether somebody wrote on a day before or on this one. */
  boolean hasBegunBy(int day) {
    return networks.stream()
        .anyMatch(network -> Arrays.stream(network.ofDay(), 0, day + 1).sum() > 0);
  }
}
