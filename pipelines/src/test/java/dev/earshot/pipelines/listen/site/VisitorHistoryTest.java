package dev.earshot.pipelines.listen.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.HitKind;
import dev.earshot.models.referrals.Medium;
import dev.earshot.models.referrals.Referral;
import dev.earshot.models.referrals.ReferralEvidence;
import dev.earshot.models.visits.AgentKind;
import dev.earshot.models.visits.Hit;
import dev.earshot.models.visits.SiteTraffic;
import dev.earshot.models.visits.Visit;
import dev.earshot.models.visits.Visits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitorHistoryTest {
  private static final long DAY = 86_400_000_000L;
  private static final SiteTraffic NO_ASSETS = new SiteTraffic(9, 0, 0);

  private static Hit hit(double day, @Nullable String customer) {
    Referral direct = new Referral(Medium.DIRECT, null, null, null, false, ReferralEvidence.NONE);
    return new Hit(
        (long) (day * DAY), 0, 0, HitKind.PAGE, AgentKind.BROWSER, "/", direct, customer);
  }

  /** Of each visit its number and the customer, as far as they are known. */
  private static List<String> told(Hit... hits) {
    VisitorHistory history = new VisitorHistory(List.of(hits));
    List<String> told = new ArrayList<>();
    for (Visit visit : Visits.of(List.of(hits), NO_ASSETS)) {
      told.add(history.number(visit) + " " + history.customer(visit));
    }
    return told;
  }

  @Test
  void visitsOfEightWeeksAreCounted() {
    assertEquals(
        List.of("1 null", "2 null", "2 null", "1 null"),
        told(hit(0, null), hit(56, null), hit(57, null), hit(114, null)));
  }

  @Test
  void aVisitIsOfTheOneCustomerWhoWasSignedInWithinFourWeeks() {
    assertEquals(
        List.of("1 null", "2 ann", "3 ann", "2 null"),
        told(hit(0, null), hit(2, null), hit(30, "ann"), hit(58.5, null)));
    assertEquals(
        List.of("1 ann", "2 null", "3 bob"), told(hit(0, "ann"), hit(20, null), hit(40, "bob")));
  }
}
