package dev.earshot.pipelines.run;

import dev.earshot.pipelines.sources.RecordKind;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The dates that a run replaces, as days since the epoch, both inclusive; null for no bound.
 *
 * @param context the records around these dates that are read too: windows, replies and clusters
 *     reach across the bounds
 */
public record DateScope(@Nullable Integer fromDay, @Nullable Integer toDay, Context context)
    implements Serializable {
  private static final long MICROS = 1_000_000;

  /** No bounds: a run over everything that the input holds. */
  public static final DateScope ALL = new DateScope(null, null, Context.NONE);

  /** Dates and nothing around them. */
  public DateScope(@Nullable Integer fromDay, @Nullable Integer toDay) {
    this(fromDay, toDay, Context.NONE);
  }

  /** Whether the run publishes rows of this day. */
  public boolean holds(int day) {
    return (fromDay == null || day >= fromDay) && (toDay == null || day <= toDay);
  }

  /** Whether the run publishes rows of any of these days in a row. */
  public boolean meets(int firstDay, int lastDay) {
    return (fromDay == null || lastDay >= fromDay) && (toDay == null || firstDay <= toDay);
  }

  /** Whether records of this kind and day can bear on a day that the run publishes. */
  public boolean isInContext(RecordKind kind, int day) {
    Reach reach = context.of(kind);
    return reach == null
        || ((fromDay == null || day >= fromDay - reach.daysBefore())
            && (toDay == null || day <= toDay + reach.daysAfter()));
  }

  /** The local date of an instant, as days since the epoch. */
  public static int dayOf(long micros, ZoneId zone) {
    long second = Math.floorDiv(micros, MICROS);
    int offset = zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    return (int) Math.floorDiv(second + offset, 86_400L);
  }
}
