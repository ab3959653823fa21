package dev.earshot.pipelines.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.sources.RecordKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateScopeTest {
  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T23:59:59.999999Z, Europe/London, 2026-03-01",
    "2026-03-01T15:00:00Z, Asia/Tokyo, 2026-03-02",
    "2026-03-01T14:59:59.999999Z, Asia/Tokyo, 2026-03-01",
    "2026-03-01T04:59:59Z, America/New_York, 2026-02-28",
    "2026-07-01T04:00:00Z, America/New_York, 2026-07-01",
    "1969-12-31T23:59:59.999999Z, UTC, 1969-12-31"
  })
  void theDayIsThatOfTheBrand(String instant, String zone, String date) {
    Instant at = Instant.parse(instant);
    long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    assertEquals(day(date), DateScope.dayOf(micros, ZoneId.of(zone)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Australia/Lord_Howe", "Europe/Berlin", "Pacific/Apia", "Asia/Kolkata"})
  void everyDayIsThatOfTheCalendarOfTheJdk(String name) {
    ZoneId zone = ZoneId.of(name);
    Random random = new Random(2);
    for (int i = 0; i < 10_000; i++) {
      long second = random.nextLong(-86_400L * 365, 86_400L * 365 * 90);
      assertEquals(
          Instant.ofEpochSecond(second).atZone(zone).toLocalDate().toEpochDay(),
          DateScope.dayOf(second * 1_000_000 + random.nextInt(1_000_000), zone));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, false, true",
    "2026-03-01, true, true",
    "2026-03-03, true, true",
    "2026-03-04, false, true",
    "2026-02-25, false, true",
    "2026-02-24, false, false",
    "2026-03-05, false, true",
    "2026-03-06, false, false"
  })
  void contextReachesAsFarAsIsStatedForTheKindOfInput(
      String date, boolean holds, boolean isInContext) {
    Context context =
        Context.of(RecordKind.POSTS, new Reach(4, 2))
            .or(Context.of(RecordKind.MESSAGES, Reach.back(0)));
    DateScope scope = new DateScope(day("2026-03-01"), day("2026-03-03"), context);
    assertEquals(holds, scope.holds(day(date)));
    assertEquals(isInContext, scope.isInContext(RecordKind.POSTS, day(date)));
    assertEquals(holds, scope.isInContext(RecordKind.MESSAGES, day(date)));
    assertEquals(true, scope.isInContext(RecordKind.ORDERS, day(date)));
    assertEquals(true, DateScope.ALL.holds(day(date)));
    assertEquals(true, DateScope.ALL.isInContext(RecordKind.POSTS, day(date)));
  }
}
