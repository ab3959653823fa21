package dev.earshot.pipelines.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.Brand.OpeningHours;
import dev.earshot.models.domain.BrandMarks;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessClockTest {
  private static final long MICROS = 1_000_000;

  private static Brand brand(String zone, Map<DayOfWeek, OpeningHours> hours) {
    List<String> none = List.of();
    return new Brand(
        "b",
        "B",
        BrandMarks.NONE,
        Map.of(),
        none,
        ZoneId.of(zone),
        hours,
        null,
        null,
        null,
        List.of());
  }

  private static Map<DayOfWeek, OpeningHours> weekdays(String from, String to) {
    Map<DayOfWeek, OpeningHours> hours = new TreeMap<>();
    for (int day = 1; day <= 5; day++) {
      hours.put(DayOfWeek.of(day), new OpeningHours(LocalTime.parse(from), LocalTime.parse(to)));
    }
    return hours;
  }

  private static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }

  @ParameterizedTest(name = "{0} to {1}: {2} s")
  @CsvSource({
    // Friday 16:30 to Monday 09:30 in Berlin, over the start of summer time.
    "2026-03-27T15:30:00Z, 2026-03-30T07:30:00Z, 3600",
    // Within one day; before opening; after closing.
    "2026-03-25T09:00:00Z, 2026-03-25T09:01:40Z, 100",
    "2026-03-25T03:00:00Z, 2026-03-25T08:10:00Z, 600",
    "2026-03-25T17:00:00Z, 2026-03-25T23:00:00Z, 0",
    // Saturday to Sunday.
    "2026-03-28T09:00:00Z, 2026-03-29T20:00:00Z, 0",
    // Monday 09:00 to Monday 09:00 four weeks on, over the start of summer time: 20 days of 8 h.
    "2026-03-09T08:00:00Z, 2026-04-06T07:00:00Z, 576000"
  })
  void berlinNineToFive(String from, String to, long seconds) {
    Brand brand = brand("Europe/Berlin", weekdays("09:00", "17:00"));
    assertEquals(seconds, BusinessClock.seconds(brand, micros(from), micros(to)));
  }

  /** Open on Saturdays from 10:00 to 24:00 and on Sundays from 00:00 to 24:00. */
  @ParameterizedTest(name = "{0} to {1}: {2} s")
  @CsvSource({
    // Friday 16:50 to Monday 09:20 in New York: 10 min, 14 h, 24 h and 20 min.
    "2026-11-06T21:50:00Z, 2026-11-09T14:20:00Z, 138600",
    // A minute before and a minute after midnight; the same in fractions of seconds.
    "2026-11-15T04:59:00Z, 2026-11-15T05:01:00Z, 120",
    "2026-11-15T04:59:59.500Z, 2026-11-15T05:00:00.500Z, 1",
    // Four weeks without a change of the clock: each 5 * 8 h + 14 h + 24 h.
    "2026-11-09T14:00:00Z, 2026-12-07T14:00:00Z, 1123200"
  })
  void twentyFourOClockIsMidnight(String from, String to, long seconds) {
    Map<DayOfWeek, OpeningHours> hours = weekdays("09:00", "17:00");
    hours.put(DayOfWeek.SATURDAY, new OpeningHours(LocalTime.of(10, 0), LocalTime.MAX));
    hours.put(DayOfWeek.SUNDAY, new OpeningHours(LocalTime.MIN, LocalTime.MAX));
    assertEquals(
        seconds, BusinessClock.seconds(brand("America/New_York", hours), micros(from), micros(to)));
  }

  @Test
  void withoutHoursAllTimeCounts() {
    Brand brand = brand("Europe/Berlin", Map.of());
    assertEquals(
        232_200,
        BusinessClock.seconds(
            brand, micros("2026-03-27T15:30:00Z"), micros("2026-03-30T08:00:00Z")));
  }

  /** Every minute is looked at on its own; all bounds are whole minutes. */
  @ParameterizedTest
  @CsvSource({
    "Europe/London, 09:00, 17:30",
    "America/New_York, 08:15, 20:00",
    "Asia/Kolkata, 10:00, 18:00",
    "Australia/Lord_Howe, 09:00, 17:00",
    "Europe/Berlin, 00:00, 23:59",
    "America/Sao_Paulo, 22:00, 23:00"
  })
  void everyMinuteCountedOnItsOwn(String zone, String open, String close) {
    Random random = new Random(5);
    Brand brand = brand(zone, weekdays(open, close));
    Map<DayOfWeek, OpeningHours> allDays = weekdays(open, close);
    allDays.put(DayOfWeek.SUNDAY, new OpeningHours(LocalTime.of(0, 30), LocalTime.of(4, 0)));
    Brand everyDay = brand(zone, allDays);
    long year = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() / 60;
    for (int trial = 0; trial < 40; trial++) {
      long from = year + random.nextInt(365 * 24 * 60);
      long to = from + random.nextInt((trial % 2 == 0 ? 40 : 3) * 24 * 60);
      String span =
          zone + " " + Instant.ofEpochSecond(from * 60) + " to " + Instant.ofEpochSecond(to * 60);
      for (Brand each : List.of(brand, everyDay)) {
        assertEquals(
            minutes(each, from, to) * 60,
            BusinessClock.seconds(each, from * 60 * MICROS, to * 60 * MICROS),
            span);
      }
    }
  }

  private static long minutes(Brand brand, long from, long to) {
    long open = 0;
    for (long minute = from; minute < to; minute++) {
      ZonedDateTime local = Instant.ofEpochSecond(minute * 60).atZone(brand.zone());
      OpeningHours hours = brand.businessHours().get(local.getDayOfWeek());
      boolean isOpen =
          hours != null
              && !local.toLocalTime().isBefore(hours.from())
              && local.toLocalTime().isBefore(hours.to());
      open += isOpen ? 1 : 0;
    }
    return open;
  }
}
