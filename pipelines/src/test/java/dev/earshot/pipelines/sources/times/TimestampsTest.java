package dev.earshot.pipelines.sources.times;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  private static long iso(String text) {
    char[] padded = ("#" + text + "#").toCharArray();
    return Timestamps.parseIso(padded, 1, text.length());
  }

  @ParameterizedTest
  @CsvSource({
    "2017-10-31T22:10:47Z, 1509487847000000",
    "2017-10-31t22:10:47z, 1509487847000000",
    "2017-10-31 22:10:47 +0000, 1509487847000000",
    "2017-10-31T23:10:47.5+01:00, 1509487847500000",
    "2017-10-31T22:10Z, 1509487800000000",
    "'2017-10-31T22:10:47,123456789Z', 1509487847123456",
    "2016-12-31T23:59:60Z, 1483228799000000",
    "1990-01-01T00:00:00Z, 631152000000000",
    "2099-12-31T23:59:59.999999Z, 4102444799999999",
    "1989-12-31T23:00:00-01, 631152000000000",
    "2000-02-29T00:00:00-18:00, 951847200000000"
  })
  void readsIso8601(String text, long micros) {
    assertEquals(micros, iso(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2017",
        "2017-10-31",
        "2017-10-31T22:10:47",
        "2017-10-31T22:10:47.Z",
        "2017-10-31T22:10:47.1",
        "2017-10-31T24:00:00Z",
        "2017-10-31T22:60:00Z",
        "2017-10-31T22:10:61Z",
        "2017-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2017-13-01T00:00:00Z",
        "2017-00-01T00:00:00Z",
        "2017-04-31T00:00:00Z",
        "1989-12-31T23:59:59Z",
        "2100-01-01T00:00:00Z",
        "2017-10-31T22:10:47+18:01",
        "2017-10-31T22:10:47+1",
        "2017-10-31T22:10:47+01:",
        "2017-10-31T22:10:47+01:0",
        "2017-10-31T22:10:47Zx",
        "2017-10-31T22:10:47+01:000",
        "2017-1a-31T22:10:47Z",
        "2017-10-31T22:10:Z"
      })
  void refusesWhatNamesNoMoment(String text) {
    assertEquals(Timestamps.INVALID, iso(text));
  }

  @Test
  void agreesWithJavaTimeOnEveryDayAndOnRandomOffsets() {
    Random random = new Random(11);
    LocalDate last = LocalDate.of(2099, 12, 30);
    for (LocalDate day = LocalDate.of(1990, 1, 2); !day.isAfter(last); day = day.plusDays(1)) {
      OffsetDateTime moment =
          day.atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60))
              .plusNanos(random.nextInt(1_000_000) * 1_000L)
              .atOffset(ZoneOffset.ofTotalSeconds((random.nextInt(36 * 60) - 18 * 60) * 60));
      long wanted = ChronoUnit.MICROS.between(OffsetDateTime.parse("1970-01-01T00:00:00Z"), moment);
      assertEquals(wanted, iso(moment.toString()), moment.toString());
    }
  }

  @Test
  void triesThePatternsInOrder() {
    Timestamps timestamps =
        new Timestamps(
            List.of("EEE MMM dd HH:mm:ss Z yyyy", "dd.MM.yyyy HH:mm X"), LocalTimes.UNKNOWN);
    assertEquals(1509487847000000L, timestamps.parse("Tue Oct 31 22:10:47 +0000 2017"));
    assertEquals(1509487800000000L, timestamps.parse(" 31.10.2017 23:10 +01 "));
    assertEquals(1509487847000000L, timestamps.parse("2017-10-31T22:10:47Z"));
    assertEquals(Timestamps.INVALID, timestamps.parse("Mon Oct 31 22:10:47 +0000 2017"));
    assertEquals(Timestamps.INVALID, timestamps.parse("Tue Oct 31 22:10:47 +0000 1889"));
  }

  /** A day that no calendar has is a mistake, not the last day of its month. */
  @ParameterizedTest
  @CsvSource({"31.02.2025, 0", "29.02.2025, 0", "29.02.2024, 1709161200000000", "31.4.25, 0"})
  void patternsReadDaysThatExist(String text, long micros) {
    Timestamps timestamps = new Timestamps(List.of("dd.MM.yyyy", "d.M.yy", "dd.MM.uuuu"), BERLIN);
    assertEquals(micros == 0 ? Timestamps.INVALID : micros, timestamps.parse(text));
  }

  private static final LocalTimes BERLIN = new LocalTimes(ZoneId.of("Europe/Berlin"), null);

  /** Right: what GNU date prints for the left in that zone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wed Aug 29 17:12:58 +0000 2012 | 2012-08-29T17:12:58Z",
        "Wed, 29 Aug 2012 17:12:58 +0200 | 2012-08-29T15:12:58Z",
        "9 Aug 2012 17:12 GMT | 2012-08-09T17:12:00Z",
        "2012-08-29T17:12:58 | 2012-08-29T15:12:58Z",
        "2012-12-29 17:12:58.25 | 2012-12-29T16:12:58.25Z",
        "1346260378 | 2012-08-29T17:12:58Z",
        "1346260378.5 | 2012-08-29T17:12:58.5Z",
        "1346260378123 | 2012-08-29T17:12:58.123Z",
        "1346260378123456 | 2012-08-29T17:12:58.123456Z",
        "1346260378123456789 | 2012-08-29T17:12:58.123456Z",
        "29/08/2012 17:12 | 2012-08-29T15:12:00Z",
        "08/29/12, 5:12:58\u202fPM | 2012-08-29T15:12:58Z",
        "\u200e29.8.12 17.12.58 | 2012-08-29T15:12:58Z",
        "1.2.2021, 12:00 | 2021-02-01T11:00:00Z",
        "2021/2/1 上午12:05 | 2021-01-31T23:05:00Z",
        "1/1/21, 12:00 p. m. | 2021-01-01T11:00:00Z",
        "29-08-2012 17:12:58.123 | 2012-08-29T15:12:58.123Z",
        "28/10/2018 02:30 | 2018-10-28T00:30:00Z",
        "25/03/2018 02:30 | 2018-03-25T01:30:00Z",
        "29/08/2012 | 2012-08-28T22:00:00Z",
        "31.12.20 | 2020-12-30T23:00:00Z"
      })
  void readsEveryForm(String text, String moment) {
    long wanted = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(moment));
    assertEquals(wanted, new Timestamps(List.of(), BERLIN).parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "29/08/2012 tomorrow",
        "29/08/2012 17",
        "31/31/2012",
        "31/31/2012 10:00",
        "30/02/2012 10:00",
        "13:00/1/1",
        "1/1/21, 13:00 PM",
        "1/1/21, 12:61",
        "1/1/021, 12:00",
        "29/08/2012 17:12 tomorrow",
        "12345678",
        "99999999999999999999",
        "Wed, 29 Foo 2012 17:12:58 GMT",
        "1e9",
        "Thu, 29 Aug 2012 17:12:58 +0200"
      })
  void refusesOtherText(String text) {
    assertEquals(Timestamps.INVALID, new Timestamps(List.of(), BERLIN).parse(text));
  }

  @Test
  void dayAndMonthAreNotGuessed() {
    assertEquals(Timestamps.AMBIGUOUS, new Timestamps(List.of(), BERLIN).parse("1/2/2021 10:00"));
    assertEquals(1612170000000000L, parse(DayOrder.DAY_FIRST, "1/2/2021 10:00"));
    assertEquals(1609578000000000L, parse(DayOrder.MONTH_FIRST, "1/2/2021 10:00"));
    assertEquals(Timestamps.INVALID, parse(DayOrder.MONTH_FIRST, "13/2/2021 10:00"));
    assertEquals(
        Timestamps.INVALID, new Timestamps(List.of(), LocalTimes.UNKNOWN).parse("1/1/21 1:00"));
  }

  private static long parse(DayOrder order, String text) {
    return new Timestamps(List.of(), new LocalTimes(BERLIN.zone(), order)).parse(text);
  }

  @Test
  void aPatternMustNameAMoment() {
    assertTrue(Timestamps.isComplete("yyyy-MM-dd HH:mm:ss Z", LocalTimes.UNKNOWN));
    assertTrue(Timestamps.isComplete("dd/MM/yyyy hh:mm a VV", LocalTimes.UNKNOWN));
    assertFalse(Timestamps.isComplete("yyyy-MM-dd HH:mm:ss", LocalTimes.UNKNOWN));
    assertFalse(Timestamps.isComplete("yyyy-MM-dd Z", LocalTimes.UNKNOWN));
    assertFalse(Timestamps.isComplete("b{", LocalTimes.UNKNOWN));
  }
}
