package dev.earshot.pipelines.evaluate;

import dev.earshot.models.evaluation.CalibrationBins;
import dev.earshot.models.evaluation.LabelScheme;
import dev.earshot.models.evaluation.MultiLabelTally;
import dev.earshot.models.evaluation.QualityReport;
import dev.earshot.models.evaluation.SingleLabelTally;
import dev.earshot.models.quantification.Calibration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds answers against labels. */
final class Scores {
  private final Labelling labelling;
  private final SingleLabelTally single;
  private final MultiLabelTally multi;
  private final CalibrationBins bins = new CalibrationBins();
  private final Shares shares;
  private final Map<String, long[]> counts = new TreeMap<>();

  Scores(Labelling labelling, Map<String, Calibration> calibrations) {
    shares = new Shares(labelling.classes(), calibrations);
    this.labelling = labelling;
    single = new SingleLabelTally(labelling.classes());
    multi = new MultiLabelTally(labelling.classes());
  }

  void add(String group, Set<String> actual, Answer answer) {
    if (labelling.isMultiLabel()) {
      multi.add(actual, answer.labels());
      for (String label : answer.labels()) {
        addConfidence(answer, label, actual.contains(label));
      }
      return;
    }
    String label = actual.isEmpty() ? LabelScheme.NONE : actual.iterator().next();
    String predicted = predicted(answer);
    single.add(label, predicted);
    if (predicted != null) {
      shares.add(group, label, predicted, answer);
      count(label, predicted, answer.language());
    }
    if (predicted != null) {
      addConfidence(answer, predicted, predicted.equals(label));
    }
  }

  /** Answers that the file has no class for are not held against it. */
  private void addConfidence(Answer answer, String predicted, boolean isHit) {
    Double confidence = answer.confidences().get(predicted);
    if (confidence != null && labelling.classes().contains(predicted)) {
      bins.add(confidence, isHit);
    }
  }

  /** The predicted class; of a yes or no, no where the class is not among the answers. */
  @Nullable String predicted(Answer answer) {
    if (!labelling.isYesOrNo()) {
      return answer.label();
    }
    String yes = labelling.classes().get(0);
    return answer.labels().contains(yes) ? yes : LabelScheme.NONE;
  }

  private void count(String label, String predicted, @Nullable String language) {
    int size = labelling.classes().size();
    int actual = labelling.classes().indexOf(label);
    int guess = labelling.classes().indexOf(predicted);
    if (language != null && guess >= 0) {
      counts.computeIfAbsent(language, key -> new long[size * size])[actual * size + guess]++;
    }
  }

  /** The rows with an answer by language, actual * classes + predicted. */
  Map<String, long[]> counts() {
    return counts;
  }

  Shares.@Nullable Result shares() {
    return shares.result();
  }

  QualityReport report() {
    return QualityReport.of(labelling.isMultiLabel() ? multi : single, bins);
  }
}
