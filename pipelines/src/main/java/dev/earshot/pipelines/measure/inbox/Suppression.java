package dev.earshot.pipelines.measure.inbox;

import dev.earshot.pipelines.facts.MentionCell;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which cells of a table of direct messages must be hidden: those with fewer than ten people, and
 * as many more as it takes that a total minus the visible cells gives no such cell away (primary
 * and complementary cell suppression; Cox 1980).
 */
final class Suppression {
  static final long MINIMUM_PEOPLE = 10;

  private Suppression() {}

  /**
   * The networks to hide, the roll-up {@link MentionCell#ALL} included where it must be.
   *
   * @param people distinct people by network, the roll-up included
   */
  static Set<String> hidden(Map<String, Long> people) {
    Set<String> hidden = new TreeSet<>();
    Map<String, Long> visible = new TreeMap<>(people);
    visible.remove(MentionCell.ALL);
    long hiddenPeople = 0;
    for (Map.Entry<String, Long> network : people.entrySet()) {
      if (network.getValue() < MINIMUM_PEOPLE) {
        hidden.add(network.getKey());
        Long own = visible.remove(network.getKey());
        hiddenPeople += own == null ? 0 : own;
      }
    }
    while (!hidden.isEmpty()
        && !hidden.contains(MentionCell.ALL)
        && (hidden.size() == 1 || hiddenPeople < MINIMUM_PEOPLE)) {
      Optional<Map.Entry<String, Long>> smallest =
          visible.entrySet().stream().min(Map.Entry.comparingByValue());
      hidden.add(smallest.map(Map.Entry::getKey).orElse(MentionCell.ALL));
      hiddenPeople += smallest.map(Map.Entry::getValue).orElse(0L);
      smallest.ifPresent(network -> visible.remove(network.getKey()));
    }
    return hidden;
  }
}
