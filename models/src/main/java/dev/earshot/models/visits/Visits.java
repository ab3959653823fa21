package dev.earshot.models.visits;

import dev.earshot.models.domain.HitKind;
import dev.earshot.models.referrals.Medium;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Splits the requests of one visitor into visits and tells whether the visitor is a person. */
public final class Visits {
  /** A pause of more than 30 minutes ends a visit. */
  public static final long PAUSE_MICROS = 30L * 60 * 1_000_000;

  private static final int RATE_PAGES = 10;
  private static final long RATE_MICROS = 10_000_000;
  private static final int SCANNER_ERRORS = 3;

  /**
   * Logs have whole seconds: of the requests of a second that which came from outside is first,
   * then what they asked for decides, so that visits do not depend on how a log is cut into files.
   */
  private static final Comparator<Hit> ORDER =
      Comparator.comparingLong(Hit::atMicros)
          .thenComparing(hit -> hit.referral().medium() == Medium.INTERNAL)
          .thenComparing(Hit::kind)
          .thenComparing(Hit::path)
          .thenComparing(hit -> hit.referral().medium())
          .thenComparing(hit -> String.valueOf(hit.referral().source()))
          .thenComparingInt(Hit::source)
          .thenComparingLong(Hit::byteOffset);

  private Visits() {}

  /**
   * The visits, in order.
   *
   * @param hits all requests of one visitor, in any order
   * @param traffic of the whole site
   */
  public static List<Visit> of(List<Hit> hits, SiteTraffic traffic) {
    List<Hit> ordered = new ArrayList<>(hits);
    ordered.sort(ORDER);
    BotReason reason = reason(ordered, traffic);
    List<Visit> visits = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= ordered.size(); i++) {
      boolean isEnd =
          i == ordered.size()
              || ordered.get(i).atMicros() - ordered.get(i - 1).atMicros() > PAUSE_MICROS;
      if (isEnd) {
        visits.add(visit(List.copyOf(ordered.subList(start, i)), reason));
        start = i;
      }
    }
    return visits;
  }

  private static Visit visit(List<Hit> hits, @Nullable BotReason reason) {
    Visit visit = new Visit(hits, reason);
    return reason == null && visit.referral().medium() == Medium.SPAM
        ? new Visit(hits, BotReason.REFERRER_SPAM)
        : visit;
  }

  /** Why the visitor is no person, or null; judged by everything that the visitor did. */
  private static @Nullable BotReason reason(List<Hit> hits, SiteTraffic traffic) {
    AgentKind agent = hits.get(0).agent();
    if (agent == AgentKind.DECLARED_BOT) {
      return BotReason.DECLARED;
    }
    if (agent == AgentKind.UNKNOWN) {
      return BotReason.UNKNOWN_AGENT;
    }
    Map<HitKind, Integer> counts = new EnumMap<>(HitKind.class);
    hits.forEach(hit -> counts.merge(hit.kind(), 1, Integer::sum));
    int assets = counts.getOrDefault(HitKind.ASSET, 0);
    int errors = counts.getOrDefault(HitKind.ERROR, 0);
    if (counts.containsKey(HitKind.ROBOTS)) {
      return BotReason.ROBOTS_TXT;
    }
    boolean mustShowAssets = traffic.mustShowAssets();
    if (counts.containsKey(HitKind.FORM) && assets == 0 && mustShowAssets) {
      return BotReason.FORM_SPAM;
    }
    if (errors >= SCANNER_ERRORS && errors * 2 > hits.size() - assets) {
      return BotReason.SCANNER;
    }
    if (isTooFast(hits)) {
      return BotReason.RATE;
    }
    boolean opensPages = hits.size() > assets;
    return opensPages && assets == 0 && mustShowAssets ? BotReason.NO_ASSETS : null;
  }

  private static boolean isTooFast(List<Hit> hits) {
    List<Hit> pages = hits.stream().filter(hit -> hit.kind() == HitKind.PAGE).toList();
    for (int i = RATE_PAGES; i < pages.size(); i++) {
      if (pages.get(i).atMicros() - pages.get(i - RATE_PAGES).atMicros() < RATE_MICROS) {
        return true;
      }
    }
    return false;
  }
}
