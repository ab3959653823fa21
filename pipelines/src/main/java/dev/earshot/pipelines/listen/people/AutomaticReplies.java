package dev.earshot.pipelines.listen.people;

import dev.earshot.pipelines.facts.AboutPerson.Automation;
import dev.earshot.pipelines.facts.AboutPerson.Direction;
import dev.earshot.pipelines.facts.AboutPerson.MessageEvent;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells, within one conversation, replies that come sooner after the person's words than anybody
 * can type them; those that come within seconds with a text that many others got as well; and later
 * ones with the same text, since a page's instant reply may come to every message. Takes the
 * messages in order of time.
 *
 * <p>A person who has typed for a while sends at once after the other's next message. So a reply is
 * measured from the first message that no human has answered yet.
 */
final class AutomaticReplies {
  /** Nobody reads a message and answers within it, in microseconds. */
  private static final long INSTANT_MICROS = 3_000_000;

  /** Longer delays are for people, however much they write and to whomever: texts are pasted. */
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
    Automation told = event.direction() == Direction.OUTBOUND ? told(event) : null;
    MessageEvent judged = told == null ? event : event.automatedBy(told);
    if (judged.direction() == Direction.OUTBOUND) {
      unansweredAt = null;
    } else if (event.textLength() > 0 && automaticTexts.size() < KNOWN_TEXTS) {
      automaticTexts.add(event.textKey());
    }
    return judged;
  }

  private @Nullable Automation told(MessageEvent event) {
    if (event.textLength() == 0) {
      return null;
    }
    if (automaticTexts.contains(event.textKey())) {
      return Automation.SPEED;
    }
    if (unansweredAt == null || event.atMicros() - unansweredAt > LATEST_MICROS) {
      return null;
    }
    if (event.isToMany()) {
      return Automation.REPETITION;
    }
    return isTooFast(event, event.atMicros() - unansweredAt) ? Automation.SPEED : null;
  }

  private static boolean isTooFast(MessageEvent event, long delay) {
    boolean isTyped = event.textLength() * 1_000_000L <= delay * CHARACTERS_PER_SECOND;
    return delay <= INSTANT_MICROS || !isTyped;
  }
}
