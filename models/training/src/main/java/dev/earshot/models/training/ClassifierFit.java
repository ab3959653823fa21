package dev.earshot.models.training;

import dev.earshot.models.classification.ClassifierParameters;
import dev.earshot.models.classification.TextClassifier;
import dev.earshot.models.sentiment.SentimentFeatures;
import dev.earshot.models.sentiment.ValenceLexicon;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.training.ClassifierCorpus.Text;
import dev.earshot.models.training.LogisticRegression.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The recipe of the classifiers: the linear part of {@code sentiment-en}, for other labels. */
final class ClassifierFit {
  private static final int FEWEST_EXAMPLES = 2;
  private static final long[] SEEDS = {1, 2, 3};
  private static final LogisticRegression.Settings SETTINGS =
      new LogisticRegression.Settings(8, 0.2, 0.3);

  private final SentimentFeatures features;
  private final Tokenizer tokenizer = new Tokenizer();

  ClassifierFit(ValenceLexicon lexicon) {
    features = new SentimentFeatures(lexicon);
  }

  /** Fits the training part, classes weighted as if equally frequent, and sets the temperature. */
  ClassifierParameters fit(ClassifierCorpus corpus, int mostFeatures) {
    int classes = corpus.classes().size();
    FeatureIndex index = new FeatureIndex();
    for (Text text : corpus.training()) {
      extract(text);
      for (int i = 0; i < features.size(); i++) {
        index.count(features.get(i));
      }
    }
    index.number(FEWEST_EXAMPLES);
    Example[] examples =
        corpus.training().stream().map(text -> example(text, index)).toArray(Example[]::new);
    double[] classWeights = balancedWeights(corpus.training(), classes);
    float[] weights = new float[index.size() * classes];
    float[] intercepts = new float[classes];
    for (long seed : SEEDS) {
      LogisticRegression model =
          LogisticRegression.fit(examples, index.size(), classes, classWeights, SETTINGS, seed);
      add(model.weights(), weights);
      add(model.intercepts(), intercepts);
    }
    List<Float> boxed = new ArrayList<>();
    for (float intercept : intercepts) {
      boxed.add(intercept);
    }
    ClassifierParameters parameters =
        new ClassifierParameters(
            corpus.classes(),
            StrongestFeatures.pack(index.features(), weights, classes, mostFeatures),
            List.copyOf(boxed),
            1);
    return parameters.withTemperature(temperature(parameters, corpus.calibration()));
  }

  /** The features of a text, valid until the next call. */
  SentimentFeatures extract(Text text) {
    features.extract(tokenizer.tokenize(text.text()));
    return features;
  }

  private Example example(Text text, FeatureIndex index) {
    extract(text);
    int[] known =
        IntStream.range(0, features.size())
            .map(i -> index.of(features.get(i)))
            .filter(number -> number >= 0)
            .toArray();
    return new Example(known, features.size(), text.label(), text.weight());
  }

  private float temperature(ClassifierParameters parameters, List<Text> texts) {
    TextClassifier classifier = TextClassifier.of(parameters);
    double[][] scores = new double[texts.size()][];
    int[] labels = new int[texts.size()];
    for (int i = 0; i < labels.length; i++) {
      scores[i] = classifier.scores(extract(texts.get(i)));
      labels[i] = texts.get(i).label();
    }
    double[] weights = balancedWeights(texts, parameters.classes().size());
    return new TemperatureScaling(scores, labels, weights).best();
  }

  private static double[] balancedWeights(List<Text> texts, int classes) {
    double[] weights = new double[classes];
    double sum = 0;
    for (Text text : texts) {
      weights[text.label()] += text.weight();
      sum += text.weight();
    }
    double total = sum;
    Arrays.setAll(weights, k -> weights[k] == 0 ? 0 : total / (classes * weights[k]));
    return weights;
  }

  private static void add(float[] from, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i] / SEEDS.length;
    }
  }
}
