package dev.earshot.models.episodes;

/**
 * Tells where an episode ends and the next begins: with a silence, and where there is none for
 * long, at the start of a block of time.
 *
 * <p>Blocks have a fixed length and are counted from the epoch (UTC). What has gone on without a
 * silence for the whole length of a block before the start of one is cut there. So an episode is
 * shorter than two blocks, and where the episode of an event begins is known from a block and a
 * silence before the block of the event: what was seen of a year gives the same episodes as what
 * was seen of these days alone. Mutable; one for each sequence of events.
 */
public final class Episodes {
  private final long silenceMicros;
  private final long blockMicros;
  private boolean hasBegun;
  private long unbrokenSince;
  private long lastAt;

  /**
   * Nothing has happened yet.
   *
   * @param silenceMicros the longest time between two events of an episode
   * @param blockMicros length of a block, longer than a silence
   */
  public Episodes(long silenceMicros, long blockMicros) {
    this.silenceMicros = silenceMicros;
    this.blockMicros = blockMicros;
  }

  /**
   * Adds the next event.
   *
   * @param atMicros when, UTC microseconds since the epoch; never before the event before
   * @return whether an episode begins with it
   */
  public boolean isBegunBy(long atMicros) {
    boolean isAfterSilence = !hasBegun || atMicros - lastAt > silenceMicros;
    if (isAfterSilence) {
      hasBegun = true;
      unbrokenSince = atMicros;
    }
    long blockStart = Math.floorDiv(atMicros, blockMicros) * blockMicros;
    boolean isCut =
        !isAfterSilence && lastAt < blockStart && unbrokenSince <= blockStart - blockMicros;
    lastAt = atMicros;
    return isAfterSilence || isCut;
  }
}
