package dev.earshot.models.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.HitKind;
import dev.earshot.models.referrals.Medium;
import dev.earshot.models.referrals.Referral;
import dev.earshot.models.referrals.Referrals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitsTest {
  private static final SiteTraffic SITE = new SiteTraffic(100, 300, 5);
  private static final long SECOND = 1_000_000;

  private static Hit hit(long second, HitKind kind, AgentKind agent, String referrer) {
    Referral referral = Referrals.shipped().classify("/", referrer, null, Set.of("example.org"));
    return new Hit(second * SECOND, 0, second, kind, agent, "/" + second, referral, null);
  }

  private static Hit page(long second, String referrer) {
    return hit(second, HitKind.PAGE, AgentKind.BROWSER, referrer);
  }

  private static Hit other(long second, HitKind kind) {
    return hit(second, kind, AgentKind.BROWSER, "https://example.org/");
  }

  private static BotReason reason(SiteTraffic site, Hit... hits) {
    return Visits.of(List.of(hits), site).get(0).botReason();
  }

  @Test
  void moreThanHalfAnHourEndsAVisit() {
    List<Hit> hits =
        new ArrayList<>(
            List.of(
                page(0, "-"),
                other(1, HitKind.ASSET),
                page(1801, "https://example.org/"),
                page(1801 + 1801, "https://x.com/")));
    Collections.reverse(hits);
    List<Visit> visits = Visits.of(hits, SITE);
    assertEquals(List.of(3, 1), visits.stream().map(visit -> visit.hits().size()).toList());
    assertEquals(Medium.DIRECT, visits.get(0).referral().medium());
    assertEquals("x", visits.get(1).referral().network());
    assertTrue(visits.stream().allMatch(Visit::isHuman));
  }

  @Test
  void whatCameFromOutsideCountsWhereTheFirstPageCameFromInside() {
    Visit visit =
        Visits.of(
                List.of(
                    page(0, "https://example.org/b"),
                    other(0, HitKind.ASSET),
                    page(3, "https://x.com/"),
                    page(5, "https://www.google.com/")),
                SITE)
            .get(0);
    assertEquals("Twitter", visit.referral().source());
    assertEquals("/0", visit.landing().path());
  }

  @Test
  void programsAreToldByWhatTheyDo() {
    assertEquals(
        BotReason.DECLARED, reason(SITE, hit(0, HitKind.PAGE, AgentKind.DECLARED_BOT, "-")));
    assertEquals(
        BotReason.UNKNOWN_AGENT, reason(SITE, hit(0, HitKind.PAGE, AgentKind.UNKNOWN, "-")));
    assertEquals(
        BotReason.ROBOTS_TXT,
        reason(SITE, page(0, "-"), other(1, HitKind.ASSET), other(9000, HitKind.ROBOTS)));
    assertEquals(BotReason.FORM_SPAM, reason(SITE, page(0, "-"), other(2, HitKind.FORM)));
    assertNull(reason(SITE, page(0, "-"), other(1, HitKind.ASSET), other(20, HitKind.FORM)));
    assertEquals(
        BotReason.SCANNER,
        reason(
            SITE,
            other(0, HitKind.ERROR),
            other(1, HitKind.ERROR),
            other(2, HitKind.ERROR),
            other(3, HitKind.ASSET)));
    assertEquals(BotReason.NO_ASSETS, reason(SITE, page(0, "https://x.com/")));
    assertEquals(
        BotReason.REFERRER_SPAM,
        reason(SITE, page(0, "http://semalt.com/"), other(1, HitKind.ASSET)));
  }

  @Test
  void tenPagesInTenSecondsAreNoPersons() {
    List<Hit> fast = new ArrayList<>(List.of(other(0, HitKind.ASSET)));
    List<Hit> slow = new ArrayList<>(fast);
    for (int i = 0; i <= 10; i++) {
      fast.add(page(i < 10 ? i : 9, "-"));
      slow.add(page(i, "-"));
    }
    assertEquals(BotReason.RATE, Visits.of(fast, SITE).get(0).botReason());
    assertNull(Visits.of(slow, SITE).get(0).botReason());
  }

  @Test
  void aSiteWithAssetsElsewhereIsJudgedWithoutThem() {
    SiteTraffic events = new SiteTraffic(100, 0, 0);
    assertNull(reason(events, page(0, "https://x.com/")));
    assertTrue(new SiteTraffic(60, 0, 40).mustShowAssets());
    assertFalse(new SiteTraffic(90, 0, 10).mustShowAssets());
  }

  @Test
  void anImageOnAnotherSiteIsNoVisitOfAPerson() {
    Visit visit = Visits.of(List.of(other(0, HitKind.ASSET)), SITE).get(0);
    assertNull(visit.botReason());
    assertFalse(visit.isHuman());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200, PAGE",
    "GET, /a/b?x=1.css, 200, PAGE",
    "GET, /v1.2/, 200, PAGE",
    "GET, /a.php?b=/c, 304, PAGE",
    "GET, https://example.org/a, 200, PAGE",
    "GET, https://example.org, 200, PAGE",
    "GET, /s/main.CSS?v=3, 200, ASSET",
    "GET, /favicon.ico, 404, ASSET",
    "GET, /robots.txt, 404, ROBOTS",
    "POST, /login, 200, FORM",
    "GET, /wp-login.php, 404, ERROR",
    "GET, /moved, 301, OTHER",
    "HEAD, /, 200, OTHER",
    "GET, /blog/feed/, 200, OTHER",
    "GET, /paper.pdf, 200, OTHER",
    "GET, /.well-known/x, 200, PAGE"
  })
  void tellsWhatWasAskedFor(String method, String target, int status, HitKind kind) {
    assertEquals(kind, HitKind.of(method, target, status));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | DECLARED_BOT",
        "curl/8.5.0 | DECLARED_BOT",
        "facebookexternalhit/1.1 | DECLARED_BOT",
        "- | UNKNOWN",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | BROWSER",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Mobile/15E148 Instagram 350.0 | BROWSER",
        "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0 Mobile Safari/537.36 | BROWSER"
      })
  void commonAgentsNeedNoAnalysis(String agent, AgentKind kind) {
    assertEquals(kind, new Agents().of(agent));
  }

  @Test
  void theRestIsAskedOfYauaa() {
    Agents agents = new Agents();
    assertEquals(AgentKind.DECLARED_BOT, agents.of("&as_qdr=all"));
    assertEquals(AgentKind.UNKNOWN, agents.of("Mozilla/4.0"));
    assertEquals(AgentKind.BROWSER, agents.of("Opera/9.64 (Windows NT 6.0; U; en) Presto/2.1.1"));
  }
}
