package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.sources.times.DayOrder;
import org.jspecify.annotations.Nullable;

/**
 * What became of the records of one source: the terms of the balance read = accepted + rejected +
 * duplicates + out of scope.
 *
 * @param read records read
 * @param accepted records that stand in a table
 * @param rejected records that stand in {@code rejected_records}
 * @param duplicates other versions of an accepted record
 * @param outOfScope records about no brand, or outside of the run's dates
 * @param context of the out-of-scope records, those used for windows and replies
 * @param flagged of the records read, those whose text was mended
 * @param dayOrder how dates of numbers were read, or null where the source does not tell
 * @param automatic of the records read, messages that nobody wrote
 * @param skipped what else the source held; no part of the balance
 * @param earliestMicros the earliest time of a record, or null where none has one
 */
public record SourceBalance(
    long read,
    long accepted,
    long rejected,
    long duplicates,
    long outOfScope,
    long context,
    long flagged,
    AutomaticCounts automatic,
    @Nullable DayOrder dayOrder,
    SkipCounts skipped,
    @Nullable Long earliestMicros) {
  public static final SourceBalance NONE = new SourceBalance(0, 0, 0, 0, 0, 0);

  SourceBalance(
      long read, long accepted, long rejected, long duplicates, long outOfScope, long context) {
    this(
        read,
        accepted,
        rejected,
        duplicates,
        outOfScope,
        context,
        0,
        AutomaticCounts.NONE,
        null,
        SkipCounts.NONE,
        null);
  }

  /** The sum of two accounts. */
  public SourceBalance plus(SourceBalance other) {
    return new SourceBalance(
        read + other.read,
        accepted + other.accepted,
        rejected + other.rejected,
        duplicates + other.duplicates,
        outOfScope + other.outOfScope,
        context + other.context,
        flagged + other.flagged,
        automatic.plus(other.automatic),
        dayOrder == null ? other.dayOrder : dayOrder,
        skipped.plus(other.skipped),
        earlier(earliestMicros, other.earliestMicros));
  }

  /** The same account with a record of this time. */
  SourceBalance since(@Nullable Long micros) {
    return new SourceBalance(
        read,
        accepted,
        rejected,
        duplicates,
        outOfScope,
        context,
        flagged,
        automatic,
        dayOrder,
        skipped,
        earlier(earliestMicros, micros));
  }

  private static @Nullable Long earlier(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.min(one, other);
  }

  /** Whether every record is accounted for. */
  public boolean isBalanced() {
    return read == accepted + rejected + duplicates + outOfScope;
  }
}
