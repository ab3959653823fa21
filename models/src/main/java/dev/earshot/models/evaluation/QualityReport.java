package dev.earshot.models.evaluation;

import dev.earshot.models.evaluation.Tally.Macro;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.proportions.WilsonInterval;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Quality figures of one evaluation: accuracy, recall, F1 and calibration, with intervals. Means
 * over classes are over those that the labels have.
 *
 * @param n rows with a label of the task
 * @param accuracy share of the rows that are right as a whole; null without rows
 * @param macroRecall mean recall of the classes
 * @param macroF1 mean F1 of the classes
 * @param ece expected calibration error, see {@link CalibrationBins}; null without probabilities
 * @param classes each class
 * @param confusion counts, see {@link Tally#confusion}
 */
public record QualityReport(
    long n,
    @Nullable Double accuracy,
    @Nullable Interval accuracyInterval,
    @Nullable Double macroRecall,
    @Nullable Interval macroRecallInterval,
    @Nullable Double macroF1,
    @Nullable Interval macroF1Interval,
    @Nullable Double ece,
    List<ClassQuality> classes,
    Map<String, Map<String, Long>> confusion) {

  /** The report on what was counted. */
  public static QualityReport of(Tally tally, CalibrationBins bins) {
    List<ClassQuality> classes = tally.classes();
    boolean isEmpty = classes.stream().allMatch(quality -> quality.support() == 0);
    return new QualityReport(
        tally.size(),
        tally.size() == 0 ? null : Double.valueOf((double) tally.right() / tally.size()),
        WilsonInterval.of(tally.right(), tally.size()),
        isEmpty ? null : Double.valueOf(mean(classes, Macro.RECALL)),
        isEmpty ? null : tally.macroInterval(Macro.RECALL),
        isEmpty ? null : Double.valueOf(mean(classes, Macro.F1)),
        isEmpty ? null : tally.macroInterval(Macro.F1),
        bins.error(),
        classes,
        tally.confusion());
  }

  /** The mean over the classes that have rows. */
  static double mean(List<ClassQuality> classes, Macro macro) {
    return classes.stream()
        .filter(quality -> quality.support() > 0)
        .map(quality -> macro == Macro.RECALL ? quality.recall() : quality.f1())
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }
}
