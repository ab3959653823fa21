package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.listen.CellKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Facts by network, and all of them under {@link CellKey#ALL}. */
final class ByNetwork {
  private ByNetwork() {}

  static <T> Map<String, List<T>> of(Iterable<T> facts, Function<T, String> network) {
    Map<String, List<T>> byNetwork = new TreeMap<>();
    for (T fact : facts) {
      byNetwork.computeIfAbsent(network.apply(fact), n -> new ArrayList<>()).add(fact);
      byNetwork.computeIfAbsent(CellKey.ALL, n -> new ArrayList<>()).add(fact);
    }
    return byNetwork;
  }
}
