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
public record SaidByDimension(PolarityCounts all, List<DimensionPart> parts) {
  public static final SaidByDimension NONE = new SaidByDimension(PolarityCounts.NONE, List.of());

  /** Mentions by their sentiment. */
  public record PolarityCounts(int positive, int neutral, int negative, int unclassified) {
    public static final PolarityCounts NONE = new PolarityCounts(0, 0, 0, 0);

    /** Mentions with a sentiment. */
    long classified() {
      return (long) positive + neutral + negative;
    }

    private PolarityCounts plus(PolarityCounts other, int sign) {
      return new PolarityCounts(
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
  public record DimensionPart(int dimension, PolarityCounts counts) {}

  /** A tally whose dimensions, given as bits, all have the same counts. */
  public static SaidByDimension of(PolarityCounts counts, int dimensionBits) {
    if (dimensionBits == 0) {
      return new SaidByDimension(counts, List.of());
    }
    List<DimensionPart> parts = new ArrayList<>(Integer.bitCount(dimensionBits));
    for (int bits = dimensionBits; bits != 0; bits &= bits - 1) {
      parts.add(new DimensionPart(Integer.numberOfTrailingZeros(bits), counts));
    }
    return new SaidByDimension(counts, parts);
  }

  public SaidByDimension plus(SaidByDimension other) {
    return merge(other, 1);
  }

  public SaidByDimension minus(SaidByDimension other) {
    return merge(other, -1);
  }

  public SaidByDimension withoutDimensions() {
    return parts.isEmpty() ? this : new SaidByDimension(all, List.of());
  }

  public boolean isNone() {
    return all.equals(PolarityCounts.NONE) && parts.isEmpty();
  }

  private SaidByDimension merge(SaidByDimension other, int sign) {
    List<DimensionPart> merged = new ArrayList<>(Math.max(parts.size(), other.parts.size()));
    int mine = 0;
    int theirs = 0;
    while (mine < parts.size() || theirs < other.parts.size()) {
      int left = mine < parts.size() ? parts.get(mine).dimension() : Integer.MAX_VALUE;
      int right =
          theirs < other.parts.size() ? other.parts.get(theirs).dimension() : Integer.MAX_VALUE;
      PolarityCounts counts = left <= right ? parts.get(mine++).counts() : PolarityCounts.NONE;
      if (right <= left) {
        counts = counts.plus(other.parts.get(theirs++).counts(), sign);
      }
      if (!counts.equals(PolarityCounts.NONE)) {
        merged.add(new DimensionPart(Math.min(left, right), counts));
      }
    }
    return new SaidByDimension(all.plus(other.all, sign), merged);
  }
}
