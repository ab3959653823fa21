package dev.earshot.pipelines.facts;

import dev.earshot.pipelines.facts.AboutPerson.MessageEvent;

/**
 * A text that a brand sends in a block of days, equal for equal texts.
 *
 * @param textKey keyed hash of the brand and the text without names
 * @param block the block, whole ones since 1970
 */
public record RepeatedText(long textKey, int block) {
  /** Days of a block, in UTC. */
  public static final int BLOCK_DAYS = 28;

  private static final long BLOCK_MICROS = BLOCK_DAYS * 86_400_000_000L;

  /** What a message of a brand says, in the block in which it says so. */
  public static RepeatedText of(MessageEvent event) {
    return new RepeatedText(event.textKey(), (int) Math.floorDiv(event.atMicros(), BLOCK_MICROS));
  }
}
