package dev.earshot.pipelines.measure.coverage;

import dev.earshot.pipelines.tables.MissingReason;
import org.jspecify.annotations.Nullable;

/**
 * How much of a window or period the input covers.
 *
 * @param days its days that are covered
 * @param of all of its days
 */
public record Covered(int days, int of) {
  /** Whether what was counted is of all its days. */
  public boolean isWhole() {
    return days == of;
  }

  /** Why a value is not to be relied on, where nothing else is the reason. */
  public @Nullable MissingReason reasonAfter(@Nullable MissingReason other) {
    return other != null || isWhole() ? other : MissingReason.PARTLY_COVERED_BY_INPUT;
  }
}
