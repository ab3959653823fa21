package dev.earshot.models.evaluation;

import dev.earshot.models.statistics.basics.Interval;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Confusion counts of one evaluation: predicted against actual labels of a labelled file. */
public interface Tally {
  /** Rows that were counted. */
  long size();

  /** Rows that are right as a whole. */
  long right();

  /** Each class, in its order. */
  List<ClassQuality> classes();

  /** Counts by actual and by predicted class. */
  Map<String, Map<String, Long>> confusion();

  /** The interval of the mean recall, or of the mean F1; null where it is not known. */
  @Nullable Interval macroInterval(Macro macro);

  /** What is averaged over classes. */
  enum Macro {
    RECALL,
    F1
  }
}
