package dev.earshot.pipelines.listen.people;

import dev.earshot.pipelines.facts.AboutPerson.Automation;
import dev.earshot.pipelines.facts.AboutPerson.Direction;
import dev.earshot.pipelines.facts.AboutPerson.MessageEvent;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells, within one conversation, replies that come sooner after the person's words than anybody
 * can type them; and later ones with the same text, since a page's instant reply may come to every
 * message. Takes the messages in order of time.
 *
 * <p>A person who has typed for a while sends at once after the other's next message. So a reply is
 * measured from the first message that no human has answered yet.
 */
final class AutomaticReplies {
  /** Nobody reads a message and answers within it, in microseconds. */
  private static final long INSTANT_MICROS = 3_000_000;

  /** Longer delays are for people, however much they write: texts are pasted, too. */
  private static final long LATEST_MICROS = 15_000_000;

  /** Twice as fast as fast typists, 120 words a minute or 10 characters a second, can be. */
  private static final long CHARACTERS_PER_SECOND = 20;

  private static final int KNOWN_TEXTS = 100;

  private final Set<Long> automaticTexts = new HashSet<>();
  private @Nullable Long unansweredAt;

  /** A message as it is to be taken. */
  MessageEvent judge(MessageEvent event) {
    if (event.direction() == Direction.INBOUND) {
      unansweredAt = unansweredAt == null ? Long.valueOf(event.atMicros()) : unansweredAt;
      return event;
    }
    boolean isAgain = event.direction() == Direction.OUTBOUND && isKnown(event);
    MessageEvent judged = isAgain || isTooFast(event) ? event.automatedBy(Automation.SPEED) : event;
    if (judged.direction() == Direction.OUTBOUND) {
      unansweredAt = null;
    } else if (event.textLength() > 0 && automaticTexts.size() < KNOWN_TEXTS) {
      automaticTexts.add(event.textKey());
    }
    return judged;
  }

  private boolean isKnown(MessageEvent event) {
    return event.textLength() > 0 && automaticTexts.contains(event.textKey());
  }

  private boolean isTooFast(MessageEvent event) {
    if (event.direction() != Direction.OUTBOUND || unansweredAt == null) {
      return false;
    }
    long delay = event.atMicros() - unansweredAt;
    boolean isTyped = event.textLength() * 1_000_000L <= delay * CHARACTERS_PER_SECOND;
    return event.textLength() > 0
        && delay <= LATEST_MICROS
        && (delay <= INSTANT_MICROS || !isTyped);
  }
}
