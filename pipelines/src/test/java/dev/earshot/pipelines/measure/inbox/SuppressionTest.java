package dev.earshot.pipelines.measure.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  @Test
  void nothingIsHiddenWhereEveryCellIsLarge() {
    assertEquals(Set.of(), Suppression.hidden(Map.of("all", 20L, "x", 10L, "facebook", 10L)));
  }

  @Test
  void aSmallCellTakesTheNextSmallestWithIt() {
    assertEquals(
        Set.of("x", "facebook"),
        Suppression.hidden(Map.of("all", 80L, "x", 9L, "facebook", 11L, "mastodon", 60L)));
  }

  @Test
  void theTotalGoesWhereNoOtherCellIsLeft() {
    assertEquals(Set.of("all", "x"), Suppression.hidden(Map.of("all", 9L, "x", 9L)));
    assertEquals(Set.of("all", "x", "y"), Suppression.hidden(Map.of("all", 9L, "x", 4L, "y", 5L)));
  }

  @Test
  void twoSmallCellsWhoseSumIsStillSmallTakeAThird() {
    assertEquals(
        Set.of("x", "y", "z"),
        Suppression.hidden(Map.of("all", 200L, "x", 4L, "y", 5L, "z", 30L, "w", 161L)));
  }

  @Test
  void twoSmallCellsWhoseSumIsLargeHideEachOther() {
    assertEquals(
        Set.of("x", "y"), Suppression.hidden(Map.of("all", 100L, "x", 4L, "y", 6L, "z", 90L)));
  }

  /** People of one network are not those of another, so that the total is the sum. */
  @Test
  void noSmallGroupFollowsFromWhatIsVisible() {
    Random random = new Random(11);
    for (int trial = 0; trial < 20_000; trial++) {
      Map<String, Long> people = new TreeMap<>();
      int networks = 1 + random.nextInt(6);
      for (int i = 0; i < networks; i++) {
        people.put("n" + i, 1L + random.nextInt(random.nextBoolean() ? 12 : 200));
      }
      people.put("all", people.values().stream().mapToLong(Long::longValue).sum());
      Set<String> hidden = Suppression.hidden(people);
      String what = people + " hides " + hidden;
      people.forEach(
          (network, count) -> assertTrue(count >= 10 || hidden.contains(network), () -> what));
      if (!hidden.contains("all")) {
        long rest = people.get("all");
        long cells = 0;
        for (Map.Entry<String, Long> network : people.entrySet()) {
          boolean isCell = !network.getKey().equals("all");
          cells += isCell && hidden.contains(network.getKey()) ? 1 : 0;
          rest -= isCell && !hidden.contains(network.getKey()) ? network.getValue() : 0;
        }
        assertTrue(cells != 1, () -> what + ": the total gives the only hidden cell away");
        assertTrue(rest == 0 || rest >= 10, what + ": the hidden rest is a small group");
      }
    }
  }
}
