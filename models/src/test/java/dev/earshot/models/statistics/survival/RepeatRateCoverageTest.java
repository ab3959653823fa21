package dev.earshot.models.statistics.survival;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.Estimate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Cohorts whose true share of repeaters is known, observed for different times: the interval of the
 * share that repeats within 90 days holds it in at least 93 of 100.
 */
class RepeatRateCoverageTest {
  private static final int SEEDS = 1_000;

  @Test
  void intervalHoldsTheTrueShare() {
    double r = 1;
    double alpha = 60;
    double a = 1;
    double b = 2.3;
    // A repeat on day 90 or before comes less than 91 days later.
    double truth = b / (a + b) * (1 - Math.pow(alpha / (alpha + 91), r));
    int held = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Durations durations = new Durations();
      for (int customer = 0; customer < 150; customer++) {
        double rate = -Math.log(1 - random.nextDouble()) / alpha;
        double leaves = 1 - Math.pow(1 - random.nextDouble(), 1 / b);
        int observed = 30 + random.nextInt(150);
        boolean stays = random.nextDouble() >= leaves;
        double next = -Math.log(1 - random.nextDouble()) / rate;
        if (stays && next < observed) {
          durations.addEvents((long) next, 1);
        } else {
          durations.addCensored(observed, 1);
        }
      }
      Estimate unrepeated = KaplanMeier.of(durations).survivalAt(90);
      assertNotNull(unrepeated);
      double lower = 1 - unrepeated.interval().upper();
      double upper = 1 - unrepeated.interval().lower();
      held += lower <= truth && truth <= upper ? 1 : 0;
    }
    assertTrue(held >= 0.93 * SEEDS, held + " of " + SEEDS);
  }
}
