package dev.earshot.pipelines.measure;

import dev.earshot.models.referrals.Medium;
import dev.earshot.models.visits.BotReason;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.facts.InteractionFact;
import dev.earshot.pipelines.facts.LinkFact;
import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.facts.SessionPairFact;
import dev.earshot.pipelines.listen.read.BrandSpans;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.InMemory;
import dev.earshot.pipelines.measure.referrals.BrandReferrals;
import dev.earshot.pipelines.measure.referrals.CustomerJourney;
import dev.earshot.pipelines.measure.referrals.CustomerJourney.AccountEvent;
import dev.earshot.pipelines.measure.referrals.CustomerJourney.Step;
import dev.earshot.pipelines.measure.referrals.PostedPage;
import dev.earshot.pipelines.measure.referrals.ReferralCell;
import dev.earshot.pipelines.measure.referrals.SiteVisits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code traffic} of a case: what people did around one brand's site, whose days are those of
 * UTC. It meets as the steps of a run let it meet.
 */
record CaseTraffic(
    String brandId,
    List<Visit> visits,
    List<Posted> links,
    List<Ordered> orders,
    List<Account> accounts,
    List<Said> said) {
  private static final long DAY = 24L * 3600 * 1_000_000;

  /**
   * A visit, or one each of several visitors.
   *
   * @param from the social network
   * @param program why it is taken for one of a program
   * @param hits requests, at least one
   */
  record Visit(
      String visitor,
      int count,
      @Nullable String customer,
      Medium medium,
      @Nullable String from,
      @Nullable String path,
      boolean paid,
      boolean returning,
      boolean pageless,
      @Nullable BotReason program,
      long hits,
      long at) {}

  /** A post with a link to a page. */
  record Posted(String path, long at) {}

  /** An order, which counts unless it is void. */
  record Ordered(String customer, boolean isVoid, long at) {}

  /** Who is behind an account. */
  record Account(String customer, String network, String account) {}

  /** What an account said to the brand. */
  record Said(String network, String account, boolean issue, long at) {}

  /** Something under a key. */
  private static final class Grouped<T> {
    private final Map<String, List<T>> groups = new TreeMap<>();

    void add(String key, @Nullable T value) {
      if (value != null) {
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
      }
    }
  }

  void addTo(InMemory facts, long asOfMicros) {
    Map<ReferralCell, Long> cells = new HashMap<>();
    ReferralCell.Sums sums = (cell, number) -> cells.merge(cell, number, Long::sum);
    Grouped<SessionFact> visitors = new Grouped<>();
    for (Visit visit : visits) {
      for (int i = 0; i < Math.max(1, visit.count()); i++) {
        visitors.add(visit.visitor() + i, session(visit));
      }
    }
    List<SessionFact> sessions = visitors.groups.values().stream().flatMap(List::stream).toList();
    sessions.forEach(session -> SiteVisits.count(session, sums));
    for (List<SessionFact> ofOne : visitors.groups.values()) {
      ofOne.sort(Comparator.comparingLong(SessionFact::startedAtMicros));
      SessionPairFact.of(ofOne).forEach(pair -> SiteVisits.count(pair, sums));
    }
    countPages(sessions, sums);
    countJourneys(sessions, asOfMicros, sums);
    facts.add(
        BrandReferrals.FACTS, new NoKey(), new BrandReferrals(brandId, BrandReferrals.sums(cells)));
  }

  private void countPages(List<SessionFact> sessions, ReferralCell.Sums sums) {
    LongSummaryStatistics times =
        sessions.stream().mapToLong(SessionFact::startedAtMicros).summaryStatistics();
    BrandSpans.Span log =
        sessions.isEmpty() ? null : new BrandSpans.Span(times.getMin(), times.getMax());
    Grouped<PostedPage.Event> pages = new Grouped<>();
    for (Posted link : links) {
      LinkFact fact = new LinkFact(brandId, link.path(), link.at(), day(link.at()));
      pages.add(link.path(), PostedPage.Event.of(fact));
    }
    for (SessionFact session : sessions) {
      String path = PostedPage.pathOf(session);
      if (path != null) {
        pages.add(path, PostedPage.Event.of(session));
      }
    }
    for (List<PostedPage.Event> page : pages.groups.values()) {
      try {
        PostedPage.windows(page).forEach(window -> window.count(brandId, log, sums));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void countJourneys(List<SessionFact> sessions, long asOfMicros, ReferralCell.Sums sums) {
    Grouped<AccountEvent> known = new Grouped<>();
    for (Account a : accounts) {
      CustomerLink link = new CustomerLink(brandId, a.customer(), a.network(), a.account());
      known.add(a.network() + ' ' + a.account(), AccountEvent.of(link));
    }
    for (Said s : said) {
      InteractionFact fact =
          new InteractionFact(brandId, s.network(), s.account(), s.issue(), s.at(), day(s.at()));
      known.add(s.network() + ' ' + s.account(), AccountEvent.of(fact));
    }
    Grouped<Step> customers = new Grouped<>();
    known.groups.values().forEach(account -> CustomerJourney.identify(account, customers::add));
    for (SessionFact session : sessions) {
      customers.add(String.valueOf(session.customerId()), Step.of(session));
    }
    for (Ordered order : orders) {
      customers.add(order.customer(), Step.of(order(order)));
    }
    customers
        .groups
        .values()
        .forEach(steps -> new CustomerJourney(brandId, steps).count(asOfMicros, sums));
  }

  private SessionFact session(Visit visit) {
    return new SessionFact(
        brandId,
        visit.customer(),
        visit.from(),
        visit.path() == null ? "/" : visit.path(),
        visit.medium(),
        visit.paid(),
        visit.returning(),
        !visit.pageless(),
        visit.program(),
        Math.max(1, visit.hits()),
        visit.at(),
        day(visit.at()));
  }

  private CustomerOrder order(Ordered order) {
    return new CustomerOrder(
        brandId,
        order.customer(),
        order.customer() + order.at(),
        "EUR",
        1L,
        !order.isVoid(),
        order.at(),
        day(order.at()));
  }

  private static int day(long micros) {
    return (int) Math.floorDiv(micros, DAY);
  }
}
