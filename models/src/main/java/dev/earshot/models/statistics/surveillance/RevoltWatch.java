package dev.earshot.models.statistics.surveillance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hipparchus.special.Erf;
import org.jspecify.annotations.Nullable;

/**
 * Tells days on which more complain than is usual: an exponentially weighted moving average of how
 * unusual each day was (S. W. Roberts, 1959, "Control chart tests based on geometric moving
 * averages", Technometrics 1, 239-250), by a {@link CountBaseline} of the days before it.
 *
 * <p>What is said of a day follows from the {@link #DAYS_BEFORE} days before it alone. The week
 * just before a day is not part of its baseline, so that a revolt that begins slowly does not
 * become the usual; of the eight weeks before that, days that stand out of them are left out.
 */
public final class RevoltWatch {
  /** The days of the baseline, and the fewest with which a day is judged. */
  static final int BASELINE_DAYS = 56;

  private static final int FEWEST_DAYS = 28;
  private static final int GAP_DAYS = 7;
  private static final int AVERAGED_DAYS = 14;

  /** How many days before a day bear on it. */
  public static final int DAYS_BEFORE = BASELINE_DAYS + GAP_DAYS + AVERAGED_DAYS - 1;

  /** The weight of a day in the average. */
  private static final double LAMBDA = 0.3;

  /** A day of the baseline that stands out further is left out. */
  private static final double OUTLIER = 2.6;

  /**
   * In standard errors of the average that residuals of a known baseline would have. By simulation
   * ({@code RevoltWatchTest}): at most one false alarm per brand and quarter.
   */
  static final double LIMIT = 3.5;

  /** The spread of the score where nothing happens, as the baseline is not known: likewise. */
  private static final double SPREAD = 1.4;

  /** Fewer people are no revolt. */
  static final long FEWEST = 5;

  private static final double STANDARD_ERROR = Math.sqrt(LAMBDA / (2 - LAMBDA));

  private final NavigableMap<Integer, DayCount> days = new TreeMap<>();
  private final Map<Integer, Judged> judged = new HashMap<>();

  /**
   * A day, beside what was usual.
   *
   * @param expected how many were usual
   * @param residual how unusual the count is, in standard errors
   * @param baselineDays how many days the usual follows from
   */
  private record Judged(double expected, double residual, int baselineDays) {}

  /**
   * What the average says of a day.
   *
   * @param count what was counted on it
   * @param expected what was usual
   * @param score the average in its standard errors
   * @param baselineDays how many days the usual follows from
   * @param isRevolt whether the score is above the limit, and the day itself above the usual
   */
  public record Signal(
      DayCount count, double expected, double score, int baselineDays, boolean isRevolt) {

    /** The chance of such a score where nothing happens. */
    public double pValue() {
      return Erf.erfc(score / SPREAD / Math.sqrt(2)) / 2;
    }
  }

  /** Watches days, in any order; those that are not covered are not among them. */
  public RevoltWatch(Iterable<DayCount> counts) {
    counts.forEach(day -> days.put(day.day(), day));
  }

  /** What is said of a day; null where it is not known, or too little before it is. */
  public @Nullable Signal signal(int day) {
    DayCount count = days.get(day);
    Judged today = count == null ? null : judged(count);
    if (count == null || today == null) {
      return null;
    }
    double average = 0;
    double weight = LAMBDA;
    for (int back = 0; back < AVERAGED_DAYS; back++) {
      DayCount before = days.get(day - back);
      Judged other = before == null ? null : judged(before);
      average += other == null ? 0 : weight * other.residual();
      weight *= 1 - LAMBDA;
    }
    double score = average / STANDARD_ERROR;
    boolean isRevolt = score > LIMIT && today.residual() > 0 && count.count() >= FEWEST;
    return new Signal(count, today.expected(), score, today.baselineDays(), isRevolt);
  }

  private @Nullable Judged judged(DayCount day) {
    if (!judged.containsKey(day.day())) {
      Judged made = judge(day);
      if (made == null) {
        return null;
      }
      judged.put(day.day(), made);
    }
    return judged.get(day.day());
  }

  private @Nullable Judged judge(DayCount day) {
    int end = day.day() - GAP_DAYS;
    List<DayCount> before = new ArrayList<>(days.subMap(end - BASELINE_DAYS, end).values());
    if (before.size() < FEWEST_DAYS) {
      return null;
    }
    CountBaseline first = CountBaseline.of(before);
    List<DayCount> usual =
        before.stream().filter(other -> first.residual(other) <= OUTLIER).toList();
    boolean isTrimmed = usual.size() < before.size() && usual.size() >= FEWEST_DAYS;
    CountBaseline baseline = isTrimmed ? CountBaseline.of(usual) : first;
    return new Judged(
        baseline.expected(day), baseline.residual(day), isTrimmed ? usual.size() : before.size());
  }
}
