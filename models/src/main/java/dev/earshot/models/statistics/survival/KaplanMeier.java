package dev.earshot.models.statistics.survival;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.basics.Quantiles;
import dev.earshot.models.statistics.proportions.ExactBinomial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share of units whose event has not come by a given time, where some units were not observed
 * to the end (an unanswered conversation, a recent customer): those count as long as they were
 * observed and are never dropped.
 *
 * <p>E. L. Kaplan and P. Meier (1958), "Nonparametric estimation from incomplete observations",
 * JASA 53, 457-481. Intervals: Greenwood's variance on the log(-log) scale (J. D. Kalbfleisch and
 * R. L. Prentice, 1980). Quantiles: the times at which those intervals reach the level (R.
 * Brookmeyer and J. Crowley, 1982). A unit censored at the time of an event is at risk of it.
 *
 * <p>Where the log(-log) scale fails: before the first event the lower end is the Clopper-Pearson
 * bound of the units still at risk; at a survival of zero the interval runs from zero to the upper
 * end of the step before.
 *
 * <pre>{@code
 * KaplanMeier curve = KaplanMeier.of(durations);
 * Long median = curve.quantile(0.5).value(); // null where half of the units never had the event
 * }</pre>
 */
public final class KaplanMeier {
  /** As R's survival package: a survival of 1/2 computed as a product is not exactly 1/2. */
  private static final double LEVEL_TOLERANCE = 1.5e-8;

  /**
   * The survival from {@code time} to the next step.
   *
   * @param time duration at which events came
   * @param atRiskCount units observed at least so long
   * @param eventCount units whose event came then
   * @param survival share without the event after {@code time}
   * @param standardError Greenwood's; zero where survival is zero
   * @param interval 95 %, pointwise
   */
  public record Step(
      long time,
      long atRiskCount,
      long eventCount,
      double survival,
      double standardError,
      Interval interval) {}

  /**
   * A quantile of the durations.
   *
   * @param value the smallest time by which the share has had the event; null where never
   * @param lower lower end of the 95 % interval; null where the curve never gets there
   * @param upper upper end; null where the curve never gets there, so unbounded
   */
  public record Quantile(@Nullable Long value, @Nullable Long lower, @Nullable Long upper) {}

  private final long[] array;
  private final long unitCount;
  private final List<Step> steps;

  private KaplanMeier(long[] array, long unitCount, List<Step> steps) {
    this.array = array;
    this.unitCount = unitCount;
    this.steps = steps;
  }

  /** Estimates the curve; without durations every answer is null. */
  public static KaplanMeier of(Durations durations) {
    long[] array = durations.toArray();
    long unitCount = durations.eventCount() + durations.censoredCount();
    List<Step> steps = new ArrayList<>();
    long atRisk = unitCount;
    double survival = 1;
    double greenwood = 0;
    double previousUpper = 1;
    for (int i = 0; i < array.length; i += 3) {
      long events = array[i + 1];
      if (events > 0) {
        survival *= (double) (atRisk - events) / atRisk;
        greenwood += atRisk == events ? 0 : (double) events / atRisk / (atRisk - events);
        Interval interval =
            survival == 0 ? new Interval(0, previousUpper) : logLog(survival, greenwood);
        double error = survival * Math.sqrt(greenwood);
        steps.add(new Step(array[i], atRisk, events, survival, error, interval));
        previousUpper = interval.upper();
      }
      atRisk -= events + array[i + 2];
    }
    return new KaplanMeier(array, unitCount, List.copyOf(steps));
  }

  /** One step per time at which an event came, ascending. */
  public List<Step> steps() {
    return steps;
  }

  /**
   * The survival at {@code time} and its interval; null without units, and where no unit was
   * observed so long and the last one was censored.
   */
  public @Nullable Estimate survivalAt(long time) {
    Step last = null;
    for (Step step : steps) {
      if (step.time() > time) {
        break;
      }
      last = step;
    }
    if (last != null && last.survival() == 0) {
      return new Estimate(0, last.interval());
    }
    long atRisk = atRiskAt(time);
    if (atRisk == 0) {
      return null;
    }
    if (last != null) {
      return new Estimate(last.survival(), last.interval());
    }
    Interval interval = ExactBinomial.interval(atRisk, atRisk);
    return interval == null ? null : new Estimate(1, interval);
  }

  /**
   * The time by which a share of the units has had the event: 0.5 for the median.
   *
   * @param share strictly between 0 and 1
   */
  public Quantile quantile(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share of units: " + share);
    }
    double level = 1 - share + LEVEL_TOLERANCE;
    Long value = null;
    Long lower = null;
    Long upper = null;
    for (Step step : steps) {
      if (lower == null && step.interval().lower() <= level) {
        lower = step.time();
      }
      if (value == null && step.survival() <= level) {
        value = step.time();
      }
      if (upper == null && step.interval().upper() <= level) {
        upper = step.time();
      }
    }
    return new Quantile(value, lower, upper);
  }

  private long atRiskAt(long time) {
    long atRisk = unitCount;
    for (int i = 0; i < array.length && array[i] < time; i += 3) {
      atRisk -= array[i + 1] + array[i + 2];
    }
    return atRisk;
  }

  private static Interval logLog(double survival, double greenwood) {
    double spread =
        StrictMath.exp(Quantiles.NORMAL * Math.sqrt(greenwood) / -StrictMath.log(survival));
    return new Interval(StrictMath.pow(survival, spread), StrictMath.pow(survival, 1 / spread));
  }
}
