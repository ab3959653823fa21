package dev.earshot.pipelines.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static long at(String time) {
    return Instant.parse(time).getEpochSecond();
  }

  @Test
  void momentsKeepAMinuteFromEachHalfHour() {
    assertEquals(at("2026-03-01T10:01:00Z"), Period.settle(at("2026-03-01T10:00:00Z")));
    assertEquals(at("2026-03-01T09:59:00Z"), Period.settle(at("2026-03-01T09:59:59Z")));
    assertEquals(at("2026-03-01T10:31:00Z"), Period.settle(at("2026-03-01T10:30:30Z")));
    assertEquals(at("2026-03-01T10:12:34Z"), Period.settle(at("2026-03-01T10:12:34Z")));
  }

  @Test
  void textIsThatOfTheJdk() {
    for (long moment = at("2026-03-01T00:00:00Z"); moment < at("2026-03-20T00:00:00Z"); ) {
      assertEquals(Instant.ofEpochSecond(moment).toString(), Period.text(moment));
      moment += 4_999;
    }
  }

  @Test
  void datesFollowTheZoneThroughTheChangeOfItsClocks() {
    Period period = new Period(40);
    ZoneId zone = ZoneId.of("America/New_York");
    Period.LocalDates dates = period.dates(zone);
    for (long moment = period.start; moment <= period.end; moment += 1_777) {
      LocalDate expected = Instant.ofEpochSecond(moment).atZone(zone).toLocalDate();
      assertEquals(expected, Period.date(dates.index(moment)));
    }
  }

  @Test
  void momentsLieInThePeriod() {
    Period period = new Period(3);
    SeededRandom random = new SeededRandom(4);
    for (int draw = 0; draw < 5_000; draw++) {
      long moment = period.moment(random, 600);
      assertTrue(moment >= period.start && moment <= period.end - 540);
      assertEquals(moment, Period.settle(moment));
    }
  }
}
