package dev.earshot.pipelines.generate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The people who post: a fixed pool on each network. How often each speaks of a brand follows
 * Zipf's law with exponent 1.05, with other people in front for each brand.
 */
final class Authors {
  private static final double EXPONENT = 1.05;
  private static final int STRIDE = 1_009;
  private static final String[] GIVEN = {
    "anna", "ben", "clara", "dev", "elif", "femi", "greta", "hugo", "ines", "jonas", "kim",
    "lena", "mateo", "nora", "omar", "priya", "quinn", "rosa", "sami", "tara", "ugo", "vera"
  };

  private final SeededRandom random;
  private final Map<Network, double[]> cumulative = new EnumMap<>(Network.class);

  Authors(SeededRandom random) {
    this.random = random;
    for (Network network : Network.ALL) {
      cumulative.put(network, zipf(network.authorCount));
    }
  }

  private static double[] zipf(int size) {
    double[] sums = new double[size];
    double sum = 0;
    for (int rank = 0; rank < size; rank++) {
      sum += StrictMath.pow(rank + 1, -EXPONENT);
      sums[rank] = sum;
    }
    return sums;
  }

  /** An author who speaks of the brand, or of nothing in particular for a brand of -1. */
  int pick(Network network, int brand) {
    double[] sums = Objects.requireNonNull(cumulative.get(network));
    int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    int rank = Math.min(found < 0 ? -found - 1 : found, sums.length - 1);
    return at(network, brand, rank);
  }

  /** The author who speaks of a brand most often after {@code rank} others. */
  static int at(Network network, int brand, int rank) {
    return (int) (((long) rank * STRIDE + (brand + 1) * 331L) % network.authorCount);
  }

  /** Another author than the given one, distinct for distinct steps from 1 to 100. */
  static int other(Network network, int author, int step) {
    return (author + step * 17) % network.authorCount;
  }

  static String handle(Network network, int author) {
    return GIVEN[author % GIVEN.length]
        + "_"
        + network.name().charAt(0)
        + author
        + (author % 3 == 0 ? "" : "x");
  }
}
