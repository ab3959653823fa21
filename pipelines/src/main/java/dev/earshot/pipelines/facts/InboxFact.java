package dev.earshot.pipelines.facts;

import dev.earshot.models.domain.Intent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in which a person wrote at least once, for the inbox measures.
 *
 * @param day when it was opened, local date of the brand
 * @param firstResponseAtMicros the first human reply after the first inbound message, or null
 */
public record InboxFact(
    String brandId,
    String network,
    boolean isDirect,
    String personId,
    int day,
    long inboundCount,
    long outboundCount,
    Set<Intent> intents,
    long firstInboundAtMicros,
    @Nullable Long firstResponseAtMicros) {
  /** How long a brand has to answer so that it listens. */
  public static final long LISTEN_MICROS = 72L * 3600 * 1_000_000;

  /** Whether somebody who wants this waits for an answer. */
  public static boolean isAsking(Set<Intent> intents) {
    return intents.contains(Intent.QUESTION) || intents.contains(Intent.COMPLAINT);
  }
}
