package dev.earshot.models.training;

import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.sentiment.FeatureWeights;
import dev.earshot.models.sentiment.SentimentModel;
import dev.earshot.models.sentiment.SentimentParameters;
import dev.earshot.models.text.Tokenizer;
import java.util.List;
import java.util.Locale;

/**
 * A sentiment model on labelled tweets. Calibration is measured and fitted as if the classes were
 * equally frequent: each tweet weighs the inverse of its class's size.
 */
final class SentimentEvaluation {
  private static final int CLASSES = FeatureWeights.CLASSES;
  private static final int BINS = 15;
  private static final String[] NAMES = {"negative", "neutral", "positive"};

  private final double[][] probabilities;
  private final int[] labels;
  private final ConfusionMatrix confusion = new ConfusionMatrix(CLASSES);

  private SentimentEvaluation(int size) {
    probabilities = new double[size][];
    labels = new int[size];
  }

  static SentimentEvaluation of(SentimentParameters parameters, List<LabelledTweet> tweets) {
    SentimentEvaluation evaluation = new SentimentEvaluation(tweets.size());
    SentimentModel model = SentimentModel.of(parameters);
    Tokenizer tokenizer = new Tokenizer();
    for (int i = 0; i < tweets.size(); i++) {
      Sentiment sentiment = model.score(tokenizer.tokenize(tweets.get(i).text()));
      evaluation.probabilities[i] =
          new double[] {sentiment.negative(), sentiment.neutral(), sentiment.positive()};
      evaluation.labels[i] = tweets.get(i).label();
      evaluation.confusion.add(evaluation.labels[i], argmax(evaluation.probabilities[i]));
    }
    return evaluation;
  }

  /** The temperature of least log loss among equally frequent classes. */
  float bestTemperature() {
    return scaling().best();
  }

  double macroRecall() {
    return confusion.macroRecall();
  }

  String report() {
    StringBuilder report = new StringBuilder();
    line(report, "tweets_validation", labels.length);
    line(report, "macro_recall", confusion.macroRecall());
    line(report, "accuracy", confusion.accuracy());
    for (int k = 0; k < CLASSES; k++) {
      line(report, "tweets_" + NAMES[k], confusion.actual(k));
      line(report, "recall_" + NAMES[k], confusion.recall(k));
      line(report, "precision_" + NAMES[k], confusion.precision(k));
    }
    line(report, "log_loss_balanced", scaling().logLoss(1));
    line(report, "expected_calibration_error_balanced", calibrationError(true));
    line(report, "expected_calibration_error_as_is", calibrationError(false));
    return report.toString();
  }

  private TemperatureScaling scaling() {
    double[][] scores = new double[labels.length][CLASSES];
    double[] classWeights = new double[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      classWeights[k] = 1d / confusion.actual(k);
    }
    for (int i = 0; i < labels.length; i++) {
      for (int k = 0; k < CLASSES; k++) {
        scores[i][k] = StrictMath.log(probabilities[i][k]);
      }
    }
    return new TemperatureScaling(scores, labels, classWeights);
  }

  /**
   * Expected calibration error of the most probable class in 15 equal bins (Naeini et al. 2015).
   */
  private double calibrationError(boolean isBalanced) {
    double[] confidence = new double[BINS];
    double[] hits = new double[BINS];
    double total = 0;
    for (int i = 0; i < labels.length; i++) {
      int predicted = argmax(probabilities[i]);
      double weight = isBalanced ? 1d / confusion.actual(labels[i]) : 1;
      int bin = Math.min(BINS - 1, (int) (probabilities[i][predicted] * BINS));
      confidence[bin] += weight * probabilities[i][predicted];
      hits[bin] += predicted == labels[i] ? weight : 0;
      total += weight;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(confidence[bin] - hits[bin]);
    }
    return error / total;
  }

  private static int argmax(double[] values) {
    int best = 0;
    for (int k = 1; k < values.length; k++) {
      best = values[k] > values[best] ? k : best;
    }
    return best;
  }

  private static void line(StringBuilder report, String measure, long value) {
    report.append(measure).append('\t').append(value).append('\n');
  }

  private static void line(StringBuilder report, String measure, double value) {
    report.append(measure).append('\t').append(String.format(Locale.ROOT, "%.4f", value));
    report.append('\n');
  }
}
