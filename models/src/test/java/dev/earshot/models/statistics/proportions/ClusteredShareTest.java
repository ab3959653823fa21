package dev.earshot.models.statistics.proportions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.Interval;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusteredShareTest {
  @Test
  void withoutPairsItIsTheIntervalOfWilson() {
    assertEquals(WilsonInterval.of(15, 148), new ClusteredShare(148, 15, 0, 0, 0).interval());
    assertNull(new ClusteredShare(0, 0, 0, 0, 0).interval());
  }

  /**
   * Twenty persons with two events each, ten of whom succeed twice: 20 pairs, in 10 both of the
   * two, so the 40 events are worth 20.
   */
  @Test
  void twoOfTheSameAreWorthOne() {
    assertEquals(WilsonInterval.of(10, 20), new ClusteredShare(40, 20, 20, 20, 10).interval());
  }

  /** The same persons, each of whom succeeds in one of the two: no less than independent events. */
  @Test
  void noWiderThanNeededWherePersonsDiffer() {
    assertEquals(WilsonInterval.of(20, 40), new ClusteredShare(40, 20, 20, 20, 0).interval());
  }

  @Test
  void whereNoneSucceedsPersonsCount() {
    assertEquals(WilsonInterval.ofShare(0, 20.0), new ClusteredShare(40, 0, 20, 0, 0).interval());
  }

  /**
   * People who come again, most of them as before, over a thousand seeds; beside it what intervals
   * of single events would hold.
   */
  @Test
  void theIntervalHoldsTheShareWherePeopleComeAgain() {
    int holds = 0;
    int single = 0;
    int seeds = 1_000;
    for (int seed = 0; seed < seeds; seed++) {
      ClusteredShare share = people(new Random(seed), 400);
      holds += share.interval().contains(0.3) ? 1 : 0;
      Interval wilson = WilsonInterval.of(share.successes(), share.events());
      single += wilson.contains(0.3) ? 1 : 0;
    }
    assertTrue(holds >= 0.93 * seeds && holds <= 0.97 * seeds, "holds " + holds);
    assertTrue(single < 0.93 * seeds, "single events " + single);
  }

  /** Each comes by 0.3, then again by 0.5, in seven of ten cases as before. */
  private static ClusteredShare people(Random random, int people) {
    long events = 0;
    long successes = 0;
    long pairs = 0;
    long mixed = 0;
    long both = 0;
    for (int person = 0; person < people; person++) {
      long n = 0;
      long x = 0;
      boolean is = random.nextDouble() < 0.3;
      do {
        is = random.nextDouble() < 0.7 ? is : random.nextDouble() < 0.3;
        mixed += x + (is ? n : 0);
        both += is ? x : 0;
        pairs += n;
        n++;
        x += is ? 1 : 0;
      } while (random.nextDouble() < 0.5);
      events += n;
      successes += x;
    }
    return new ClusteredShare(events, successes, pairs, mixed, both);
  }
}
