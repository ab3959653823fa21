package dev.earshot.pipelines.measure.inbox;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.statistics.authors.AuthorTallies;
import dev.earshot.models.statistics.authors.AuthorTally;
import dev.earshot.models.statistics.survival.Durations;
import java.util.EnumMap;
import java.util.Map;

/**
 * Conversations added up: their size depends on how differently people write and how long they
 * wait, not on how many there are. Mutable.
 */
final class InboxSums {
  long conversations;
  long people;
  long inbound;
  long outbound;
  long classified;
  long complimentOnly;
  long answered;
  long observed;
  long listened;

  /** Business seconds to the first response; without one they are censored at the clock. */
  final Durations untilResponse = new Durations();

  /** People by their compliment-only conversations, technical ones, and others classified. */
  final AuthorTallies health = new AuthorTallies();

  private final Map<Intent, Long> byIntent = new EnumMap<>(Intent.class);

  void add(ConversationOutcome conversation) {
    conversations++;
    inbound += conversation.inboundCount();
    outbound += conversation.outboundCount();
    classified += conversation.isClassified() ? 1 : 0;
    complimentOnly += conversation.isComplimentOnly() ? 1 : 0;
    conversation.intents().forEach(intent -> byIntent.merge(intent, 1L, Long::sum));
    observed += conversation.isObserved() ? 1 : 0;
    listened += conversation.isObserved() && conversation.isListened() ? 1 : 0;
    if (conversation.isAnswered()) {
      answered++;
      untilResponse.addEvents(conversation.seconds(), 1);
    } else {
      untilResponse.addCensored(conversation.seconds(), 1);
    }
  }

  /**
   * Adds a person.
   *
   * @param said what they wrote in all their conversations
   */
  void addPerson(AuthorTally said) {
    people++;
    health.add(said, 1);
  }

  long count(Intent intent) {
    return byIntent.getOrDefault(intent, 0L);
  }
}
