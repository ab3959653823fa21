package dev.earshot.models.statistics.location;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ordinary least squares of a response on one covariate and two crossed groupings without
 * interaction: y = b0 + b1*x + effect(first) + effect(second). The normal equations are solved by
 * sweeps (J. H. Goodnight, 1979, "A tutorial on the SWEEP operator", The American Statistician 33,
 * 149-158); an effect that the data cannot tell apart from those before it (the last group of each
 * grouping, a group that always comes with another) gets no coefficient, which leaves the fitted
 * values as they are.
 *
 * <p>It is fitted from sums of whole numbers: x and y in ten-thousandths. Any order or bundling of
 * the units gives the same doubles.
 *
 * @param intercept b0
 * @param slope b1, for x and y in ones
 * @param first the effect of each group of the first grouping
 * @param second the effect of each group of the second grouping
 */
public record EffectModel(double intercept, double slope, List<Effect> first, List<Effect> second) {
  /** One is this many units of x and y. */
  public static final double SCALE = 10_000;

  /** Units for each coefficient, at the least. */
  private static final int UNITS_PER_COEFFICIENT = 3;

  /** A column keeps less than this share of itself where those before it explain it. */
  private static final double TOLERANCE = 1e-8;

  /** What a group adds to y, in ones. */
  public record Effect(String group, double coefficient) {}

  /**
   * The units of one pair of groups, added up.
   *
   * @param first group, such as a network
   * @param second group, such as a media type
   * @param count units
   * @param x sum of x, ten-thousandths
   * @param xx sum of x squared, in their squares
   * @param y sum of y, ten-thousandths
   * @param xy sum of x times y, in their squares
   */
  public record Cell(String first, String second, long count, long x, long xx, long y, long xy) {
    /** One unit. */
    public static Cell of(String first, String second, long x, long y) {
      return new Cell(first, second, 1, x, x * x, y, x * y);
    }

    /** Two cells of the same groups together. */
    public Cell plus(Cell other) {
      return new Cell(
          first,
          second,
          count + other.count,
          x + other.x,
          xx + other.xx,
          y + other.y,
          xy + other.xy);
    }
  }

  /** A real value in ten-thousandths, rounded. */
  public static long scaled(double value) {
    return Math.round(value * SCALE);
  }

  /**
   * Fits the model.
   *
   * @return null where there are fewer than three units for each coefficient
   */
  public static @Nullable EffectModel fit(List<Cell> cells) {
    List<Cell> sorted = new ArrayList<>(cells);
    sorted.sort(Comparator.comparing(Cell::first).thenComparing(Cell::second));
    SortedSet<String> firsts = new TreeSet<>();
    SortedSet<String> seconds = new TreeSet<>();
    for (Cell cell : sorted) {
      firsts.add(cell.first());
      seconds.add(cell.second());
    }
    Map<String, Integer> firstColumns = columns(firsts, 2);
    Map<String, Integer> secondColumns = columns(seconds, 2 + firsts.size());
    int size = 2 + firsts.size() + seconds.size();
    long units = sorted.stream().mapToLong(Cell::count).sum();
    if (units < (long) UNITS_PER_COEFFICIENT * size) {
      return null;
    }
    double[][] normal = new double[size][size + 1];
    for (Cell cell : sorted) {
      int[] ones = {0, firstColumns.get(cell.first()), secondColumns.get(cell.second())};
      for (int i : ones) {
        for (int j : ones) {
          normal[i][j] += cell.count();
        }
        normal[i][1] += cell.x() / SCALE;
        normal[1][i] += cell.x() / SCALE;
        normal[i][size] += cell.y() / SCALE;
      }
      normal[1][1] += cell.xx() / (SCALE * SCALE);
      normal[1][size] += cell.xy() / (SCALE * SCALE);
    }
    double[] solved = solve(normal);
    return new EffectModel(
        solved[0], solved[1], effects(firstColumns, solved), effects(secondColumns, solved));
  }

  /** Solves the normal equations, the response in the last column. */
  private static double[] solve(double[][] normal) {
    int size = normal.length;
    double[] whole = new double[size];
    for (int k = 0; k < size; k++) {
      whole[k] = normal[k][k];
    }
    double[] coefficients = new double[size];
    boolean[] isSwept = new boolean[size];
    for (int k = 0; k < size; k++) {
      double pivot = normal[k][k];
      if (pivot <= TOLERANCE * whole[k]) {
        continue;
      }
      isSwept[k] = true;
      for (int j = 0; j <= size; j++) {
        normal[k][j] /= pivot;
      }
      for (int i = 0; i < size; i++) {
        double factor = normal[i][k];
        for (int j = 0; i != k && factor != 0 && j <= size; j++) {
          normal[i][j] -= factor * normal[k][j];
        }
      }
    }
    for (int k = 0; k < size; k++) {
      coefficients[k] = isSwept[k] ? normal[k][size] : 0;
    }
    return coefficients;
  }

  private static Map<String, Integer> columns(SortedSet<String> groups, int firstColumn) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    groups.forEach(group -> columns.put(group, firstColumn + columns.size()));
    return columns;
  }

  private static List<Effect> effects(Map<String, Integer> columns, double[] coefficients) {
    return columns.entrySet().stream()
        .map(column -> new Effect(column.getKey(), coefficients[column.getValue()]))
        .toList();
  }

  /** What the model leaves unexplained, in ten-thousandths; the unit's groups were fitted. */
  public long residual(String ofFirst, String ofSecond, long x, long y) {
    double fitted =
        intercept + slope * (x / SCALE) + effect(first, ofFirst) + effect(second, ofSecond);
    return scaled(y / SCALE - fitted);
  }

  private static double effect(List<Effect> effects, String group) {
    for (Effect effect : effects) {
      if (effect.group().equals(group)) {
        return effect.coefficient();
      }
    }
    throw new IllegalArgumentException("not fitted: " + group);
  }
}
