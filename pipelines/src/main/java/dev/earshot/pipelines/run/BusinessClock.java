package dev.earshot.pipelines.run;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.Brand.OpeningHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

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
    LocalDate last = to.toLocalDate();
    long microsPerWeek = microsPerWeek(brand);
    long micros = microsOf(brand, from.toLocalDate(), from, to);
    LocalDate day = from.toLocalDate().plusDays(1);
    while (!day.isAfter(last)) {
      LocalDate weekLater = day.plusDays(WEEK);
      boolean isWholeWeek = !weekLater.isAfter(last) && isWithoutChange(zone, day, weekLater);
      micros += isWholeWeek ? microsPerWeek : microsOf(brand, day, from, to);
      day = isWholeWeek ? weekLater : day.plusDays(1);
    }
    return micros / MICROS;
  }

  /** Whether no clock is put forward or back between the beginnings of two days. */
  private static boolean isWithoutChange(ZoneId zone, LocalDate from, LocalDate until) {
    Instant before = from.atStartOfDay(zone).toInstant().minusSeconds(1);
    ZoneOffsetTransition change = zone.getRules().nextTransition(before);
    return change == null || change.getInstant().isAfter(until.atStartOfDay(zone).toInstant());
  }

  private static long microsPerWeek(Brand brand) {
    LocalDate anyDay = LocalDate.EPOCH;
    return brand.businessHours().values().stream()
        .mapToLong(
            hours ->
                ChronoUnit.MICROS.between(
                    anyDay.atTime(hours.from()).atZone(ZoneOffset.UTC),
                    closing(hours, anyDay, ZoneOffset.UTC)))
        .sum();
  }

  /** The last moment of a day stands for 24:00, the first of the next day. */
  private static ZonedDateTime closing(OpeningHours hours, LocalDate day, ZoneId zone) {
    return hours.to().equals(LocalTime.MAX)
        ? day.plusDays(1).atStartOfDay(zone)
        : day.atTime(hours.to()).atZone(zone);
  }

  private static long microsOf(Brand brand, LocalDate day, ZonedDateTime from, ZonedDateTime to) {
    OpeningHours hours = brand.businessHours().get(day.getDayOfWeek());
    if (hours == null) {
      return 0;
    }
    ZonedDateTime open = day.atTime(hours.from()).atZone(brand.zone());
    ZonedDateTime close = closing(hours, day, brand.zone());
    ZonedDateTime begin = from.isAfter(open) ? from : open;
    ZonedDateTime end = to.isBefore(close) ? to : close;
    return Math.max(0, ChronoUnit.MICROS.between(begin, end));
  }

  private static ZonedDateTime at(long micros, ZoneId zone) {
    long second = Math.floorDiv(micros, MICROS);
    return Instant.ofEpochSecond(second, Math.floorMod(micros, MICROS) * 1_000).atZone(zone);
  }
}
