package dev.earshot.models.visits;

import dev.earshot.models.episodes.Episodes;
import dev.earshot.models.referrals.Medium;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits the requests of one visitor into visits and tells whether the visitor is a person.
 *
 * <p>What has gone on without a pause for a whole day before midnight (UTC) is cut there, and a
 * visit is judged by what the visitor did within {@value #JUDGED_DAYS} days of it: so a visit
 * follows from the days around it, however many years a log holds.
 */
public final class Visits {
  /** A pause of more than 30 minutes ends a visit. */
  public static final long PAUSE_MICROS = 30L * 60 * 1_000_000;

  /** Days before and after the start of a visit by which it is judged. */
  public static final int JUDGED_DAYS = 28;

  /** A visit is shorter than so many days. */
  public static final int LONGEST_DAYS = 2;

  private static final long DAY_MICROS = 86_400_000_000L;
  private static final long JUDGED_MICROS = JUDGED_DAYS * DAY_MICROS;

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
    Behaviour behaviour = new Behaviour(ordered);
    Episodes episodes = new Episodes(PAUSE_MICROS, DAY_MICROS);
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      if (episodes.isBegunBy(ordered.get(i).atMicros())) {
        starts.add(i);
      }
    }
    List<Visit> visits = new ArrayList<>(starts.size());
    int from = 0;
    int to = 0;
    for (int i = 0; i < starts.size(); i++) {
      int start = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : ordered.size();
      Hit first = ordered.get(start);
      while (ordered.get(from).atMicros() < first.atMicros() - JUDGED_MICROS) {
        from++;
      }
      while (to < ordered.size()
          && ordered.get(to).atMicros() <= first.atMicros() + JUDGED_MICROS) {
        to++;
      }
      BotReason reason = behaviour.reason(from, to, first.agent(), traffic);
      visits.add(visit(List.copyOf(ordered.subList(start, end)), reason));
    }
    return visits;
  }

  private static Visit visit(List<Hit> hits, @Nullable BotReason reason) {
    Visit visit = new Visit(hits, reason);
    return reason == null && visit.referral().medium() == Medium.SPAM
        ? new Visit(hits, BotReason.REFERRER_SPAM)
        : visit;
  }
}
