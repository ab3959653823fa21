package dev.earshot.models.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.attribution.Assists.Count;
import dev.earshot.models.attribution.Assists.Interaction;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.proportions.ExactBinomial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private static final long DAY = 24L * 3600 * 1_000_000;

  @Test
  void creditsFollowTheirRule() {
    int whole = TouchCredits.WHOLE;
    int third = whole / 3;
    int fifth = whole / 5;
    assertArrayEquals(new int[] {whole, 0, 0}, TouchCredits.FIRST_TOUCH.of(3));
    assertArrayEquals(new int[] {0, 0, whole}, TouchCredits.LAST_TOUCH.of(3));
    assertArrayEquals(new int[] {third, third, third}, TouchCredits.LINEAR.of(3));
    assertArrayEquals(new int[] {2 * fifth, fifth, 2 * fifth}, TouchCredits.POSITION_BASED.of(3));
    assertArrayEquals(
        new int[] {2 * fifth, fifth / 3, fifth / 3, fifth / 3, 2 * fifth},
        TouchCredits.POSITION_BASED.of(5));
    assertArrayEquals(new int[] {whole / 2, whole / 2}, TouchCredits.POSITION_BASED.of(2));
    assertArrayEquals(new int[] {whole}, TouchCredits.POSITION_BASED.of(1));
  }

  /** Credits of orders with other numbers of clicks add up as fractions do. */
  @Test
  void creditsOfAnOrderAddUpToIt() {
    for (TouchCredits rule : TouchCredits.values()) {
      for (int n = 1; n < 50; n++) {
        assertEquals(TouchCredits.WHOLE, Arrays.stream(rule.of(n)).sum());
      }
      assertThrows(IllegalArgumentException.class, () -> rule.of(0));
    }
    for (int n = 1; n <= 20; n++) {
      assertEquals(TouchCredits.WHOLE, n * TouchCredits.LINEAR.of(n)[0]);
    }
    int[] many = TouchCredits.LINEAR.of(23);
    assertEquals(many[22] + 1, many[0]);
  }

  private static List<Count> counts(List<Interaction> exposures, List<Long> orders) {
    return Assists.counts(exposures, orders, List.of());
  }

  @Test
  void eachOrderCountsAtTheNearestInteraction() {
    List<Interaction> exposures =
        List.of(new Interaction(10 * DAY, false), new Interaction(12 * DAY, false));
    assertEquals(
        List.of(new Count(1, true)), counts(exposures, List.of(12 * DAY + 1, 15 * DAY + 1)));
    assertEquals(List.of(new Count(1, true)), counts(exposures, List.of(15 * DAY)));
    assertEquals(
        List.of(new Count(0, true), new Count(1, false)), counts(exposures, List.of(11 * DAY)));
    assertEquals(List.of(new Count(0, false)), counts(exposures, List.of(7 * DAY)));
    assertEquals(List.of(), counts(exposures, List.of(7 * DAY - 1)));
    assertEquals(List.of(), counts(exposures.subList(0, 1), List.of(10 * DAY)));
  }

  @Test
  void aClickBetweenTheTwoExplainsTheOrder() {
    List<Interaction> exposures = List.of(new Interaction(10 * DAY, false));
    List<Long> orders = List.of(9 * DAY, 11 * DAY);
    assertEquals(
        List.of(new Count(0, false)), Assists.counts(exposures, orders, List.of(11 * DAY)));
    assertEquals(
        List.of(new Count(0, true)), Assists.counts(exposures, orders, List.of(9 * DAY + 5)));
    assertEquals(
        List.of(new Count(0, false), new Count(0, true)).size(),
        Assists.counts(exposures, orders, List.of(12 * DAY)).size());
  }

  @Test
  void serviceIssuesAndUnfinishedWindowsDoNotAssist() {
    List<Interaction> interactions =
        List.of(
            new Interaction(17 * DAY + 1, false),
            new Interaction(1 * DAY, true),
            new Interaction(4 * DAY, false),
            new Interaction(4 * DAY + 1, false),
            new Interaction(17 * DAY, false));
    assertEquals(
        List.of(new Interaction(4 * DAY + 1, false), new Interaction(17 * DAY, false)),
        Assists.exposures(interactions, 20 * DAY));
  }

  /**
   * Customers who buy and who speak to the brand by processes of their own, over a hundred seeds:
   * the interval of A - B must hold 0 where one has nothing to do with the other, and the effect
   * where there is one.
   */
  @Test
  void theIntervalHoldsTheEffect() {
    int holdsNone = 0;
    int holdsEffect = 0;
    for (int seed = 0; seed < 100; seed++) {
      holdsNone += simulate(seed, 0) ? 1 : 0;
      holdsEffect += simulate(seed, 0.15) ? 1 : 0;
    }
    assertTrue(holdsNone >= 93, "without effect: " + holdsNone);
    assertTrue(holdsEffect >= 93, "with effect: " + holdsEffect);
  }

  private static boolean simulate(long seed, double effect) {
    Random random = new Random(seed);
    long end = 90 * DAY;
    long a = 0;
    long b = 0;
    double truth = 0;
    for (int customer = 0; customer < 400; customer++) {
      List<Long> orders = moments(random, 1 + 5 * random.nextDouble(), end);
      List<Interaction> interactions = new ArrayList<>();
      for (long at : moments(random, 3 * random.nextDouble(), end)) {
        interactions.add(new Interaction(at, random.nextDouble() < 0.2));
      }
      // As much before the data as after it must be known, so none at the very beginning.
      interactions.removeIf(i -> i.atMicros() < Assists.WINDOW_MICROS);
      List<Interaction> exposures = Assists.exposures(interactions, end);
      for (int i = 0; i < exposures.size(); i++) {
        long at = exposures.get(i).atMicros();
        long until = at + Assists.WINDOW_MICROS;
        boolean isLast = i + 1 == exposures.size() || exposures.get(i + 1).atMicros() > until;
        boolean isApart =
            i == 0 || exposures.get(i - 1).atMicros() + 2 * Assists.WINDOW_MICROS < at;
        if (isLast && isApart && random.nextDouble() < effect) {
          long order = at + 1 + (long) (random.nextDouble() * (Assists.WINDOW_MICROS - 1));
          boolean isSeenAgain =
              i + 1 < exposures.size()
                  && exposures.get(i + 1).atMicros() - order <= Assists.WINDOW_MICROS;
          orders.add(order);
          truth += isSeenAgain ? 0 : 1;
        }
      }
      for (Count count : Assists.counts(exposures, orders, List.of())) {
        a += count.isAfter() ? 1 : 0;
        b += count.isAfter() ? 0 : 1;
      }
    }
    Interval share = ExactBinomial.interval(a, a + b);
    double n = a + b;
    return n * (2 * share.lower() - 1) <= truth && truth <= n * (2 * share.upper() - 1);
  }

  private static List<Long> moments(Random random, double mean, long end) {
    List<Long> moments = new ArrayList<>();
    double rate = mean / end;
    double at = -Math.log(1 - random.nextDouble()) / rate;
    while (at < end) {
      moments.add((long) at);
      at -= Math.log(1 - random.nextDouble()) / rate;
    }
    return moments;
  }
}
