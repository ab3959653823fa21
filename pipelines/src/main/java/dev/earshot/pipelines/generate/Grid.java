package dev.earshot.pipelines.generate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cells by brand, network and date, one after the other in arrays.
 *
 * @param brands the brands
 * @param period the dates
 */
record Grid(List<FictionalBrand> brands, Period period) {
  /** The rollup of all networks, first in the order of names. */
  static final String ALL_NETWORKS = "all";

  int size() {
    return brands.size() * Network.ALL.length * period.dateCount();
  }

  int cell(int brand, Network network, int date) {
    return (brand * Network.ALL.length + network.index) * period.dateCount() + date;
  }

  /** The brands in the order of their ids. */
  List<FictionalBrand> sortedBrands() {
    return brands.stream().sorted(Comparator.comparing(FictionalBrand::id)).toList();
  }

  /** The rollup and the networks, in the order of their names. */
  static List<Slice> slices() {
    Slice all = new Slice(ALL_NETWORKS, List.of(Network.ALL));
    return Stream.concat(
            Stream.of(all),
            Arrays.stream(Network.ALL).map(network -> new Slice(network.id, List.of(network))))
        .sorted(Comparator.comparing(Slice::name))
        .toList();
  }

  /** One network, or all. */
  record Slice(String name, List<Network> networks) {}

  /**
   * The sum of a count over the networks of a slice and the dates {@code first} to {@code last}.
   */
  long sum(long[] counts, int brand, Slice slice, int first, int last) {
    long sum = 0;
    for (Network network : slice.networks()) {
      for (int date = first; date <= last; date++) {
        sum += counts[cell(brand, network, date)];
      }
    }
    return sum;
  }
}
