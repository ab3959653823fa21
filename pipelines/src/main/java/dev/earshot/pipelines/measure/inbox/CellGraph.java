package dev.earshot.pipelines.measure.inbox;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cells of a table as arcs of a network in which they flow in circles: what flows into a node is
 * the total of what flows out, as the people of a week are those of its days. All tables that agree
 * with the published cells are flows that differ from the true one on other arcs only, so that the
 * least and the greatest value a cell may have are found by maximal flows, exactly and in whole
 * numbers (L. H. Cox 1995, "Network models for complementary cell suppression", JASA 90,
 * 1453-1462).
 */
final class CellGraph {
  private static final int NONE = -1;

  private final int[] from;
  private final int[] to;
  private final long[] value;
  private final boolean[] isFixed;
  private final int[][] arcsAt;

  /** Arcs from nodes to nodes, all of value zero and fixed. */
  CellGraph(int nodeCount, int[] from, int[] to) {
    this.from = from;
    this.to = to;
    value = new long[from.length];
    isFixed = new boolean[from.length];
    Arrays.fill(isFixed, true);
    arcsAt = new int[nodeCount][];
    for (int node = 0; node < nodeCount; node++) {
      int at = node;
      arcsAt[node] =
          IntStream.range(0, from.length).filter(a -> from[a] == at || to[a] == at).toArray();
    }
  }

  void add(int arc, long more) {
    value[arc] += more;
  }

  /** Says that everybody knows the value of a cell. */
  void fix(int arc) {
    isFixed[arc] = true;
  }

  /** Says that nobody is told the value of a cell. */
  void free(int arc) {
    isFixed[arc] = false;
  }

  boolean isFixed(int arc) {
    return isFixed[arc];
  }

  /**
   * What somebody knows of cells beside what is published.
   *
   * @param least by arc, at most its value
   * @param most by arc, at least its value
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Bounds(long[] least, long[] most) {}

  /** No negative cells. */
  Bounds unbounded() {
    long[] most = new long[value.length];
    Arrays.fill(most, Long.MAX_VALUE);
    return new Bounds(new long[value.length], most);
  }

  /** Whether, within bounds, a cell's greatest possible value is so much above its least. */
  boolean isVaguerThan(long width, int arc, Bounds bounds) {
    Flow flow = new Flow(bounds, arc);
    long up = flow.between(to[arc], from[arc], Math.min(width, flow.above(arc)));
    long below = Math.min(width - up, flow.below(arc));
    return up + new Flow(bounds, arc).between(from[arc], to[arc], below) >= width;
  }

  /** A change of the values along ways beside one arc (Edmonds and Karp 1972). */
  private final class Flow {
    private final Bounds bounds;
    private final int beside;
    private final long[] change = new long[value.length];

    Flow(Bounds bounds, int beside) {
      this.bounds = bounds;
      this.beside = beside;
    }

    long above(int arc) {
      return bounds.most[arc] - value[arc] - change[arc];
    }

    long below(int arc) {
      return value[arc] + change[arc] - bounds.least[arc];
    }

    /** What can flow from a node to a node, up to so much. */
    long between(int source, int sink, long wanted) {
      long sum = 0;
      while (sum < wanted) {
        int[] arrivals = search(source, sink);
        if (arrivals[sink] == NONE) {
          return sum;
        }
        long amount = wanted - sum;
        for (int node = sink; node != source; node = across(node, arrivals[node])) {
          int arc = arrivals[node];
          amount = Math.min(amount, to[arc] == node ? above(arc) : below(arc));
        }
        for (int node = sink; node != source; node = across(node, arrivals[node])) {
          int arc = arrivals[node];
          change[arc] += to[arc] == node ? amount : -amount;
        }
        sum += amount;
      }
      return sum;
    }

    /** The arc by which a shortest way from the source arrives at each node, as far as the sink. */
    private int[] search(int source, int sink) {
      int[] arrivals = new int[arcsAt.length];
      Arrays.fill(arrivals, NONE);
      Deque<Integer> reached = new ArrayDeque<>(List.of(source));
      while (!reached.isEmpty() && arrivals[sink] == NONE) {
        int node = reached.remove();
        for (int arc : arcsAt[node]) {
          int next = across(node, arc);
          if (arrivals[next] == NONE && next != source && isOpen(arc, node)) {
            arrivals[next] = arc;
            reached.add(next);
          }
        }
      }
      return arrivals;
    }

    private boolean isOpen(int arc, int node) {
      return !isFixed[arc] && arc != beside && (from[arc] == node ? above(arc) : below(arc)) > 0;
    }
  }

  private int across(int node, int arc) {
    return from[arc] == node ? to[arc] : from[arc];
  }
}
