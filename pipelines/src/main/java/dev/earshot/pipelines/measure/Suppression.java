package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.listen.CellKey;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which cells of a table of direct messages must be hidden: those with fewer than ten people, and
 * as many more as it takes that a total minus the visible cells gives no such cell away (primary
 * and complementary cell suppression; Cox 1980).
 */
final class Suppression {
  static final long MINIMUM_PEOPLE = 10;

  private Suppression() {}

  /** The networks to hide, the roll-up {@link CellKey#ALL} included where it must be. */
  static Set<String> hidden(Map<String, InboxCell> cells) {
    Set<String> hidden = new TreeSet<>();
    cells.forEach(
        (network, cell) -> {
          if (cell.personCount() < MINIMUM_PEOPLE) {
            hidden.add(network);
          }
        });
    while (tells(hidden, cells)) {
      Optional<String> next =
          cells.keySet().stream()
              .filter(network -> !network.equals(CellKey.ALL) && !hidden.contains(network))
              .min(Comparator.comparingLong((String network) -> cells.get(network).personCount()));
      hidden.add(next.orElse(CellKey.ALL));
    }
    return hidden;
  }

  /** Whether the total minus the visible networks tells of fewer people than the minimum. */
  private static boolean tells(Set<String> hidden, Map<String, InboxCell> cells) {
    if (hidden.isEmpty() || hidden.contains(CellKey.ALL)) {
      return false;
    }
    long people = hidden.stream().mapToLong(network -> cells.get(network).personCount()).sum();
    return hidden.size() == 1 || people < MINIMUM_PEOPLE;
  }
}
