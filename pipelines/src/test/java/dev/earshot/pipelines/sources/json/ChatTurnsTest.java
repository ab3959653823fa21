package dev.earshot.pipelines.sources.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** In a group only the order of the messages tells whom a brand answers. */
class ChatTurnsTest {
  private final ChatMembers members = new ChatMembers(name -> name.startsWith("Kea"));

  private ChatTurns group() {
    List.of("Kea Desk", "Kea Night Desk", "Marl", "Ana").forEach(members::add);
    return new ChatTurns(members);
  }

  @Test
  void aBrandAnswersWhoWroteLast() {
    ChatTurns turns = group();
    assertEquals("Kea Desk", turns.recipientOf("c", "Marl"));
    assertEquals("Marl", turns.recipientOf("c", "Kea Desk"));
    assertEquals("Marl", turns.recipientOf("c", "Kea Night Desk"), "not its own other account");
    assertEquals("Kea Desk", turns.recipientOf("c", "Ana"));
    assertEquals("Ana", turns.recipientOf("c", "Kea Desk"));
  }

  @Test
  void nobodyIsAnsweredAcrossChats() {
    ChatTurns turns = group();
    turns.recipientOf("c", "Marl");
    assertEquals(members.recipientOf("Kea Desk"), turns.recipientOf("d", "Kea Desk"));
  }

  @Test
  void whoNobodyAskedWritesToTheGroup() {
    List.of("Kea Desk", "Marl", "Ana").forEach(members::add);
    ChatTurns turns = new ChatTurns(members);
    assertEquals("group:" + members.conversationId(), turns.recipientOf("c", "Kea Desk"));
  }
}
