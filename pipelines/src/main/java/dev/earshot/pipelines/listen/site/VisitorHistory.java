package dev.earshot.pipelines.listen.site;

import dev.earshot.models.visits.Hit;
import dev.earshot.models.visits.Visit;
import dev.earshot.models.visits.Visits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the other visits of a visitor say of one. Visits are asked for in order of time; what is
 * long before or after does not count, so that a visit says the same in a log of a year and in one
 * of these weeks.
 */
public final class VisitorHistory {
  /** Days back to which a visit is another visit of somebody who returns. */
  public static final int RETURNING_DAYS = 56;

  private static final long DAY_MICROS = 86_400_000_000L;

  /** A request of somebody who is signed in. */
  private record SignedIn(long atMicros, String customerId) {}

  private final List<SignedIn> signedIn = new ArrayList<>();
  private final Map<String, Integer> customers = new HashMap<>();
  private final Deque<Long> visited = new ArrayDeque<>();
  private int from;
  private int to;

  /** The history in all requests of one visitor, in any order. */
  VisitorHistory(List<Hit> hits) {
    for (Hit hit : hits) {
      if (hit.customerId() != null) {
        signedIn.add(new SignedIn(hit.atMicros(), hit.customerId()));
      }
    }
    signedIn.sort(Comparator.comparingLong(SignedIn::atMicros));
  }

  /** The how manieth visit of a person it is within {@value #RETURNING_DAYS} days. */
  int number(Visit visit) {
    while (!visited.isEmpty()
        && visited.getFirst() < visit.startedAt() - RETURNING_DAYS * DAY_MICROS) {
      visited.removeFirst();
    }
    if (visit.isHuman()) {
      visited.addLast(visit.startedAt());
    }
    return visited.size();
  }

  /**
   * The one customer who was signed in within {@value Visits#JUDGED_DAYS} days before or after a
   * visit began, or null where it was nobody or several.
   */
  @Nullable String customer(Visit visit) {
    long reach = Visits.JUDGED_DAYS * DAY_MICROS;
    while (to < signedIn.size() && signedIn.get(to).atMicros() <= visit.startedAt() + reach) {
      customers.merge(signedIn.get(to++).customerId(), 1, Integer::sum);
    }
    while (from < to && signedIn.get(from).atMicros() < visit.startedAt() - reach) {
      customers.merge(signedIn.get(from++).customerId(), -1, VisitorHistory::sumOrNone);
    }
    return customers.size() == 1 ? customers.keySet().iterator().next() : null;
  }

  private static @Nullable Integer sumOrNone(Integer one, Integer other) {
    return one + other == 0 ? null : Integer.valueOf(one + other);
  }
}
