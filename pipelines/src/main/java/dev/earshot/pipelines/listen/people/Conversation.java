package dev.earshot.pipelines.listen.people;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.episodes.Episodes;
import dev.earshot.pipelines.facts.AboutPerson.Direction;
import dev.earshot.pipelines.facts.AboutPerson.MessageEvent;
import dev.earshot.pipelines.facts.InboxFact;
import dev.earshot.pipelines.facts.RelationFact.Talk;
import dev.earshot.pipelines.facts.RepeatedText;
import dev.earshot.pipelines.run.Reach;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One conversation between a person and a brand: messages in order of time, none more than 72 hours
 * after the one before, cut as {@link Episodes} are where there is no such silence for weeks. Added
 * up as they come, so that one of a million messages takes no memory.
 */
public final class Conversation {
  /** The silence that ends a conversation. */
  static final long SILENCE_MICROS = 72L * 3600 * 1_000_000;

  private static final int SILENCE_DAYS = 3;
  private static final int BLOCK_DAYS = 28;
  private static final long BLOCK_MICROS = BLOCK_DAYS * 86_400_000_000L;

  /** Where a message's conversation begins, and where a conversation that begins ends. */
  public static final Reach REACH = new Reach(2 * BLOCK_DAYS + SILENCE_DAYS, 2 * BLOCK_DAYS);

  /** The same of direct messages, and who else got the same text in a message's block. */
  public static final Reach DIRECT_REACH =
      REACH.plus(new Reach(RepeatedText.BLOCK_DAYS, RepeatedText.BLOCK_DAYS));

  private final MessageEvent first;
  private final Map<Direction, Long> counts = new EnumMap<>(Direction.class);
  private final Set<Intent> intents = EnumSet.noneOf(Intent.class);
  private long lastAt;
  private @Nullable Long firstInboundAt;
  private @Nullable Long firstOutboundAt;
  private @Nullable Long firstResponseAt;
  private boolean isReadable;

  /** The conversation that begins with a message. */
  Conversation(MessageEvent first) {
    this.first = first;
    add(first);
  }

  /** Tells where the conversations begin among the messages of one person, in order of time. */
  static Episodes episodes() {
    return new Episodes(SILENCE_MICROS, BLOCK_MICROS);
  }

  /** Adds a message that is not earlier than the last. */
  void add(MessageEvent event) {
    counts.merge(event.direction(), 1L, Long::sum);
    lastAt = event.atMicros();
    isReadable |= event.isReadable();
    if (event.direction() == Direction.INBOUND) {
      intents.addAll(event.intents());
      firstInboundAt = firstInboundAt == null ? Long.valueOf(lastAt) : firstInboundAt;
    } else if (event.direction() == Direction.OUTBOUND) {
      firstOutboundAt = firstOutboundAt == null ? Long.valueOf(lastAt) : firstOutboundAt;
      if (firstInboundAt != null && firstResponseAt == null) {
        firstResponseAt = lastAt;
      }
    }
  }

  long openedAt() {
    return first.atMicros();
  }

  long lastAt() {
    return lastAt;
  }

  /** Whether the person wrote first. */
  boolean isOpenedByPerson() {
    return first.direction() == Direction.INBOUND;
  }

  long count(Direction direction) {
    return counts.getOrDefault(direction, 0L);
  }

  @Nullable Long firstInboundAt() {
    return firstInboundAt;
  }

  /** What it is between the two. */
  Talk talk() {
    return new Talk(
        isOpenedByPerson(),
        InboxFact.isAsking(intents),
        intents.contains(Intent.PRIVACY_CONCERN),
        firstInboundAt,
        firstResponseAt,
        firstOutboundAt);
  }

  /** When the brand first wrote after the person did, by hand, or null. */
  @Nullable Long firstResponseAt() {
    return firstResponseAt;
  }

  /** What the person wants, in all messages. */
  Set<Intent> intents() {
    return intents;
  }

  boolean isReadable() {
    return isReadable;
  }
}
