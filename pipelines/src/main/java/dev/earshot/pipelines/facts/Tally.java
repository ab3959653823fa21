package dev.earshot.pipelines.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * What one author says in a cell: over all dimensions of reputation, and in each that is touched. A
 * mention may touch several dimensions, so these do not add up to all.
 *
 * @param all every mention once
 * @param parts the dimensions touched, ascending; empty where dimensions are not asked for
 */
public record Tally(Counts all, List<Part> parts) {
  static final Tally NONE = new Tally(Counts.NONE, List.of());

  /** Mentions by their sentiment. */
  public record Counts(int positive, int neutral, int negative, int unclassified) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    private Counts plus(Counts other, int sign) {
      return new Counts(
          positive + sign * other.positive,
          neutral + sign * other.neutral,
          negative + sign * other.negative,
          unclassified + sign * other.unclassified);
    }
  }

  /**
   * Mentions that touch one dimension.
   *
   * @param dimension its place in the run's dimensions
   */
  public record Part(int dimension, Counts counts) {}

  /** A tally whose dimensions, given as bits, all have the same counts. */
  public static Tally of(Counts counts, int dimensionBits) {
    if (dimensionBits == 0) {
      return new Tally(counts, List.of());
    }
    List<Part> parts = new ArrayList<>(Integer.bitCount(dimensionBits));
    for (int bits = dimensionBits; bits != 0; bits &= bits - 1) {
      parts.add(new Part(Integer.numberOfTrailingZeros(bits), counts));
    }
    return new Tally(counts, parts);
  }

  public Tally plus(Tally other) {
    return merge(other, 1);
  }

  Tally minus(Tally other) {
    return merge(other, -1);
  }

  public Tally withoutDimensions() {
    return parts.isEmpty() ? this : new Tally(all, List.of());
  }

  boolean isNone() {
    return all.equals(Counts.NONE) && parts.isEmpty();
  }

  private Tally merge(Tally other, int sign) {
    List<Part> merged = new ArrayList<>(Math.max(parts.size(), other.parts.size()));
    int mine = 0;
    int theirs = 0;
    while (mine < parts.size() || theirs < other.parts.size()) {
      int left = mine < parts.size() ? parts.get(mine).dimension() : Integer.MAX_VALUE;
      int right =
          theirs < other.parts.size() ? other.parts.get(theirs).dimension() : Integer.MAX_VALUE;
      Counts counts = left <= right ? parts.get(mine++).counts() : Counts.NONE;
      if (right <= left) {
        counts = counts.plus(other.parts.get(theirs++).counts(), sign);
      }
      if (!counts.equals(Counts.NONE)) {
        merged.add(new Part(Math.min(left, right), counts));
      }
    }
    return new Tally(all.plus(other.all, sign), merged);
  }
}
