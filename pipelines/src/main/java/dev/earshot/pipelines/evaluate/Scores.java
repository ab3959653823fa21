package dev.earshot.pipelines.evaluate;

import dev.earshot.models.evaluation.CalibrationBins;
import dev.earshot.models.evaluation.LabelScheme;
import dev.earshot.models.evaluation.MultiLabelTally;
import dev.earshot.models.evaluation.QualityReport;
import dev.earshot.models.evaluation.SingleLabelTally;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds answers against labels. */
final class Scores {
  private final Labelling labelling;
  private final SingleLabelTally single;
  private final MultiLabelTally multi;
  private final CalibrationBins bins = new CalibrationBins();

  Scores(Labelling labelling) {
    this.labelling = labelling;
    single = new SingleLabelTally(labelling.classes());
    multi = new MultiLabelTally(labelling.classes());
  }

  void add(Set<String> actual, Answer answer) {
    if (labelling.isMultiLabel()) {
      multi.add(actual, answer.labels());
      return;
    }
    String label = actual.isEmpty() ? LabelScheme.NONE : actual.iterator().next();
    String predicted = predicted(answer);
    single.add(label, predicted);
    List<Double> probabilities = answer.probabilities();
    if (!probabilities.isEmpty() && predicted != null) {
      double probability = probabilities.get(labelling.classes().indexOf(predicted));
      bins.add(probability, predicted.equals(label));
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

  QualityReport report() {
    return QualityReport.of(labelling.isMultiLabel() ? multi : single, bins);
  }
}
