package dev.earshot.pipelines.listen.shop;

import dev.earshot.pipelines.facts.OrderFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that was read of one order. Of a line with an id the newest version counts. Lines
 * without one cannot be told apart by anything but what they say: the same line twice in one file
 * is two items, the same line in two files is one item that two exports hold. So each line counts
 * as often as in the file that has it most often.
 */
final class OrderGroup {
  private final List<OrderFact> facts = new ArrayList<>();

  void add(OrderFact fact) {
    facts.add(fact);
  }

  /**
   * What counts and what does not.
   *
   * @param lines the lines of the order, in an order that follows from them alone
   * @param duplicates other versions and copies of them
   */
  record Split(List<OrderFact> lines, List<OrderFact> duplicates) {}

  /** Tells lines from their duplicates. */
  Split split() {
    Map<String, List<OrderFact>> versions = new HashMap<>();
    Map<OrderFact.Line, Map<Integer, List<OrderFact>>> copies = new HashMap<>();
    for (OrderFact fact : facts) {
      if (fact.lineId() == null) {
        copies
            .computeIfAbsent(fact.line(), line -> new TreeMap<>())
            .computeIfAbsent(fact.source(), source -> new ArrayList<>())
            .add(fact);
      } else {
        versions.computeIfAbsent(fact.lineId(), line -> new ArrayList<>()).add(fact);
      }
    }
    Split split = new Split(new ArrayList<>(), new ArrayList<>());
    for (List<OrderFact> all : versions.values()) {
      all.sort(OrderFact.NEWEST);
      split.lines.add(all.get(0));
      split.duplicates.addAll(all.subList(1, all.size()));
    }
    for (Map<Integer, List<OrderFact>> bySource : copies.values()) {
      int most = bySource.values().stream().mapToInt(List::size).max().orElse(0);
      boolean isKept = false;
      for (List<OrderFact> inSource : bySource.values()) {
        boolean isThis = !isKept && inSource.size() == most;
        (isThis ? split.lines : split.duplicates).addAll(inSource);
        isKept |= isThis;
      }
    }
    split.lines.sort(Comparator.comparing(OrderFact::line));
    return split;
  }
}
