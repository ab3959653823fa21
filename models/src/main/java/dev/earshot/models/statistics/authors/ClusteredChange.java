package dev.earshot.models.statistics.authors;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.SquareAndAdd;
import org.jspecify.annotations.Nullable;

/**
 * The change of a rate from one period to the next, where the same persons may speak in both.
 *
 * <p>With b and n of each person in the later period (1) and the earlier one (0), r the rate of
 * each period and N the sum of n, the linearised variance is that of the sum over persons of {@code
 * (b1 - r1*n1)/N1 - (b0 - r0*n0)/N0} (W. G. Cochran, 1977, "Sampling Techniques", 3rd edition,
 * section 6.3): those of both periods, less twice what they have in common. The interval has the
 * ends that the periods' own intervals ask for ({@link SquareAndAdd}), with the correlation of
 * their residuals over persons; so it is the linearised one where both are symmetric, and keeps a
 * width where all persons of a period agree.
 *
 * <p>Whole numbers alone are added up: any order gives the same.
 */
public final class ClusteredChange {
  private final long[] sums = new long[4];
  private final long[][] products = new long[4][4];

  /** Adds a person, by what counts and what it is counted of in the later and earlier period. */
  public void add(long laterCount, long laterOf, long earlierCount, long earlierOf) {
    long[] person = {laterCount, laterOf, earlierCount, earlierOf};
    for (int i = 0; i < sums.length; i++) {
      sums[i] += person[i];
      for (int j = 0; j < sums.length; j++) {
        products[i][j] += person[i] * person[j];
      }
    }
  }

  /**
   * The change from the earlier to the later period; null where either has no rate.
   *
   * @param later the rate of the later period with its interval
   * @param earlier that of the earlier
   */
  public @Nullable Estimate between(@Nullable Estimate later, @Nullable Estimate earlier) {
    return later == null || earlier == null
        ? null
        : SquareAndAdd.difference(later, earlier, correlation());
  }

  /** Of the residuals of the two periods over persons; 0 where a period has none. */
  double correlation() {
    double spread = Math.sqrt(product(0, 0)) * Math.sqrt(product(2, 2));
    return spread > 0 ? Math.max(-1, Math.min(1, product(0, 2) / spread)) : 0;
  }

  /** The sum over persons of (b - r*n) of one period times that of another. */
  private double product(int one, int other) {
    if (sums[one + 1] == 0 || sums[other + 1] == 0) {
      return 0;
    }
    double r = (double) sums[one] / sums[one + 1];
    double s = (double) sums[other] / sums[other + 1];
    double product =
        products[one][other]
            - r * products[one + 1][other]
            - s * products[one][other + 1]
            + r * s * products[one + 1][other + 1];
    return one == other ? Math.max(0, product) : product;
  }
}
