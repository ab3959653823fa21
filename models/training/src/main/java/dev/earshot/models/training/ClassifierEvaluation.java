package dev.earshot.models.training;

import dev.earshot.models.classification.ClassifierParameters;
import dev.earshot.models.classification.TextClassifier;
import dev.earshot.models.training.ClassifierCorpus.Text;
import java.util.List;
import java.util.Locale;

/** Measures of a classifier on labelled texts, as lines of {@code quality.tsv}. */
final class ClassifierEvaluation {
  private ClassifierEvaluation() {}

  /** Accuracy, macro-averaged recall, and recall and precision by class; one class per text. */
  static String report(
      String name, ClassifierParameters parameters, ClassifierFit fit, List<Text> texts) {
    TextClassifier classifier = TextClassifier.of(parameters);
    List<String> classes = classifier.classes();
    ConfusionMatrix confusion = new ConfusionMatrix(classes.size());
    for (Text text : texts) {
      confusion.add(text.label(), argmax(classifier.probabilities(fit.extract(text))));
    }
    StringBuilder report = new StringBuilder();
    report.append(name).append("_texts\t").append(texts.size()).append('\n');
    line(report, name + "_accuracy", confusion.accuracy());
    for (int k = 0; k < classes.size(); k++) {
      if (confusion.actual(k) > 0) {
        report.append(name).append('_').append(classes.get(k)).append("_texts\t");
        report.append(confusion.actual(k)).append('\n');
        line(report, name + "_" + classes.get(k) + "_recall", confusion.recall(k));
        line(report, name + "_" + classes.get(k) + "_precision", confusion.precision(k));
      }
    }
    return report.toString();
  }

  private static int argmax(double[] values) {
    int best = 0;
    for (int k = 1; k < values.length; k++) {
      best = values[k] > values[best] ? k : best;
    }
    return best;
  }

  private static void line(StringBuilder report, String measure, double value) {
    report.append(measure).append('\t').append(String.format(Locale.ROOT, "%.4f", value));
    report.append('\n');
  }
}
