package dev.earshot.pipelines.measure.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Engagement;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.measure.customers.CustomerHistory;
import dev.earshot.pipelines.measure.customers.WeeklyCustomers;
import dev.earshot.pipelines.measure.engagement.WeeklyEngagement;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.measure.referrals.BrandReferrals;
import dev.earshot.pipelines.measure.referrals.BrandReferrals.Counted;
import dev.earshot.pipelines.measure.referrals.ReferralCount;
import dev.earshot.pipelines.measure.referrals.WeeklyReferrals;
import dev.earshot.pipelines.tables.BrandScorecardWeeklyRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  private static final long DAY = 24L * 3600 * 1_000_000;

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
    return new WeeklyFigure("b", kpi, day(sunday), value, value - 1, value + 1, 7, true, null);
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
            day("2026-03-16"));
    List<String> lines = new ArrayList<>();
    for (BrandScorecardWeeklyRow row : rows) {
      lines.add(
          row.isoWeek()
              + " "
              + row.kpi()
              + " "
              + row.value()
              + " "
              + row.previousValue()
              + " "
              + row.missingReason()
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
        2026-W11 returning_customers null 0.5 not_covered_by_input false\
        """,
        String.join("\n", lines));
  }

  /** The log of a week that is not over tells nothing of the weeks before it. */
  @Test
  void aLogThatBeginsLaterDoesNotCoverTheWeek() {
    List<BrandScorecardWeeklyRow> rows =
        Scorecard.rows(
            "run",
            "b",
            List.of(
                figure(Kpi.REPUTATION, "2026-03-08", 60),
                WeeklyFigure.notOver("b", Kpi.REFERRAL_TRAFFIC, day("2026-03-15"))),
            day("2026-03-15"));
    assertEquals(
        List.of("null", "no_own_post", "not_covered_by_input", "no_orders"),
        rows.stream().map(row -> String.valueOf(row.missingReason())).toList());
    assertNull(rows.get(2).howToProvide());
    WeeklyFigure begun = WeeklyFigure.notOver("b", Kpi.REFERRAL_TRAFFIC, day("2026-03-15"));
    assertEquals(List.of(), Scorecard.rows("run", "b", List.of(begun), day("2026-03-15")));
  }

  private static OwnPostFact post(String id, String date, long engagements, long followers) {
    int day = day(date);
    Engagement snapshot = new Engagement(0, engagements, null, null, null, null, followers);
    return new OwnPostFact(
        "b", "x", id, day, day * DAY, "text", snapshot, engagements, followers, 0);
  }

  private static @Nullable WeeklyFigure engagement(List<OwnPostFact> posts, int today) {
    return WeeklyEngagement.of(WeeklyEngagement.week(posts.get(0)), posts, today, today * DAY);
  }

  /** (10 + 50) / (100 + 400), not the mean of 0.1 and 0.125. */
  @Test
  void engagementIsThatOfTheWholeWeek() {
    List<OwnPostFact> posts =
        List.of(post("2", "2026-03-08", 50, 400), post("1", "2026-03-02", 10, 100));
    int clock = day("2026-03-15");
    WeeklyFigure figure = engagement(posts, clock);
    assertNotNull(figure);
    assertEquals(0.12, figure.value());
    assertEquals(2, figure.count());
    assertEquals("too_few_posts", figure.missingReason());
  }

  @Test
  void engagementWaitsForTheWeekAndForItsPosts() {
    List<OwnPostFact> posts = List.of(post("1", "2026-03-08", 10, 100));
    int early = day("2026-03-14");
    WeeklyFigure figure = engagement(posts, early);
    assertNotNull(figure);
    assertNull(figure.value());
    assertEquals("posts_not_mature", figure.missingReason());
    assertNull(engagement(posts, day("2026-03-08")));
  }

  @Test
  void customersReturnWithAPurchaseInALaterWeek() {
    CustomerHistory customer =
        new CustomerHistory(
            "b",
            "c",
            List.of(day("2026-03-03"), day("2026-03-04"), day("2026-03-10")),
            3,
            "EUR",
            3L,
            false,
            List.of());
    List<WeeklyCustomers.Buyers> weeks = WeeklyCustomers.weeks("b", List.of(customer));
    assertEquals(
        List.of(
            new WeeklyCustomers.Buyers("b", day("2026-03-08"), 1, 0),
            new WeeklyCustomers.Buyers("b", day("2026-03-15"), 1, 1)),
        weeks);
  }

  private static Counted counted(String date, ReferralCount count, int gap, long number) {
    return new Counted("all", day(date), count, gap, number);
  }

  private static List<WeeklyFigure> referrals(List<Counted> counts, String today) {
    return WeeklyReferrals.of(new BrandReferrals("b", counts), day(today));
  }

  /**
   * Monday to Sunday are one week; the week of the 9th is not over, before the 2nd only bots came.
   */
  @Test
  void referralsAreThoseOfPeopleInTheWholeWeek() {
    List<WeeklyFigure> figures =
        referrals(
            List.of(
                counted("2026-02-27", ReferralCount.HIT, 0, 9),
                counted("2026-03-02", ReferralCount.HIT, 0, 7),
                counted("2026-03-02", ReferralCount.HUMAN, 0, 2),
                counted("2026-03-02", ReferralCount.SOCIAL, 0, 1),
                counted("2026-03-08", ReferralCount.HUMAN, 0, 1),
                counted("2026-03-08", ReferralCount.SOCIAL, 0, 1),
                counted("2026-03-09", ReferralCount.HIT, 0, 1),
                counted("2026-03-09", ReferralCount.HUMAN, 0, 1)),
            "2026-03-15");
    assertEquals(
        List.of(false, false, true),
        figures.stream().map(WeeklyFigure::missingReason).map("week_not_over"::equals).toList());
    assertNull(figures.get(0).value());
    assertEquals("no_human_session", figures.get(0).missingReason());
    WeeklyFigure figure = figures.get(1);
    assertEquals(day("2026-03-08"), figure.sunday());
    assertEquals(Double.valueOf(2 / 3.0), figure.value());
    assertEquals(3, figure.count());
    assertEquals("too_few_sessions", figure.missingReason());
  }

  private static WeeklyFigure week(long human, long social, long pairs, long mixed, long both) {
    return referrals(
            List.of(
                counted("2026-03-08", ReferralCount.HIT, 0, human),
                counted("2026-03-08", ReferralCount.HUMAN, 0, human),
                counted("2026-03-08", ReferralCount.SOCIAL, 0, social),
                counted("2026-03-08", ReferralCount.PAIR, 6, pairs),
                counted("2026-03-08", ReferralCount.PAIR, 7, 1_000),
                counted("2026-03-08", ReferralCount.SOCIAL_MIXED, 2, mixed),
                counted("2026-03-08", ReferralCount.SOCIAL_BOTH, 2, both)),
            "2026-03-15")
        .get(0);
  }

  /**
   * Newcombe (1998), table I: 15 of 148 is 0.1014, Wilson 0.0624 to 0.1605. The same for 148 people
   * who come twice in the week, both times as before; pairs with an earlier week do not count.
   */
  @Test
  void visitsOfOnePersonCountAsOneWhereTheyAreAlike() {
    for (WeeklyFigure figure : List.of(week(148, 15, 0, 0, 0), week(296, 30, 148, 30, 15))) {
      assertNotNull(figure.lower());
      assertNotNull(figure.upper());
      assertEquals(0.0624, figure.lower(), 0.00005);
      assertEquals(0.1605, figure.upper(), 0.00005);
      assertTrue(figure.isReliable());
      assertNull(figure.missingReason());
    }
  }

  /** Newcombe (1998), table I: 1 of 29 is 0.0345, Wilson 0.0061 to 0.1718. */
  @Test
  void returningCustomersNeedAYearOfHistory() {
    WeeklyCustomers.Buyers week = new WeeklyCustomers.Buyers("b", day("2026-03-08"), 29, 1);
    WeeklyFigure figure = WeeklyCustomers.figure(week, day("2025-03-02"));
    assertNotNull(figure.value());
    assertEquals(1 / 29.0, figure.value());
    assertNotNull(figure.lower());
    assertEquals(0.0061, figure.lower(), 0.00005);
    assertEquals("too_few_customers", figure.missingReason());
    assertEquals("short_history", WeeklyCustomers.figure(week, day("2025-03-03")).missingReason());
  }
}
