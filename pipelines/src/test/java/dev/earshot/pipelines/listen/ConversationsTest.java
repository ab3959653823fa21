package dev.earshot.pipelines.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Intent;
import dev.earshot.pipelines.listen.Conversations.Conversation;
import dev.earshot.pipelines.listen.PersonFact.Direction;
import dev.earshot.pipelines.listen.PersonFact.MessageEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversationsTest {
  private static final long HOUR = 3_600_000_000L;

  private static MessageEvent event(String id, Direction direction, long at, Intent... intents) {
    return new MessageEvent(true, direction, at, id, Set.of(intents), true, 0);
  }

  private static MessageEvent inbound(String id, long at, Intent... intents) {
    return event(id, Direction.INBOUND, at, intents);
  }

  private static Conversation only(MessageEvent... events) {
    List<Conversation> found = Conversations.of(List.of(events));
    assertEquals(1, found.size());
    return found.get(0);
  }

  @Test
  void silenceOfMoreThanSeventyTwoHoursEndsAConversation() {
    assertEquals(1, Conversations.of(List.of(inbound("1", 0), inbound("2", 72 * HOUR))).size());
    List<Conversation> two =
        Conversations.of(List.of(inbound("2", 72 * HOUR + 1), inbound("1", 0)));
    assertEquals(2, two.size());
    assertEquals(0, two.get(0).openedAt());
    assertEquals(72 * HOUR + 1, two.get(1).openedAt());
  }

  @Test
  void silenceCountsFromTheLastMessageNotFromTheFirst() {
    Conversation one = only(inbound("1", 0), inbound("2", 60 * HOUR), inbound("3", 120 * HOUR));
    assertEquals(120 * HOUR, one.lastAt());
    assertEquals(3, one.count(Direction.INBOUND));
  }

  @Test
  void anAutomatedReplyIsNoResponse() {
    Conversation answered =
        only(
            inbound("1", 0),
            event("2", Direction.AUTOMATED, HOUR),
            event("3", Direction.OUTBOUND, 2 * HOUR));
    assertEquals(2 * HOUR, answered.firstResponseAt());
    assertNull(only(inbound("1", 0), event("2", Direction.AUTOMATED, HOUR)).firstResponseAt());
  }

  @Test
  void whatTheBrandWroteFirstIsNoResponse() {
    Conversation opened =
        only(event("1", Direction.OUTBOUND, 0), inbound("2", HOUR), inbound("3", 2 * HOUR));
    assertEquals(HOUR, opened.firstInboundAt());
    assertNull(opened.firstResponseAt());
    Conversation answered =
        only(
            event("1", Direction.OUTBOUND, 0),
            inbound("2", HOUR),
            event("3", Direction.OUTBOUND, 3 * HOUR));
    assertEquals(3 * HOUR, answered.firstResponseAt());
    Conversation unheard = only(event("1", Direction.OUTBOUND, 0));
    assertNull(unheard.firstInboundAt());
    assertNull(unheard.firstResponseAt());
  }

  @Test
  void anAnswerInTheSameMomentComesAfterTheQuestion() {
    Conversation one = only(event("a", Direction.OUTBOUND, HOUR), inbound("b", HOUR));
    assertEquals(Direction.INBOUND, one.events().get(0).direction());
    assertEquals(HOUR, one.firstResponseAt());
  }

  @Test
  void intentsAreThoseOfThePersonInAllMessages() {
    Conversation one =
        only(
            inbound("1", 0, Intent.COMPLIMENT),
            event("2", Direction.OUTBOUND, HOUR, Intent.ORDER),
            inbound("3", 2 * HOUR, Intent.QUESTION, Intent.COMPLIMENT));
    assertEquals(Set.of(Intent.COMPLIMENT, Intent.QUESTION), one.intents());
  }

  @Test
  void versionsOfAMessageAreOneMessage() {
    MessageEvent first = new MessageEvent(true, Direction.INBOUND, 0, "1", Set.of(), true, 0);
    MessageEvent again = new MessageEvent(true, Direction.INBOUND, 0, "1", Set.of(), true, 3);
    List<List<MessageEvent>> versions =
        Conversations.versions(List.of(again, inbound("2", HOUR), first));
    assertEquals(2, versions.size());
    assertEquals(List.of(first, again), versions.get(0), "the earlier file counts");
    assertTrue(Conversations.of(List.of()).isEmpty());
  }
}
