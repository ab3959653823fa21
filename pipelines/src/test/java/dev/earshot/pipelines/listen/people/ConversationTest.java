package dev.earshot.pipelines.listen.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.episodes.Episodes;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPerson.Direction;
import dev.earshot.pipelines.facts.AboutPerson.MessageEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final long HOUR = 3_600_000_000L;

  private static MessageEvent event(String id, Direction direction, long at, Intent... intents) {
    return new MessageEvent(true, direction, at, id, Set.of(intents), true, 0);
  }

  private static MessageEvent inbound(String id, long at, Intent... intents) {
    return event(id, Direction.INBOUND, at, intents);
  }

  private static Conversation only(MessageEvent... events) {
    Conversation conversation = new Conversation(events[0]);
    Episodes episodes = Conversation.episodes();
    assertTrue(episodes.isBegunBy(events[0].atMicros()));
    for (int i = 1; i < events.length; i++) {
      assertFalse(episodes.isBegunBy(events[i].atMicros()));
      conversation.add(events[i]);
    }
    return conversation;
  }

  @Test
  void silenceOfMoreThanSeventyTwoHoursEndsAConversation() {
    Episodes episodes = Conversation.episodes();
    assertTrue(episodes.isBegunBy(0));
    assertFalse(episodes.isBegunBy(72 * HOUR));
    assertTrue(episodes.isBegunBy(144 * HOUR + 1));
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
    MessageDelivery answer = new MessageDelivery(event("a", Direction.OUTBOUND, HOUR), 0, false);
    MessageDelivery question = new MessageDelivery(inbound("b", HOUR), 0, false);
    assertEquals(
        List.of(question, answer),
        Stream.of(answer, question).sorted(MessageDelivery.ORDER).toList());
    Conversation one = only(question.event(), answer.event());
    assertTrue(one.isOpenedByPerson());
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
  void ofTheDeliveriesOfAMessageThatOfTheEarlierFileComesFirst() {
    AboutPerson first = fact(new MessageEvent(true, Direction.INBOUND, 0, "1", Set.of(), true, 0));
    AboutPerson again = fact(new MessageEvent(true, Direction.INBOUND, 9, "1", Set.of(), true, 3));
    AboutPerson other = fact(inbound("2", 5));
    AboutPerson open = fact(new MessageEvent(false, Direction.INBOUND, 9, "3", Set.of(), true, 3));
    assertEquals(
        List.of(open, first, again, other),
        Stream.of(again, other, open, first).sorted(AboutPerson.ORDER).toList());
    assertTrue(first.isSameMessage(again));
    assertFalse(first.isSameMessage(other));
  }

  private static AboutPerson fact(MessageEvent event) {
    return new AboutPerson("heron", "x", "somebody", event);
  }
}
