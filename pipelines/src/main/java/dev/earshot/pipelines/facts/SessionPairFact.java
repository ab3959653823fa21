package dev.earshot.pipelines.facts;

import dev.earshot.models.referrals.Medium;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of visits of one person, from which intervals learn how far people come as before.
 *
 * @param brandId whose site it is
 * @param one how the earlier visit came
 * @param other how the later came
 * @param gap days between the two
 * @param day date of the later
 * @param count so many such pairs
 */
public record SessionPairFact(String brandId, Way one, Way other, int gap, int day, long count) {
  /** Pairs further apart stand in no window together. */
  static final int LONGEST_GAP = 27;

  /**
   * How a visit came.
   *
   * @param network the social network, or null
   */
  public record Way(Medium medium, @Nullable String network) {}

  /** How a visit came and when. */
  private record Seen(Way way, int day) {}

  /** Those of one person's visits, in the order of time; visits of a day alike are one entry. */
  public static List<SessionPairFact> of(List<SessionFact> visits) {
    List<SessionPairFact> pairs = new ArrayList<>();
    Map<Seen, Long> before = new HashMap<>();
    for (SessionFact visit : visits) {
      if (!visit.isHuman()) {
        continue;
      }
      Way way = new Way(visit.medium(), visit.network());
      before.keySet().removeIf(seen -> visit.day() - seen.day() > LONGEST_GAP);
      before.forEach(
          (seen, count) ->
              pairs.add(
                  new SessionPairFact(
                      visit.brandId(),
                      seen.way(),
                      way,
                      visit.day() - seen.day(),
                      visit.day(),
                      count)));
      before.merge(new Seen(way, visit.day()), 1L, Long::sum);
    }
    return pairs;
  }
}
