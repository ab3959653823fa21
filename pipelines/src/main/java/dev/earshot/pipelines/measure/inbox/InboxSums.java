package dev.earshot.pipelines.measure.inbox;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.statistics.authors.ClusterTallies;
import dev.earshot.models.statistics.authors.ClusterTally;
import dev.earshot.models.statistics.authors.ClusteredRate;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.survival.Durations;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conversations added up: their size depends on how differently people write and how long they
 * wait, not on how many there are. Mutable.
 */
final class InboxSums {
  private static final int COMPLIMENT_ONLY = 0;
  private static final int TECHNICAL = 2;
  private static final int HEALTH_CLASSES = 3;

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

  private final ClusterTallies health = new ClusterTallies(HEALTH_CLASSES);
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
   * Adds a person by all their classified conversations.
   *
   * @param complimentOnly conversations that are nothing but a compliment
   * @param other conversations that are neither
   * @param technical conversations about a technical issue
   */
  void addPerson(int complimentOnly, int other, int technical) {
    people++;
    health.add(ClusterTally.of(complimentOnly, other, technical), 1);
  }

  /** Compliment-only minus technical conversations by classified ones, clustered by person. */
  @Nullable Estimate health() {
    return ClusteredRate.net(health, COMPLIMENT_ONLY, TECHNICAL);
  }

  long count(Intent intent) {
    return byIntent.getOrDefault(intent, 0L);
  }
}
