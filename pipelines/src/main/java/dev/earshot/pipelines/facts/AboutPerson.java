package dev.earshot.pipelines.facts;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Polarity;
import dev.earshot.models.statistics.basics.SplitMix64;
import dev.earshot.pipelines.beam.Fingerprints;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened between a person and a brand, on its way to the place where everything
 * about the two meets.
 *
 * @param brandId the brand
 * @param network where it happened
 * @param personId pseudonym of the person
 */
public record AboutPerson(String brandId, String network, String personId, Said said) {

  /** What a person said about a brand or to it, or the brand to the person. */
  public sealed interface Said permits MentionFact, ShareFact, MessageEvent {}

  /**
   * Persons and brands one after the other; of each, mentions first, then what was passed on, then
   * messages in the open, then direct ones, the deliveries of a message together.
   */
  public static final Comparator<AboutPerson> ORDER =
      Comparator.comparing(AboutPerson::brandId)
          .thenComparing(AboutPerson::network)
          .thenComparing(AboutPerson::personId)
          .thenComparing(AboutPerson::said, AboutPerson::compare);

  private static int compare(Said one, Said other) {
    if (one instanceof MessageEvent a && other instanceof MessageEvent b) {
      return MessageEvent.ORDER.compare(a, b);
    }
    return Integer.compare(rank(one), rank(other));
  }

  private static int rank(Said said) {
    if (said instanceof MessageEvent) {
      return 2;
    }
    return said instanceof ShareFact ? 1 : 0;
  }

  /**
   * A public post of the person about the brand.
   *
   * @param dimensions the dimensions of reputation that it touches, as bits
   * @param phrases its key phrases; none for a repost
   * @param intents what the person wants of the brand
   */
  public record MentionFact(
      int day,
      @Nullable String language,
      @Nullable Polarity polarity,
      boolean isCanonical,
      List<String> topics,
      int dimensions,
      List<String> phrases,
      Set<Intent> intents)
      implements Said {}

  /**
   * That one of the two repeated or quoted a post of the other.
   *
   * @param isByBrand whether the brand passed on what the person wrote
   */
  public record ShareFact(int day, boolean isByBrand, long atMicros) implements Said {}

  /** Who wrote a message. */
  public enum Direction {
    INBOUND,
    OUTBOUND,
    AUTOMATED
  }

  /** What told that a message was not written by hand. */
  public enum Automation {
    FIELD,
    BRAND_FILE,
    KNOWN_TEXT,
    REPETITION,
    SPEED
  }

  /**
   * A message between the two, public or direct.
   *
   * @param isDirect true for a direct message
   * @param messageId tells versions of the same message; kept in memory only
   * @param isReadable whether intents can be read in its language
   * @param source index of its file, or -1 for a public post, which is accounted for elsewhere
   * @param textLength characters of a direct message of the brand; 0 for others
   * @param textKey keyed hash of such a message's text, equal for texts of a brand that differ in
   *     names only
   * @param isToMany whether many persons got this text
   * @param automation why it is taken for automatic, or null where it is not
   */
  public record MessageEvent(
      boolean isDirect,
      Direction direction,
      long atMicros,
      String messageId,
      Set<Intent> intents,
      boolean isReadable,
      int source,
      int textLength,
      long textKey,
      boolean isToMany,
      @Nullable Automation automation)
      implements Said {

    /** A message of whose text nothing is kept. */
    public MessageEvent(
        boolean isDirect,
        Direction direction,
        long atMicros,
        String messageId,
        Set<Intent> intents,
        boolean isReadable,
        int source) {
      this(
          isDirect, direction, atMicros, messageId, intents, isReadable, source, 0, 0, false, null);
    }

    /** This message as one that was not written by hand. */
    public MessageEvent automatedBy(Automation reason) {
      return with(Direction.AUTOMATED, isToMany, reason);
    }

    /** This message as one whose text many persons got. */
    public MessageEvent toMany() {
      return with(direction, true, automation);
    }

    private MessageEvent with(Direction judged, boolean many, @Nullable Automation reason) {
      return new MessageEvent(
          isDirect,
          judged,
          atMicros,
          messageId,
          intents,
          isReadable,
          source,
          textLength,
          textKey,
          many,
          reason);
    }

    /** The deliveries of a message together, the one that says most of it first. */
    static final Comparator<MessageEvent> ORDER =
        Comparator.comparing(MessageEvent::isDirect)
            .thenComparing(MessageEvent::messageId)
            .thenComparing(MessageEvent::isReadable, Comparator.reverseOrder())
            .thenComparingInt(event -> -event.intents().size())
            .thenComparingInt(MessageEvent::source)
            .thenComparingLong(MessageEvent::atMicros);

    private boolean isSameMessage(MessageEvent other) {
      return isDirect == other.isDirect && messageId.equals(other.messageId);
    }
  }

  /** A short key under which the facts of a person and a brand meet; others may share it. */
  public long key() {
    return SplitMix64.mix(Fingerprints.of(brandId, network)) ^ Fingerprints.of(personId, "");
  }

  /** Another thing between the same two. */
  public AboutPerson saying(Said other) {
    return new AboutPerson(brandId, network, personId, other);
  }

  /** The message between the two, where it is one that was said. */
  public MessageEvent message() {
    return (MessageEvent) said;
  }

  /** Whether the other is about the same person and brand. */
  public boolean isSamePair(AboutPerson other) {
    return personId.equals(other.personId)
        && brandId.equals(other.brandId)
        && network.equals(other.network);
  }

  /** Whether the other is a delivery of the same message. */
  public boolean isSameMessage(AboutPerson other) {
    return said instanceof MessageEvent event
        && other.said instanceof MessageEvent same
        && isSamePair(other)
        && event.isSameMessage(same);
  }

  /** What tells one person and brand from another under the same key. */
  public String pair() {
    return brandId + '\n' + network + '\n' + personId;
  }
}
