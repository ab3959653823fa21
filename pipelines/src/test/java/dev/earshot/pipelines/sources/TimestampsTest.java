package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
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
        new Timestamps(List.of("EEE MMM dd HH:mm:ss Z yyyy", "dd.MM.yyyy HH:mm X"), null);
    assertEquals(1509487847000000L, timestamps.parse("Tue Oct 31 22:10:47 +0000 2017"));
    assertEquals(1509487800000000L, timestamps.parse(" 31.10.2017 23:10 +01 "));
    assertEquals(1509487847000000L, timestamps.parse("2017-10-31T22:10:47Z"));
    assertEquals(Timestamps.INVALID, timestamps.parse("Mon Oct 31 22:10:47 +0000 2017"));
    assertEquals(Timestamps.INVALID, timestamps.parse("Tue Oct 31 22:10:47 +0000 1889"));
  }

  @Test
  void aPatternMustNameAMoment() {
    assertTrue(Timestamps.isComplete("yyyy-MM-dd HH:mm:ss Z", false));
    assertTrue(Timestamps.isComplete("dd/MM/yyyy hh:mm a VV", false));
    assertFalse(Timestamps.isComplete("yyyy-MM-dd HH:mm:ss", false));
    assertFalse(Timestamps.isComplete("yyyy-MM-dd Z", false));
    assertFalse(Timestamps.isComplete("b{", false));
  }
}
