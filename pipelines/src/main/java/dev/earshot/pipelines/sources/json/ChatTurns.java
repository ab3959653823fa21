package dev.earshot.pipelines.sources.json;

import org.jspecify.annotations.Nullable;

/**
 * To whom each message of a chat was written, told in the order of the chat: what a brand writes
 * answers who wrote last. In a chat of two that is the other one; in a group nothing else says
 * which of the members a brand answers.
 */
public final class ChatTurns {
  private final ChatMembers members;
  private String chat = "";
  private @Nullable String lastPerson;

  /**
   * @param members who takes part
   */
  public ChatTurns(ChatMembers members) {
    this.members = members;
  }

  /**
   * To whom the next message was written; null in a chat of one.
   *
   * @param newChat the chat that the message is in: nobody answers across chats
   * @param sender who wrote it
   */
  public @Nullable String recipientOf(String newChat, String sender) {
    if (!newChat.equals(chat)) {
      chat = newChat;
      lastPerson = null;
    }
    if (members.isOwn(sender)) {
      return lastPerson == null ? members.recipientOf(sender) : lastPerson;
    }
    lastPerson = sender;
    return members.recipientOf(sender);
  }
}
