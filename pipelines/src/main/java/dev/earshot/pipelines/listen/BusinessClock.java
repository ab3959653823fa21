package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.Brand.OpeningHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Elapsed seconds that fall into a brand's business hours; all seconds where it states none. */
public final class BusinessClock {
  private static final long MICROS = 1_000_000;
  private static final int WEEK = 7;

  private BusinessClock() {}

  /** Whole seconds of business time between two instants, {@code from} not after {@code to}. */
  public static long seconds(Brand brand, long fromMicros, long toMicros) {
    if (brand.businessHours().isEmpty()) {
      return (toMicros - fromMicros) / MICROS;
    }
    ZoneId zone = brand.zone();
    ZonedDateTime from = at(fromMicros, zone);
    ZonedDateTime to = at(toMicros, zone);
    long fullWeeks = ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate()) / WEEK;
    long seconds = 0;
    LocalDate resumed = from.toLocalDate();
    if (fullWeeks > 1) {
      resumed = resumed.plusDays((fullWeeks - 1) * WEEK);
      seconds = (fullWeeks - 1) * secondsPerWeek(brand);
    }
    for (LocalDate day = resumed; !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
      ZonedDateTime start =
          day.equals(resumed) ? day.atTime(from.toLocalTime()).atZone(zone) : null;
      seconds += secondsOf(brand, day, start == null ? from : start, to);
    }
    return seconds;
  }

  private static long secondsPerWeek(Brand brand) {
    return brand.businessHours().values().stream()
        .mapToLong(hours -> ChronoUnit.SECONDS.between(hours.from(), hours.to()))
        .sum();
  }

  private static long secondsOf(Brand brand, LocalDate day, ZonedDateTime from, ZonedDateTime to) {
    OpeningHours hours = brand.businessHours().get(day.getDayOfWeek());
    if (hours == null) {
      return 0;
    }
    ZonedDateTime open = day.atTime(hours.from()).atZone(brand.zone());
    ZonedDateTime close = day.atTime(hours.to()).atZone(brand.zone());
    ZonedDateTime begin = from.isAfter(open) ? from : open;
    ZonedDateTime end = to.isBefore(close) ? to : close;
    return Math.max(0, ChronoUnit.SECONDS.between(begin, end));
  }

  private static ZonedDateTime at(long micros, ZoneId zone) {
    long second = Math.floorDiv(micros, MICROS);
    return Instant.ofEpochSecond(second, Math.floorMod(micros, MICROS) * 1_000).atZone(zone);
  }
}
