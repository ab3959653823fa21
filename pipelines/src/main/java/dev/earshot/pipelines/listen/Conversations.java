package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.Intent;
import dev.earshot.pipelines.listen.PersonFact.Direction;
import dev.earshot.pipelines.listen.PersonFact.MessageEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Splits the messages between one person and one brand into conversations. */
final class Conversations {
  /** The silence that ends a conversation. */
  static final long SILENCE_MICROS = 72L * 3600 * 1_000_000;

  private static final Comparator<MessageEvent> BEST_FIRST =
      Comparator.comparing(MessageEvent::isReadable)
          .reversed()
          .thenComparing(event -> -event.intents().size())
          .thenComparingInt(MessageEvent::source);
  private static final Comparator<MessageEvent> IN_ORDER =
      Comparator.comparingLong(MessageEvent::atMicros)
          .thenComparing(MessageEvent::direction)
          .thenComparing(MessageEvent::messageId);

  private Conversations() {}

  /** The versions of each message, the one that counts first. */
  static List<List<MessageEvent>> versions(List<MessageEvent> events) {
    Map<String, List<MessageEvent>> byId = new TreeMap<>();
    for (MessageEvent event : events) {
      byId.computeIfAbsent(event.messageId(), id -> new ArrayList<>(1)).add(event);
    }
    byId.values().forEach(list -> list.sort(BEST_FIRST));
    return List.copyOf(byId.values());
  }

  /** The conversations, oldest first, each in order of time. */
  static List<Conversation> of(List<MessageEvent> distinct) {
    List<MessageEvent> sorted = new ArrayList<>(distinct);
    sorted.sort(IN_ORDER);
    List<Conversation> conversations = new ArrayList<>();
    List<MessageEvent> current = new ArrayList<>();
    for (MessageEvent event : sorted) {
      if (!current.isEmpty()
          && event.atMicros() - current.get(current.size() - 1).atMicros() > SILENCE_MICROS) {
        conversations.add(new Conversation(Collections.unmodifiableList(current)));
        current = new ArrayList<>();
      }
      current.add(event);
    }
    if (!current.isEmpty()) {
      conversations.add(new Conversation(Collections.unmodifiableList(current)));
    }
    return conversations;
  }

  /** One conversation: at least one message, in order of time. */
  record Conversation(List<MessageEvent> events) {
    long openedAt() {
      return events.get(0).atMicros();
    }

    long lastAt() {
      return events.get(events.size() - 1).atMicros();
    }

    long count(Direction direction) {
      return events.stream().filter(event -> event.direction() == direction).count();
    }

    @Nullable Long firstInboundAt() {
      return events.stream()
          .filter(event -> event.direction() == Direction.INBOUND)
          .map(MessageEvent::atMicros)
          .findFirst()
          .orElse(null);
    }

    @Nullable Long firstResponseAt() {
      Long inbound = firstInboundAt();
      if (inbound == null) {
        return null;
      }
      return events.stream()
          .filter(event -> event.direction() == Direction.OUTBOUND)
          .map(MessageEvent::atMicros)
          .filter(at -> at >= inbound)
          .findFirst()
          .orElse(null);
    }

    Set<Intent> intents() {
      Set<Intent> intents = EnumSet.noneOf(Intent.class);
      events.stream()
          .filter(event -> event.direction() == Direction.INBOUND)
          .forEach(event -> intents.addAll(event.intents()));
      return intents;
    }

    boolean isReadable() {
      return events.stream().anyMatch(MessageEvent::isReadable);
    }
  }
}
