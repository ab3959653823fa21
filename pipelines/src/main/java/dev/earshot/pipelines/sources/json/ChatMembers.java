package dev.earshot.pipelines.sources.json;

import dev.earshot.pipelines.sources.bytes.RecordHash;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Members of a chat, collected on a first pass over its export, from whom follows to whom a message
 * was written. Exports name who wrote, and not to whom: in a chat of two that is the other one; in
 * a group it is the brand if it is a member, else nobody in particular, for whom the name of the
 * conversation stands. {@link ChatTurns} tells whom a brand answers.
 */
public final class ChatMembers {
  /** More members are not kept. */
  public static final int MAX_MEMBERS = 1_000;

  private final Predicate<String> isOwn;
  private final SortedSet<String> members = new TreeSet<>();
  private @Nullable String conversationId;

  /**
   * @param isOwn whether an account is a brand's
   */
  public ChatMembers(Predicate<String> isOwn) {
    this.isOwn = isOwn;
  }

  public void add(String member) {
    if (!member.isEmpty() && members.size() < MAX_MEMBERS && members.add(member)) {
      conversationId = null;
    }
  }

  public boolean contains(String member) {
    return members.contains(member);
  }

  /** Whether an account is a brand's. */
  boolean isOwn(String account) {
    return isOwn.test(account);
  }

  public int size() {
    return members.size();
  }

  /** An id that every export of the same chat gives. */
  public String conversationId() {
    String known = conversationId == null ? id(members.toArray(String[]::new)) : conversationId;
    conversationId = known;
    return known;
  }

  /** To whom a member writes; null in a chat of one. */
  public @Nullable String recipientOf(String sender) {
    String other = null;
    int others = 0;
    for (String member : members) {
      if (!member.equals(sender)) {
        if (isOwn.test(member)) {
          return member;
        }
        other = member;
        others++;
      }
    }
    return others > 1 ? "group:" + conversationId() : other;
  }

  /** An id made of parts, for what has none: 32 hexadecimal digits of SHA-256. */
  public static String id(String... parts) {
    byte[] bytes = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
    return RecordHash.of(bytes, bytes.length).substring(0, 32);
  }
}
