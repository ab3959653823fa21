package dev.earshot.pipelines.measure.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.tables.BrandScorecardWeeklyRow;
import dev.earshot.pipelines.tables.Estimated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  /** 1 March 2026 is a Sunday; the first of January 2027 is a Friday of the 53rd week of 2026. */
  @Test
  void weeksAreThoseOfIso8601() {
    assertEquals(day("2026-03-01"), Week.sunday(day("2026-02-23")));
    assertEquals(day("2026-03-01"), Week.sunday(day("2026-03-01")));
    assertEquals(day("2026-03-08"), Week.sunday(day("2026-03-02")));
    assertEquals("2026-W09", Week.name(day("2026-03-01")));
    assertEquals("2026-W53", Week.name(Week.sunday(day("2027-01-01"))));
  }

  private static WeeklyFigure figure(Kpi kpi, String sunday, double value) {
    Estimated estimated = new Estimated(value, value - 1, value + 1);
    return new WeeklyFigure("b", kpi, day(sunday), estimated, 7, true, null);
  }

  private static CoveredDays days(String first, String last) {
    return new CoveredDays(List.of(new CoveredDays.Stretch(day(first), day(last))));
  }

  private static String code(BrandScorecardWeeklyRow row) {
    return row.missingReason() == null ? "null" : row.missingReason().code();
  }

  @Test
  void everyWeekHasTheFourKpisOrSaysWhatIsMissing() {
    List<BrandScorecardWeeklyRow> rows =
        Scorecard.rows(
            "run",
            "b",
            List.of(
                figure(Kpi.REPUTATION, "2026-03-15", 60),
                figure(Kpi.REPUTATION, "2026-03-01", 50),
                figure(Kpi.REPUTATION, "2026-03-08", 55),
                figure(Kpi.RETURNING_CUSTOMERS, "2026-03-08", 0.5)),
            kpi ->
                switch (kpi) {
                  case REPUTATION -> days("2026-02-01", "2026-03-15");
                  case RETURNING_CUSTOMERS -> days("2026-03-02", "2026-03-08");
                  case ENGAGEMENT, REFERRAL_TRAFFIC -> new CoveredDays(List.of());
                },
            day("2026-03-16"));
    List<String> lines = new ArrayList<>();
    for (BrandScorecardWeeklyRow row : rows) {
      lines.add(
          row.figure().isoWeek()
              + " "
              + row.figure().kpi()
              + " "
              + row.value().value()
              + " "
              + row.previousValue()
              + " "
              + code(row)
              + " "
              + (row.howToProvide() != null));
    }
    assertEquals(
        """
        2026-W09 reputation 50.0 null null false
        2026-W09 engagement null null no_own_post false
        2026-W09 referral_traffic null null no_web_logs true
        2026-W09 returning_customers null null not_covered_by_input false
        2026-W10 reputation 55.0 50.0 null false
        2026-W10 engagement null null no_own_post false
        2026-W10 referral_traffic null null no_web_logs true
        2026-W10 returning_customers 0.5 null null false
        2026-W11 reputation 60.0 55.0 null false
        2026-W11 engagement null null no_own_post false
        2026-W11 referral_traffic null null no_web_logs true
        2026-W11 returning_customers null null not_covered_by_input false\
        """,
        String.join("\n", lines));
  }

  /** A log that begins in a week that is not over tells nothing of the weeks before it. */
  @Test
  void aLogThatBeginsLaterDoesNotCoverTheWeek() {
    List<BrandScorecardWeeklyRow> rows =
        Scorecard.rows(
            "run",
            "b",
            List.of(figure(Kpi.REPUTATION, "2026-03-08", 60)),
            kpi ->
                switch (kpi) {
                  case REPUTATION, ENGAGEMENT -> days("2026-03-02", "2026-03-08");
                  case REFERRAL_TRAFFIC -> days("2026-03-10", "2026-03-12");
                  case RETURNING_CUSTOMERS -> new CoveredDays(List.of());
                },
            day("2026-03-15"));
    assertEquals(
        List.of("null", "no_own_post", "not_covered_by_input", "no_orders"),
        rows.stream().map(ScorecardTest::code).toList());
    assertNull(rows.get(2).howToProvide());
    assertEquals(
        List.of(),
        Scorecard.rows(
            "run", "b", List.of(), kpi -> days("2026-03-10", "2026-03-12"), day("2026-03-15")));
  }

  /** The input is of Wednesday, 4 March, to Tuesday, 24 March: two weeks in part, two whole. */
  @Test
  void aPartOfAWeekIsNotReliableAndComparesWithNoWeek() {
    List<BrandScorecardWeeklyRow> rows =
        Scorecard.rows(
            "run",
            "b",
            List.of(
                figure(Kpi.REPUTATION, "2026-03-08", 50),
                figure(Kpi.REPUTATION, "2026-03-15", 55),
                figure(Kpi.REPUTATION, "2026-03-22", 60),
                figure(Kpi.REPUTATION, "2026-03-29", 65)),
            kpi -> days("2026-03-04", "2026-03-24"),
            day("2026-04-01"));
    assertEquals(
        List.of(
            "50.0 null 5 false partly_covered_by_input",
            "55.0 null 7 true null",
            "60.0 55.0 7 true null",
            "65.0 null 2 false partly_covered_by_input"),
        lines(rows, Kpi.REPUTATION));
    assertEquals(
        List.of(
            "null null 5 false partly_covered_by_input",
            "null null 7 false nothing_in_week",
            "null null 7 false nothing_in_week",
            "null null 2 false partly_covered_by_input"),
        lines(rows, Kpi.REFERRAL_TRAFFIC));
  }

  private static List<String> lines(List<BrandScorecardWeeklyRow> rows, Kpi kpi) {
    return rows.stream()
        .filter(row -> row.figure().kpi().equals(kpi.code()))
        .map(
            row ->
                String.join(
                    " ",
                    String.valueOf(row.value().value()),
                    String.valueOf(row.previousValue()),
                    String.valueOf(row.coveredDayCount()),
                    String.valueOf(row.isReliable()),
                    code(row)))
        .toList();
  }
}
