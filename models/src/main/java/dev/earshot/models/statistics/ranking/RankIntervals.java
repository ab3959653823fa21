package dev.earshot.models.statistics.ranking;

import dev.earshot.models.statistics.basics.SplitMix64;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RectangularCholeskyDecomposition;
import org.hipparchus.special.Erf;

/**
 * Places in a ranking, the largest value first, as intervals that all hold together in 95 %: a
 * place is as high as 1 and those that are certainly better, and as low as those that are not
 * certainly worse. Ties are intervals that overlap.
 *
 * <p>M. Mogstad, J. P. Romano, A. M. Shaikh, D. Wilhelm (2024), "Inference for Ranks with
 * Applications to Mobility across Neighbourhoods and Academic Achievement across Countries", Review
 * of Economic Studies 91, 476-518: two-sided, simultaneous, by stepwise rejection (J. P. Romano and
 * M. Wolf, 2005, Econometrica 73, 1237-1282), as the R package csranks does by default. Critical
 * values are of normal draws with the covariance of the estimates, from a fixed seed.
 */
public final class RankIntervals {
  private static final int DRAWS = 2_000;
  private static final double COVERAGE = 0.95;
  private static final long SEED = 2024;
  private static final double SMALLEST_PART = 1e-12;

  private RankIntervals() {}

  /**
   * A place.
   *
   * @param best the best that it may be, from 1
   * @param worst the worst that it may be, up to how many are ranked
   */
  public record Place(int best, int worst) {}

  /**
   * The places of some values.
   *
   * @param values estimates
   * @param covariance of the estimates; two of them may be perfectly correlated
   */
  public static Place[] of(double[] values, double[][] covariance) {
    int size = values.length;
    double[][] errors = errors(covariance);
    boolean[][] isAhead = new boolean[size][size];
    double[][] draws = draws(covariance);
    boolean isAnyNew = size > 1;
    while (isAnyNew) {
      double limit = limit(draws, errors, isAhead);
      isAnyNew = false;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          boolean isTested = errors[i][j] > 0 && !isAhead[i][j];
          if (isTested && (values[i] - values[j]) / errors[i][j] > limit) {
            isAhead[i][j] = true;
            isAnyNew = true;
          }
        }
      }
    }
    return places(isAhead);
  }

  private static Place[] places(boolean[][] isAhead) {
    int size = isAhead.length;
    Place[] places = new Place[size];
    for (int i = 0; i < size; i++) {
      int better = 0;
      int worse = 0;
      for (int j = 0; j < size; j++) {
        better += isAhead[j][i] ? 1 : 0;
        worse += isAhead[i][j] ? 1 : 0;
      }
      places[i] = new Place(1 + better, size - worse);
    }
    return places;
  }

  /** The standard errors of differences. */
  private static double[][] errors(double[][] covariance) {
    int size = covariance.length;
    double[][] errors = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double variance = covariance[i][i] + covariance[j][j] - 2 * covariance[i][j];
        errors[i][j] = i == j ? 0 : Math.sqrt(Math.max(0, variance));
      }
    }
    return errors;
  }

  private static double[][] draws(double[][] covariance) {
    int size = covariance.length;
    if (size < 2) {
      return new double[0][size];
    }
    RealMatrix root =
        new RectangularCholeskyDecomposition(
                new Array2DRowRealMatrix(scaled(covariance), false), SMALLEST_PART)
            .getRootMatrix();
    double[] scales = new double[size];
    for (int i = 0; i < size; i++) {
      scales[i] = Math.sqrt(covariance[i][i]);
    }
    double[][] draws = new double[DRAWS][size];
    SplitMix64 random = new SplitMix64(SEED);
    for (double[] draw : draws) {
      double[] normal = new double[root.getColumnDimension()];
      for (int i = 0; i < normal.length; i++) {
        normal[i] = normal(random);
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < normal.length; j++) {
          draw[i] += scales[i] * root.getEntry(i, j) * normal[j];
        }
      }
    }
    return draws;
  }

  /** The correlations, so that the smallest part does not depend on a unit. */
  private static double[][] scaled(double[][] covariance) {
    int size = covariance.length;
    double[][] scaled = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double scale = Math.sqrt(covariance[i][i] * covariance[j][j]);
        scaled[i][j] = scale > 0 ? covariance[i][j] / scale : 0;
      }
      scaled[i][i] = 1;
    }
    return scaled;
  }

  private static double normal(SplitMix64 random) {
    return -Math.sqrt(2) * Erf.erfcInv(2 * (random.nextDouble() + 0x1p-54));
  }

  /** What the largest difference that is still tested exceeds by chance in 5 %. */
  private static double limit(double[][] draws, double[][] errors, boolean[][] isAhead) {
    double[] largest = new double[draws.length];
    for (int draw = 0; draw < draws.length; draw++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < errors.length; i++) {
        for (int j = 0; j < errors.length; j++) {
          if (errors[i][j] > 0 && !isAhead[i][j]) {
            most = Math.max(most, (draws[draw][i] - draws[draw][j]) / errors[i][j]);
          }
        }
      }
      largest[draw] = most;
    }
    Arrays.sort(largest);
    return largest[(int) Math.ceil(COVERAGE * largest.length) - 1];
  }
}
