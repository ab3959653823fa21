package dev.earshot.pipelines.measure.inbox;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.statistics.authors.ClusterTallies;
import dev.earshot.models.statistics.authors.ClusterTally;
import dev.earshot.models.statistics.authors.ClusteredRate;
import dev.earshot.models.statistics.proportions.WilsonInterval;
import dev.earshot.models.statistics.survival.Durations;
import dev.earshot.pipelines.tables.BrandInboxRow;
import dev.earshot.pipelines.tables.Estimated;
import java.util.EnumMap;
import java.util.Map;

/**
 * The conversations of a period and network, added up: their size depends on how differently people
 * write and how long they wait, not on how many there are. Mutable.
 */
final class InboxSums {
  private static final int COMPLIMENT_ONLY = 0;
  private static final int TECHNICAL = 2;
  private static final int HEALTH_CLASSES = 3;
  private static final int RELIABLE_CONVERSATIONS = 30;

  private long conversations;
  private long people;
  private long inbound;
  private long outbound;
  private long classified;
  private long complimentOnly;
  private long observed;
  private long listened;

  /** Without a response by the clock they are censored there. */
  private final Durations untilResponse = new Durations();

  private final Durations untilResponseInBusinessHours = new Durations();

  /** People by their compliment-only conversations, others classified, and technical ones. */
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
      untilResponse.addEvents(conversation.seconds(), 1);
      untilResponseInBusinessHours.addEvents(conversation.businessSeconds(), 1);
    } else {
      untilResponse.addCensored(conversation.seconds(), 1);
      untilResponseInBusinessHours.addCensored(conversation.businessSeconds(), 1);
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

  boolean areReliable() {
    return conversations >= RELIABLE_CONVERSATIONS;
  }

  BrandInboxRow.Figures figures() {
    long compliments = count(Intent.COMPLIMENT);
    long technical = count(Intent.TECHNICAL_ISSUE);
    return new BrandInboxRow.Figures(
        counts(),
        share(compliments, classified),
        share(technical, classified),
        Estimated.of(ClusteredRate.net(health, COMPLIMENT_ONLY, TECHNICAL)),
        ResponseTimes.of(untilResponse, untilResponseInBusinessHours),
        observed,
        listened,
        share(listened, observed));
  }

  private BrandInboxRow.Counts counts() {
    return new BrandInboxRow.Counts(
        conversations,
        people,
        inbound,
        outbound,
        classified,
        count(Intent.COMPLIMENT),
        complimentOnly,
        count(Intent.TECHNICAL_ISSUE),
        count(Intent.COMPLAINT),
        count(Intent.QUESTION),
        count(Intent.ORDER),
        count(Intent.SUGGESTION),
        count(Intent.CHURN_INTENT),
        count(Intent.PRIVACY_CONCERN),
        count(Intent.PRICE));
  }

  private long count(Intent intent) {
    return byIntent.getOrDefault(intent, 0L);
  }

  private static Estimated share(long count, long of) {
    return Estimated.rate(count, of, WilsonInterval.of(count, of));
  }
}
