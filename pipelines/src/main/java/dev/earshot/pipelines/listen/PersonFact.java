package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.beam.Fingerprints;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened between a person and a brand, on its way to the place where everything
 * about the two meets. Exactly one of {@code mention} and {@code event} is set.
 *
 * @param brandId the brand
 * @param network where it happened
 * @param personId pseudonym of the person
 */
record PersonFact(
    String brandId,
    String network,
    String personId,
    @Nullable MentionFact mention,
    @Nullable MessageEvent event) {

  /**
   * A public post of the person about the brand.
   *
   * @param dimensions the dimensions of reputation that it touches, as bits
   * @param phrases its key phrases; none for a repost
   */
  record MentionFact(
      int day,
      @Nullable String language,
      @Nullable Polarity polarity,
      boolean isCanonical,
      List<String> topics,
      int dimensions,
      List<String> phrases) {}

  /** Who wrote a message. */
  enum Direction {
    INBOUND,
    OUTBOUND,
    AUTOMATED
  }

  /**
   * A message between the two, public or direct.
   *
   * @param isDirect true for a direct message
   * @param messageId tells versions of the same message; kept in memory only
   * @param isReadable whether intents can be read in its language
   * @param source index of its file, or -1 for a public post, which is accounted for elsewhere
   */
  record MessageEvent(
      boolean isDirect,
      Direction direction,
      long atMicros,
      String messageId,
      Set<Intent> intents,
      boolean isReadable,
      int source) {}

  /** A short key under which the facts of a person and a brand meet; others may share it. */
  long key() {
    return Fingerprints.mix(Fingerprints.of(brandId, network)) ^ Fingerprints.of(personId, "");
  }

  /** What tells one person and brand from another under the same key. */
  String pair() {
    return brandId + '\n' + network + '\n' + personId;
  }
}
