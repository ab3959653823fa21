package dev.earshot.pipelines.measure.relationship;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.proportions.ProportionDifference;
import dev.earshot.models.statistics.proportions.WilsonInterval;
import dev.earshot.pipelines.tables.Estimated;
import org.jspecify.annotations.Nullable;

/** Posts of a brand in a month and the one before, and how many spoke to nobody. Mutable. */
final class PostSums {
  private static final int RELIABLE_FROM = 10;

  private long count;
  private long broadcasts;
  private long countBefore;
  private long broadcastsBefore;

  void addNow(boolean isBroadcast) {
    count++;
    broadcasts += isBroadcast ? 1 : 0;
  }

  void addBefore(boolean isBroadcast) {
    countBefore++;
    broadcastsBefore += isBroadcast ? 1 : 0;
  }

  long count() {
    return count;
  }

  long broadcastCount() {
    return broadcasts;
  }

  Estimated value() {
    return Estimated.rate(broadcasts, count, WilsonInterval.of(broadcasts, count));
  }

  @Nullable Double valueBefore() {
    return Estimated.rate(broadcastsBefore, countBefore, null).value();
  }

  @Nullable Estimate change() {
    return ProportionDifference.of(broadcasts, count, broadcastsBefore, countBefore);
  }

  boolean isReliable() {
    return count >= RELIABLE_FROM;
  }
}
