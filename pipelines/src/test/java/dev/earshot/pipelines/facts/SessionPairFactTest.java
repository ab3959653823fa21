package dev.earshot.pipelines.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.referrals.Medium;
import dev.earshot.models.visits.BotReason;
import dev.earshot.pipelines.facts.SessionPairFact.Way;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionPairFactTest {
  private static final Way TWEETED = new Way(Medium.SOCIAL, "x");
  private static final Way SEARCHED = new Way(Medium.SEARCH, null);

  private static SessionFact visit(int day, Way way, BotReason bot) {
    return new SessionFact(
        "b", null, way.network(), "/", way.medium(), false, false, true, bot, 1, day, day);
  }

  /** Twice on day 1, on day 28 and on day 29, which is in no window with day 1. */
  @Test
  void eachTwoVisitsOfAWindowAreAPair() {
    List<SessionPairFact> pairs =
        SessionPairFact.of(
            List.of(
                visit(1, TWEETED, null),
                visit(1, TWEETED, null),
                visit(28, SEARCHED, null),
                visit(29, TWEETED, null),
                visit(29, TWEETED, BotReason.RATE)));
    assertEquals(
        Set.of(
            new SessionPairFact("b", TWEETED, TWEETED, 0, 1, 1),
            new SessionPairFact("b", TWEETED, SEARCHED, 27, 28, 2),
            new SessionPairFact("b", SEARCHED, TWEETED, 1, 29, 1)),
        new HashSet<>(pairs));
    assertEquals(3, pairs.size());
  }
}
