package dev.earshot.models.domain;

import dev.earshot.models.text.TextIssue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One direct message between a person and a brand's account. Its text is read for its meaning and
 * never leaves the process.
 *
 * @param network lower-case network name
 * @param messageId the platform's id
 * @param conversationId the platform's id of the thread
 * @param senderId the platform's id of the sender, before pseudonymisation
 * @param recipientId the platform's id of the recipient, before pseudonymisation
 * @param text the message
 * @param language ISO 639-1 code that the platform stated
 * @param sentAtMicros UTC microseconds since the epoch
 * @param isAutomated true for an automatic reply: it is not a human action
 * @param issues what was mended in the text
 */
public record Message(
    String network,
    String messageId,
    @Nullable String conversationId,
    String senderId,
    String recipientId,
    String text,
    @Nullable String language,
    long sentAtMicros,
    boolean isAutomated,
    Set<TextIssue> issues) {

  /** Leaves the text out, so that a log or an exception cannot carry it. */
  @Override
  public String toString() {
    return "Message[" + network + " " + messageId.length() + " characters of id]";
  }
}
