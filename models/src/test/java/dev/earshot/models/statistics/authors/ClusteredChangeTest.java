package dev.earshot.models.statistics.authors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusteredChangeTest {
  private static final int CELLS = 2_000;

  /** What persons do in two periods, and the rates of both. */
  private static final class Persons {
    private final ClusterTallies later = new ClusterTallies(2);
    private final ClusterTallies earlier = new ClusterTallies(2);
    private final ClusteredChange change = new ClusteredChange();

    /** Successes and failures of the later period, then of the earlier. */
    void add(int[] now, int[] before) {
      change.add(now[0], now[0] + now[1], before[0], before[0] + before[1]);
      later.add(ClusterTally.of(now), 1);
      earlier.add(ClusterTally.of(before), 1);
    }

    Estimate change() {
      Estimate found =
          change.between(ClusteredRate.share(later, 0, 1), ClusteredRate.share(earlier, 0, 1));
      assertNotNull(found);
      return found;
    }
  }

  /**
   * 40 persons with one act in each period, the later one and the earlier one: 16 (1, 1), 8 (1, 0),
   * 4 (0, 1), 12 (0, 0). Rates 24/40 and 20/40. Linearised by hand: the differences d are 0, 1, -1,
   * 0 with mean 0.1; var = 40/39 * (8 * 0.9^2 + 4 * 1.1^2 + 28 * 0.1^2) / 40^2, which is McNemar's
   * but for 40/39, times t(39) = 2.022690920.
   */
  @Test
  void personsOfBothPeriodsCountOnce() {
    Persons persons = new Persons();
    int[] yes = {1, 0};
    int[] no = {0, 1};
    add(persons, 16, yes, yes);
    add(persons, 8, yes, no);
    add(persons, 4, no, yes);
    add(persons, 12, no, no);
    Estimate change = persons.change();
    double half = 2.022690920036762 * Math.sqrt(40.0 / 39 * (8 * 0.81 + 4 * 1.21 + 0.28)) / 40;
    assertEquals(0.1, change.value(), 1e-12);
    assertEquals(0.1 - half, change.interval().lower(), 1e-9);
    assertEquals(0.1 + half, change.interval().upper(), 1e-9);
  }

  /** Nobody in both periods: the squares of the two halves add up. */
  @Test
  void otherPersonsAreIndependent() {
    Persons persons = new Persons();
    int[] none = {0, 0};
    add(persons, 24, new int[] {1, 0}, none);
    add(persons, 16, new int[] {0, 1}, none);
    add(persons, 20, none, new int[] {1, 0});
    add(persons, 20, none, new int[] {0, 1});
    double t = 2.022690920036762;
    double half = t * Math.sqrt(40.0 / 39 * (0.6 * 0.4 + 0.5 * 0.5) / 40);
    assertEquals(0.1 - half, persons.change().interval().lower(), 1e-9);
    assertEquals(0.1 + half, persons.change().interval().upper(), 1e-9);
  }

  @Test
  void aPeriodWithoutARateGivesNoChange() {
    Persons persons = new Persons();
    persons.add(new int[] {1, 1}, new int[] {0, 0});
    assertEquals(0, persons.change.correlation());
    Estimate now = ClusteredRate.share(persons.later, 0, 1);
    assertNull(persons.change.between(now, ClusteredRate.share(persons.earlier, 0, 1)));
  }

  @Test
  void whereAllAgreeItKeepsAWidth() {
    Persons persons = new Persons();
    add(persons, 50, new int[] {1, 0}, new int[] {2, 0});
    Estimate change = persons.change();
    assertEquals(0, change.value());
    assertTrue(change.interval().lower() < -0.05 && change.interval().upper() > 0.05);
  }

  /**
   * Persons who do as they did, several times in each period; most come in both. Nominal 95 %
   * intervals must hold the true change, zero, in 93 to 97 % of 2,000 seeded cells; those that take
   * the periods for independent are too wide, and hold it in more.
   */
  @ParameterizedTest
  @ValueSource(ints = {60, 200})
  void coversTheTruth(int size) {
    SplitMix64 random = new SplitMix64(size);
    int covered = 0;
    int independent = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      Persons persons = new Persons();
      for (int person = 0; person < size; person++) {
        double chance = List.of(0.1, 0.5, 0.9).get(random.nextIndex(3));
        persons.add(acts(random, chance), acts(random, chance));
      }
      Estimate change = persons.change();
      covered += change.interval().contains(0) ? 1 : 0;
      Estimate unpaired =
          new ClusteredChange()
              .between(
                  ClusteredRate.share(persons.later, 0, 1),
                  ClusteredRate.share(persons.earlier, 0, 1));
      assertNotNull(unpaired);
      independent += unpaired.interval().contains(0) ? 1 : 0;
    }
    double coverage = (double) covered / CELLS;
    assertTrue(coverage >= 0.93 && coverage <= 0.97, "covers " + coverage);
    assertTrue(independent > 0.97 * CELLS, "independent " + independent);
  }

  private static int[] acts(SplitMix64 random, double chance) {
    int[] acts = new int[2];
    int count = random.nextIndex(5);
    for (int i = 0; i < count; i++) {
      acts[random.nextDouble() < chance ? 0 : 1]++;
    }
    return acts;
  }

  private static void add(Persons persons, int times, int[] now, int[] before) {
    for (int i = 0; i < times; i++) {
      persons.add(now, before);
    }
  }
}
