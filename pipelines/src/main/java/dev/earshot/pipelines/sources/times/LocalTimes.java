package dev.earshot.pipelines.sources.times;

import java.io.Serializable;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Time zone and order of day and month of a source whose times do not say them.
 *
 * @param zone of times without one; null: such a time is rejected
 * @param dayOrder of dates of numbers alone; null: the file must tell, by a day above 12
 */
public record LocalTimes(@Nullable ZoneId zone, @Nullable DayOrder dayOrder)
    implements Serializable {
  /** Nothing is known. */
  public static final LocalTimes UNKNOWN = new LocalTimes(null, null);
}
