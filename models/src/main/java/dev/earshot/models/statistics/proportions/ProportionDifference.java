package dev.earshot.models.statistics.proportions;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.SquareAndAdd;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two shares of independent units, with the 95 % interval that follows from the
 * score intervals of both.
 *
 * <p>R. G. Newcombe (1998), "Interval estimation for the difference between independent
 * proportions: comparison of eleven methods", Statistics in Medicine 17, 873-890, method 10. It
 * stays inside [-1, 1] and keeps a width where no or every trial succeeds.
 */
public final class ProportionDifference {
  private ProportionDifference() {}

  /**
   * {@code successes / trials - otherSuccesses / otherTrials}; null where either has no trial.
   *
   * @throws IllegalArgumentException unless {@code 0 <= successes <= trials}, of both
   */
  public static @Nullable Estimate of(
      long successes, long trials, long otherSuccesses, long otherTrials) {
    Estimate one = share(successes, trials);
    Estimate other = share(otherSuccesses, otherTrials);
    return one == null || other == null ? null : SquareAndAdd.difference(one, other, 0);
  }

  private static @Nullable Estimate share(long successes, long trials) {
    Interval interval = WilsonInterval.of(successes, trials);
    return interval == null ? null : new Estimate((double) successes / trials, interval);
  }
}
