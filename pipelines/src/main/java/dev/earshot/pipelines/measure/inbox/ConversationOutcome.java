package dev.earshot.pipelines.measure.inbox;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.Intent;
import dev.earshot.pipelines.facts.InboxFact;
import dev.earshot.pipelines.run.BusinessClock;
import java.util.Set;

/**
 * A conversation and what had become of it at the run's clock.
 *
 * @param network where it was held
 * @param personId the person in it, within the network
 * @param day when it was opened, local date of the brand
 * @param inboundCount messages of the person
 * @param outboundCount messages of the brand
 * @param intents of the person
 * @param seconds from the person's first message to the brand's first response, or to the clock
 *     where there was none
 * @param businessSeconds those of them that fall into business hours
 * @param isAnswered whether there was a response
 * @param isObserved whether it asks for one, 72 hours before the clock or earlier
 * @param isListened whether the response came within 72 hours
 */
record ConversationOutcome(
    String network,
    String personId,
    int day,
    long inboundCount,
    long outboundCount,
    Set<Intent> intents,
    long seconds,
    long businessSeconds,
    boolean isAnswered,
    boolean isObserved,
    boolean isListened) {
  private static final long SECOND_MICROS = 1_000_000;

  /** What had become of a conversation with a brand, as of UTC microseconds. */
  static ConversationOutcome of(Brand brand, InboxFact fact, long asOf) {
    long asked = fact.firstInboundAtMicros();
    Long response = fact.firstResponseAtMicros();
    long end = response == null ? Math.max(asOf, asked) : response;
    boolean asks = fact.isDirect() || InboxFact.isAsking(fact.intents());
    return new ConversationOutcome(
        fact.network(),
        fact.personId(),
        fact.day(),
        fact.inboundCount(),
        fact.outboundCount(),
        fact.intents(),
        (end - asked) / SECOND_MICROS,
        BusinessClock.seconds(brand, asked, end),
        response != null,
        asks && asked + InboxFact.LISTEN_MICROS <= asOf,
        response != null && response - asked <= InboxFact.LISTEN_MICROS);
  }

  /** An order in which conversations of one network and person stand together. */
  static int byPerson(ConversationOutcome one, ConversationOutcome other) {
    int byNetwork = one.network.compareTo(other.network);
    return byNetwork == 0 ? one.personId.compareTo(other.personId) : byNetwork;
  }

  boolean isOf(ConversationOutcome other) {
    return network.equals(other.network) && personId.equals(other.personId);
  }

  boolean isClassified() {
    return !intents.isEmpty();
  }

  boolean isTechnical() {
    return intents.contains(Intent.TECHNICAL_ISSUE);
  }

  /** Whether the person praises and neither complains nor has a technical issue. */
  boolean isComplimentOnly() {
    return intents.contains(Intent.COMPLIMENT)
        && !intents.contains(Intent.COMPLAINT)
        && !isTechnical();
  }
}
