package dev.earshot.models.visits;

import dev.earshot.models.domain.HitKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a visitor did, added up so that any stretch of it is judged without a look at each hit. */
final class Behaviour {
  private static final int RATE_PAGES = 10;
  private static final long RATE_MICROS = 10_000_000;
  private static final int SCANNER_ERRORS = 3;

  /** By kind, the hits before each place. */
  private final Map<HitKind, int[]> before = new EnumMap<>(HitKind.class);

  /** The pages before each place that came faster than people open them. */
  private final int[] fastBefore;

  /**
   * All that a visitor did.
   *
   * @param hits in order of time
   */
  Behaviour(List<Hit> hits) {
    for (HitKind kind : HitKind.values()) {
      before.put(kind, new int[hits.size() + 1]);
    }
    fastBefore = new int[hits.size() + 1];
    List<Hit> pages = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      for (Map.Entry<HitKind, int[]> kind : before.entrySet()) {
        int[] counts = kind.getValue();
        counts[i + 1] = counts[i] + (kind.getKey() == hit.kind() ? 1 : 0);
      }
      boolean isFast = false;
      if (hit.kind() == HitKind.PAGE) {
        pages.add(hit);
        int place = pages.size() - 1;
        isFast =
            place >= RATE_PAGES
                && hit.atMicros() - pages.get(place - RATE_PAGES).atMicros() < RATE_MICROS;
      }
      fastBefore[i + 1] = fastBefore[i] + (isFast ? 1 : 0);
    }
  }

  /**
   * Why a visitor is no person, or null.
   *
   * @param from first of the hits to judge by
   * @param to first after them
   * @param agent what the user agent says
   * @param traffic of the whole site
   */
  @Nullable BotReason reason(int from, int to, AgentKind agent, SiteTraffic traffic) {
    if (agent == AgentKind.DECLARED_BOT) {
      return BotReason.DECLARED;
    }
    if (agent == AgentKind.UNKNOWN) {
      return BotReason.UNKNOWN_AGENT;
    }
    if (count(HitKind.ROBOTS, from, to) > 0) {
      return BotReason.ROBOTS_TXT;
    }
    int assets = count(HitKind.ASSET, from, to);
    int others = to - from - assets;
    boolean mustShowAssets = traffic.mustShowAssets();
    if (count(HitKind.FORM, from, to) > 0 && assets == 0 && mustShowAssets) {
      return BotReason.FORM_SPAM;
    }
    int errors = count(HitKind.ERROR, from, to);
    if (errors >= SCANNER_ERRORS && errors * 2 > others) {
      return BotReason.SCANNER;
    }
    if (fastBefore[to] > fastBefore[from]) {
      return BotReason.RATE;
    }
    return others > 0 && assets == 0 && mustShowAssets ? BotReason.NO_ASSETS : null;
  }

  private int count(HitKind kind, int from, int to) {
    int[] counts = Objects.requireNonNull(before.get(kind));
    return counts[to] - counts[from];
  }
}
