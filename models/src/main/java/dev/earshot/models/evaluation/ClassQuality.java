package dev.earshot.models.evaluation;

import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.proportions.WilsonInterval;
import org.jspecify.annotations.Nullable;

/**
 * How well one class is found.
 *
 * @param label the class
 * @param support rows of the class
 * @param predicted rows that were taken for it
 * @param hits rows of the class that were taken for it
 */
public record ClassQuality(String label, long support, long predicted, long hits) {

  /** Hits by rows taken for the class; null where there are none. */
  public @Nullable Double precision() {
    return predicted == 0 ? null : Double.valueOf((double) hits / predicted);
  }

  /** Hits by rows of the class; null where there are none. */
  public @Nullable Double recall() {
    return support == 0 ? null : Double.valueOf((double) hits / support);
  }

  /** The harmonic mean of precision and recall; 0 without a hit, null for an absent class. */
  public @Nullable Double f1() {
    return support + predicted == 0 ? null : Double.valueOf(2d * hits / (support + predicted));
  }

  /** The 95 % interval of the precision, rows taken as independent. */
  public @Nullable Interval precisionInterval() {
    return WilsonInterval.of(hits, predicted);
  }

  /** The 95 % interval of the recall, rows taken as independent. */
  public @Nullable Interval recallInterval() {
    return WilsonInterval.of(hits, support);
  }
}
