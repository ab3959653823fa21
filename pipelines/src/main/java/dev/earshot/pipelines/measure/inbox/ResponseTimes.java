package dev.earshot.pipelines.measure.inbox;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.survival.Durations;
import dev.earshot.models.statistics.survival.KaplanMeier;
import dev.earshot.pipelines.tables.BrandInboxRow;
import dev.earshot.pipelines.tables.Estimated;
import org.jspecify.annotations.Nullable;

/**
 * How long people wait for the first human reply. Whoever has none yet is not left out: a brand
 * that answers only the easy half would look fast.
 */
final class ResponseTimes {
  private static final long HOUR_SECONDS = 3600;

  private ResponseTimes() {}

  /**
   * The columns of waiting times.
   *
   * @param elapsed seconds of all hours
   * @param business of the same conversations, seconds in business hours
   */
  static BrandInboxRow.Responses of(Durations elapsed, Durations business) {
    KaplanMeier waiting = KaplanMeier.of(elapsed);
    KaplanMeier waitingOpen = KaplanMeier.of(business);
    return new BrandInboxRow.Responses(
        elapsed.eventCount(),
        elapsed.censoredCount(),
        median(waiting),
        real(waiting.quantile(0.9).value()),
        median(waitingOpen),
        real(waitingOpen.quantile(0.9).value()),
        within(1, waiting),
        within(4, waiting),
        within(8, waiting),
        within(24, waiting));
  }

  private static Estimated median(KaplanMeier curve) {
    KaplanMeier.Quantile median = curve.quantile(0.5);
    return new Estimated(real(median.value()), real(median.lower()), real(median.upper()));
  }

  /** The complement of those who still wait after so many hours. */
  private static Estimated within(int hours, KaplanMeier curve) {
    Estimate still = curve.survivalAt(hours * HOUR_SECONDS);
    if (still == null) {
      return Estimated.NONE;
    }
    Interval ends = new Interval(1 - still.interval().upper(), 1 - still.interval().lower());
    return Estimated.of(1 - still.value(), ends);
  }

  private static @Nullable Double real(@Nullable Long value) {
    return value == null ? null : Double.valueOf(value);
  }
}
